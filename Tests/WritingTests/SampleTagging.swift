import TextModel

/// One article with a direct quote, a nested attribution and a claim, tagged by hand.
enum SampleTagging {
    static let text = """
        Über the “deal”

        ⟦role|White House Press Secretary⟧ ⟦source|Sarah Huckabee Sanders⟧ ⟦cue|said⟧ ⟦time|Monday⟧ that Trump received a \
        ⟦words|“very warm” letter⟧ — from Kim.

        ⟦q1|“It was a very warm, very positive letter,”⟧ ⟦source2|Sanders⟧ ⟦cue2|said⟧. \
        ⟦q2|“The primary purpose was another meeting.”⟧

        In June, ⟦intel|U.S. intelligence officials⟧ ⟦cue3|said⟧ ⟦claimContent|⟦subject|North Korea⟧ could \
        ⟦predicate|produce⟧ ⟦span|between five and eight⟧ ⟦counted|new nuclear weapons⟧ in ⟦year|2018⟧⟧, \
        ⟦via|citing a report⟧.
        """

    static func tagged(_ article: MarkedArticle = MarkedArticle(text, kinds: [.headline])) -> TaggedArticle {
        let a = article
        let mixed = Attribution(
            contentType: .mixed, content: a["words"], cue: a["cue"], cueLemma: "say", cueKind: .verb,
            source: [Span(a.first("role").start, a.first("source").end)], sourceKind: .person, speaker: 0,
            saidTime: a.first("time"), sentence: 1, confidence: 0.905, rule: "source-cue-content")
        let direct = Attribution(
            contentType: .direct, content: a["q1"] + a["q2"], cue: a["cue2"], cueLemma: "say", cueKind: .verb,
            source: a["source2"], sourceKind: .person, speaker: 0, sentence: 2, confidence: 0.95,
            rule: "content-source-cue")
        let indirect = Attribution(
            contentType: .indirect, content: a["claimContent"], cue: a["cue3"], cueLemma: "say", cueKind: .verb,
            source: a["intel"], sourceKind: .unnamedGroup, speaker: 1, via: a.first("via"), sentence: 4,
            confidence: 0.8,
            rule: "source-cue-content")
        let belief = Attribution(
            contentType: .indirect, attitude: .belief, content: [a.first("subject")], sentence: 4, confidence: 1,
            rule: "nested")
        var nested = belief
        nested.parent = 2
        let claim = NumericClaim(
            span: a.first("span"), low: DecimalNumber(5), high: DecimalNumber(8), bound: .range,
            counted: a.first("counted"), subject: a.first("subject"), predicate: a.first("predicate"), modality: .could,
            time: a.first("year"), timeStart: "2018-01-01", timeEnd: "2018-12-31", attribution: 2,
            source: a.first("intel"),
            confidence: 0.9, rule: "between")
        let speakers = [
            Speaker(
                name: a.first("source"), kind: .person, role: a.first("role"),
                mentions: [a.first("source"), a.first("source2")]),
            Speaker(name: a.first("intel"), kind: .unnamedGroup, mentions: [a.first("intel")]),
        ]
        return TaggedArticle(
            segmented: a.segmented, attributions: [mixed, direct, indirect, nested], claims: [claim], speakers: speakers
        )
    }
}
