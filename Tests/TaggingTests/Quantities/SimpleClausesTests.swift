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

    /// Subject, predicate and modality without a parse; no subject where the number is a part of it.
    @Test(
        arguments: [
            ("The bank will cut 1,200 jobs.", "The bank", "cut", Modality.will),
            ("Exports fell by 3%.", "Exports", "fell", .asserted),
            ("The company has sold 400 cars.", "The company", "sold", .asserted),
            ("The road could reach 60 kilometres.", "The road", "reach", .could),
            ("The chair of the board wants to hire 40 nurses.", "The chair of the board", "hire", .asserted),
            ("The bank has 40 branches in Ruritania.", "The bank", "has", .asserted),
            // The nearest verb.
            ("Police said 12 people died.", nil, "died", .asserted),
            ("More than 300 people have fled.", nil, "fled", .asserted),
            ("In the north, the mayor said, the town might need 40 nurses.", "the town", "need", .might),
        ] as [(String, String?, String, Modality)])
    func plainSentencesNeedNoParse(_ row: (text: String, subject: String?, predicate: String, modality: Modality))
        throws
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

    /// What is measured, only the parse tells.
    @Test(arguments: [
        "The update boosts the range by 35 miles for $40.", "It imposed a 25% duty.",
        "A range of 400 kilometres is enough.",
    ])
    func othersDo(_ text: String) { #expect(Self.needsParse(text)) }

    @Test func aPlaceBehindTheNounIsRead() throws {
        let reading = Self.engine.read(QuantityNotation.segmented("The bank has 40 branches in Oslo."))
        let found = Self.tagger.quantities(in: reading.article, words: reading.words)
        let claim = try #require(
            Self.tagger.claims(
                found, in: Self.engine.parse(reading, sentences: []), words: reading.words, attributions: []
            ).first)
        #expect(claim.place.map(reading.article.article.surface) == "Oslo")
    }

    @Test func noQuantitiesNeedNoParse() { #expect(!Self.needsParse("The bank will cut jobs.")) }
}
