import ArgumentParser
import Linguistics
import Segmentation
import Tagging
import TextModel

/// Counts how many pronouns and descriptions are resolved to the right person.
struct ScoreSpeakers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speakers",
        abstract: "Counts how many pronouns and descriptions are resolved to the right person.",
        discussion: """
            Reads documents with coreference (JSON Lines with doc_id, text, mentions; .gz or not) and resolves every
            "he" and "she" outside quotation marks, and every definite description of a person ("the senator", "his
            lawyer"), as if it were a source. It counts those whose person has a name in the document: right when the
            speaker's name is one of that person's, missing when the speaker has no person's name. "It" and "they" are
            resolved as subjects of numbers are: right when the phrase holds the head of an earlier mention of the same
            thing, missing where the program is not sure.

              sayso-train score speakers ../shared/gold/gum-coref-dev.jsonl.gz
            """)

    @Argument(help: "Documents with coreference.")
    var gold: String
    @Flag(help: "Print each wrong or missing answer with its sentence.")
    var errors = false

    /// A pronoun or description of the annotation, and where its person is named.
    private struct Reference {
        var tokens: Range<Int>
        var names: [Span]
        var isPronoun: Bool
    }

    private struct Tally {
        var right = 0
        var wrong = 0
        var missing = 0

        mutating func count(_ isRight: Bool?) {
            switch isRight {
            case true?: right += 1
            case false?: wrong += 1
            case nil: missing += 1
            }
        }

        func line(_ name: String) -> String {
            let all = right + wrong + missing
            let percent = all > 0 ? (Double(right) / Double(all) * 1000).rounded() / 10 : 0
            return "\(name): \(right) of \(all) right (\(percent) %), \(wrong) wrong, \(missing) missing"
        }
    }

    func run() throws {
        let engine = LinguisticEngine(lexicon: Lexicon())
        let segmenter = Segmenter()
        let tagger = Tagger()
        var all = Tally()
        var reporting = Tally()
        var descriptions = Tally()
        var things = Tally()
        for document in try CoreferenceDocument.read(gold) {
            let segmented = segmenter.segment(Article(text: Array(document.text.utf8)))
            let reading = engine.read(segmented)
            countThings(in: document, reading, &things)
            let references = references(of: document, reading)
            let sources = tagger.tag(segmented).attributions.flatMap(\.source).map { tokens(in: $0, reading) }
            let names = speakerNames(of: references, besides: sources, reading)
            for (reference, name) in zip(references, names) {
                let isRight = name.map { name in
                    reference.names.contains {
                        $0.overlaps(name) || segmented.article.surface($0) == segmented.article.surface(name)
                    }
                }
                if reference.isPronoun { all.count(isRight) } else { descriptions.count(isRight) }
                if reference.isPronoun, precedesReportingVerb(reference.tokens.lowerBound, reading) {
                    reporting.count(isRight)
                }
                if errors, isRight != true { report(reference.tokens, name, in: document, reading) }
            }
        }
        print(all.line("he and she"))
        print(reporting.line("of these before a verb of the lists"))
        print(descriptions.line("definite descriptions"))
        print(things.line("it and they"))
    }

    // MARK: Parts

    private func references(of document: CoreferenceDocument, _ reading: Reading) -> [Reference] {
        let offsets = document.byteOffsets
        func span(_ range: [Int]) -> Span { Span(offsets[range[0]]..<offsets[range[1]]) }
        var names: [String: [Span]] = [:]
        for mention in document.mentions where mention.form == "name" && mention.type == "person" {
            names[mention.entity, default: []] += [span(mention.head), span(mention.span)]
        }
        return document.mentions.compactMap { mention in
            let tokens = tokens(in: span(mention.span), reading)
            guard let first = tokens.first, let names = names[mention.entity], !reading.isQuoted(first) else {
                return nil
            }
            if tokens.count == 1, reading.readsAny(first, ["he", "she"]) {
                return Reference(tokens: tokens, names: names, isPronoun: true)
            }
            // A short phrase that points back: a long one describes somebody anew.
            guard mention.form == "nominal", mention.type == "person", (2...5).contains(tokens.count),
                reading.readsAny(first, ["the", "this", "that", "his", "her", "their"])
            else { return nil }
            return Reference(tokens: tokens, names: names, isPronoun: false)
        }.sorted { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
    }

    /// "It" and "they" whose thing is mentioned by a noun before them.
    private func countThings(in document: CoreferenceDocument, _ reading: Reading, _ tally: inout Tally) {
        let offsets = document.byteOffsets
        let reader = AntecedentReader(reading)
        for pronoun in document.mentions {
            let token = tokens(in: Span(offsets[pronoun.span[0]]..<offsets[pronoun.span[1]]), reading)
            guard token.count == 1, reading.readsAny(token.lowerBound, ["it", "they"]) else { continue }
            let heads = document.mentions.filter {
                $0.entity == pronoun.entity && $0.form != "pronoun" && $0.span[0] < pronoun.span[0]
            }.map { Span(offsets[$0.head[0]]..<offsets[$0.head[1]]) }
            guard !heads.isEmpty else { continue }
            let answer = reader.antecedent(of: token.lowerBound).map(reading.span)
            tally.count(answer.map { answer in heads.contains(where: answer.contains) })
        }
    }

    /// The names of the persons to whom the references are resolved, among the document's own sources.
    private func speakerNames(of references: [Reference], besides sources: [Range<Int>], _ reading: Reading) -> [Span?]
    {
        let asked = references.map(\.tokens)
        let others = sources.filter { !asked.contains($0) }
        var resolver = SpeakerResolver(reading, sources: others + asked)
        var speakers: [Range<Int>: Int] = [:]
        for source in (others + asked).sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            speakers[source] = resolver.resolve(source).speaker
        }
        return references.map { reference in
            guard let speaker = speakers[reference.tokens].map({ resolver.speakers[$0] }),
                reference.isPronoun || speaker.kind == .person
            else { return nil }
            return speaker.name
        }
    }

    private func tokens(in span: Span, _ reading: Reading) -> Range<Int> {
        let tokens = reading.article.tokens
        let first = tokens.indices.first { tokens.ends[$0] > span.start } ?? tokens.count
        let end = tokens.indices.first { tokens.starts[$0] >= span.end } ?? tokens.count
        return first..<max(first, end)
    }

    private func precedesReportingVerb(_ token: Int, _ reading: Reading) -> Bool {
        var next = token + 1
        while next < reading.tokenCount, reading.has(next, [.auxiliary, .adverb, .negation]) { next += 1 }
        return next < reading.tokenCount && reading.words.verbs[next] >= 0
    }

    private func report(_ tokens: Range<Int>, _ name: Span?, in document: CoreferenceDocument, _ reading: Reading) {
        let sentence = reading.surface(reading.sentence(of: tokens.lowerBound).tokens)
        let answer = name.map { reading.article.article.surface($0) } ?? "nobody"
        print("\(document.docID): \(reading.surface(tokens)) is \(answer) in: \(sentence)")
    }
}
