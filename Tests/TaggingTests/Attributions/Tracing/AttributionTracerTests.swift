import Linguistics
import Segmentation
import TestSupport
import Testing
import TextModel

@testable import Tagging

@Suite struct AttributionTracerTests {
    private static let tagger = Tagger()

    private func trace(_ text: String, cue: String) throws -> (AttributionTrace, Attribution, Article) {
        let segmented = Program.segmenter.segment(Article(text: Array(text.utf8)))
        let tagged = Self.tagger.tag(segmented)
        let found = try #require(
            tagged.attributions.first { segmented.article.surface($0.cue[0]) == cue }, "no such cue in \(text)")
        let trace = try #require(Self.tagger.trace(segmented, cueAt: Int(found.cue[0].start)))
        return (trace, found, segmented.article)
    }

    @Test(
        "What is traced is what was tagged",
        arguments: [
            ("The mayor said that the bridge was safe.", "said"),
            ("“The bridge is safe,” Finch said, “and it will stay open.”", "said"),
            ("Holm said the crane had failed and added that no one was hurt.", "added"),
            ("The bridge, the mayor said, was safe.", "said"),
            ("Residents were told that the water was clean.", "told"),
            ("Voters laughed at his claim that the bridge was safe.", "claim"),
            ("The council plans to close the pool, and residents say they will fight the plan.", "say"),
        ])
    func agreesWithTheTagger(text: String, cue: String) throws {
        let (trace, found, _) = try trace(text, cue: cue)
        #expect(trace.confidence == found.confidence)
        #expect(trace.content.chosen.spans == found.content)
        if let source = trace.source { #expect(source.chosen.spans == found.source) }
        #expect(trace.cue == found.cue[0])
    }

    @Test func sharesAndRunnersUp() throws {
        let (trace, _, article) = try trace(
            "Analysts believe the bank will cut rates, the ministry reported.", cue: "believe")
        for decision in [trace.cueDecision, trace.content] + (trace.source.map { [$0] } ?? []) {
            #expect((0...1).contains(decision.chosen.probability))
            let next = try #require(decision.runnerUp)
            #expect((0...1).contains(next.probability) && decision.chosen.probability + next.probability <= 1.000_001)
            #expect(next.spans != decision.chosen.spans)
            #expect(decision.choiceCount >= 2)
            #expect(!decision.factors.isEmpty)
            #expect(zip(decision.factors, decision.factors.dropFirst()).allSatisfy { abs($0.weight) >= abs($1.weight) })
        }
        #expect(trace.cueDecision.chosen.spans.map { article.surface($0) } == ["believe"])
        #expect(trace.cueDecision.factors.allSatisfy { !$0.name.hasPrefix("feature ") })
    }

    @Test func whereNoModelDecidesThereIsNoTrace() {
        let text = "According to the mayor, the bridge was safe."
        let segmented = Program.segmenter.segment(Article(text: Array(text.utf8)))
        #expect(Self.tagger.trace(segmented, cueAt: 0) == nil)
        #expect(Self.tagger.trace(segmented, cueAt: 30) == nil)
        #expect(Self.tagger.trace(segmented, cueAt: 10_000) == nil)
        #expect(Self.tagger.trace(Program.segmenter.segment(Article(text: [])), cueAt: 0) == nil)
    }

    /// Every feature of the three decisions has a name, and no name is left over.
    @Test(arguments: [
        "The mayor, who left, said in a letter that the bridge, as far as she knew, was “safe” and new, but nobody came.",
        "“The bridge is safe,” said Finch. “We checked it twice.”",
        "The bridge, the mayor said, was safe.",
        "His views were echoed by officials.",
        "Voters laughed at his claim that the bridge was safe, calling it “a bad joke”.",
    ])
    func everyFeatureHasItsName(text: String) throws {
        let engine = LinguisticEngine(lexicon: Lexicon())
        let reading = engine.read(Program.segmenter.segment(Article(text: Array(text.utf8))))
        let model = AttributionModel()
        let cues = CueClauseReader(reading, frames: FrameTable(lexicon: engine.lexicon))
        for (index, sentence) in reading.article.sentences.enumerated() {
            for list in cues.visit(cues.candidates(in: sentence), in: sentence, making: { FeatureList() }) {
                #expect(list.features.count == FeatureNames.cue.count)
            }
            let clauses = cues.clauses(in: sentence, index: index, cues.likely(in: sentence, model, floor: 0.01))
            let tree = engine.parse(reading, sentences: [sentence.tokens])
            for tree in [nil, tree] {
                let reader = AttributionReader(reading, tree: tree, cues: cues, model: model)
                for clause in clauses.clauses { expectNames(clause, clauses, reader, isParsed: tree != nil) }
            }
        }
    }

    private func expectNames(
        _ clause: CueClause, _ clauses: SentenceClauses, _ reader: AttributionReader, isParsed: Bool
    ) {
        for option in reader.contentOptions(clause, clauses) {
            var list = FeatureList()
            reader.visit(option, of: clause, in: clauses, reader.tally(of: clauses), &list)
            let names = FeatureNames.content(option, cue: clause.cue.token, isParsed: isParsed)
            #expect(list.features.count == names.count)
            let sources = reader.sourceOptions(clause, content: option, previous: nil, in: clauses.sentence)
            for source in sources {
                var list = FeatureList()
                reader.visit(source, of: clause, content: option, in: clauses.sentence, &list)
                #expect(list.features.count == FeatureNames.source(source, isParsed: isParsed).count)
            }
        }
    }

    @Test func namesWithValues() {
        let values = ["lemma": "“say”", "complement": "that"]
        #expect(FeatureNames.filled("lemma · form · complement", values) == "lemma “say” · form · complement that")
        #expect(Set(FeatureNames.cue).count == FeatureNames.cue.count)
    }
}
