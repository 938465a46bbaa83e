import Linguistics
import Testing
import TextModel

@testable import Tagging

@Suite struct SimpleClausesTests {
    private static let tagger = QuantityTagger()
    private static let engine = LinguisticEngine(lexicon: tagger.lexicon)

    private static func needsParse(_ text: String) -> Bool {
        let reading = engine.read(QuantityNotation.segmented(text))
        let found = tagger.quantities(in: reading.article, words: reading.words)
        return !tagger.needParse(found, in: reading).isEmpty
    }

    /// Subject, predicate and modality without a parse.
    @Test(arguments: [
        ("The bank will cut 1,200 jobs.", "The bank", "cut", Modality.will),
        ("Exports fell by 3%.", "Exports", "fell", .asserted),
        ("The company has sold 400 cars.", "The company", "sold", .asserted),
        ("The road could reach 60 kilometres.", "The road", "reach", .could),
        ("The chair of the board wants to hire 40 nurses.", "The chair of the board", "hire", .asserted),
    ])
    func plainSentencesNeedNoParse(_ row: (text: String, subject: String, predicate: String, modality: Modality)) throws
    {
        #expect(!Self.needsParse(row.text))
        let reading = Self.engine.read(QuantityNotation.segmented(row.text))
        let found = Self.tagger.quantities(in: reading.article, words: reading.words)
        let tree = Self.engine.parse(reading, sentences: [])
        let claim = try #require(
            Self.tagger.claims(found, in: tree, words: reading.words, attributions: []).first)
        #expect(claim.subject.map(reading.article.article.surface) == row.subject)
        #expect(claim.predicate.map(reading.article.article.surface) == row.predicate)
        #expect(claim.modality == row.modality)
    }

    /// What is measured, where, or whose the verb is, only the parse tells.
    @Test(arguments: [
        "The update boosts the range by 35 miles for $40.", "Police said 12 people died.",
        "The bank has 40 branches in Ruritania.",
        "More than 300 people have fled.", "Officials, who met this week, must hire 40 nurses.",
        "It imposed a 25% duty.", "The man who owns 5 cars left.", "A range of 400 kilometres is enough.",
    ])
    func othersDo(_ text: String) { #expect(Self.needsParse(text)) }

    @Test func noQuantitiesNeedNoParse() { #expect(!Self.needsParse("The bank will cut jobs.")) }
}
