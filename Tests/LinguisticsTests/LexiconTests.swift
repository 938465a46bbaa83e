import TextModel
import Testing

@testable import Linguistics

private let lexicon = Lexicon()

@Suite("Lexicon")
struct LexiconTests {
    /// The classes of one word, looked up as the only token of a text.
    private func words(_ word: String, kind: TokenKind = .word) -> Words {
        let text = Array(word.utf8)
        var tokens = Tokens()
        tokens.append(kind, 0, Int32(text.count))
        let article = SegmentedArticle(
            article: Article(text: text), blocks: [], sentences: [], tokens: tokens, quotations: [])
        return lexicon.words(of: article)
    }

    @Test(
        "Words have their classes",
        arguments: [
            ("the", WordClasses.determiner), ("his", .possessive), ("he", .subjectPronoun), ("him", .objectPronoun),
            ("of", .preposition), ("and", .coordinator), ("because", .subordinator), ("who", .relative),
            ("would", .modal), ("was", .be), ("has", .have), ("did", .do), ("n't", .negation), ("say", .baseForm),
            ("says", .thirdPerson), ("said", .past), ("said", .participle), ("saying", .gerund), ("told", .past),
            ("labeled", .past), ("labelled", .past), ("signaling", .gerund), ("learnt", .past), ("learned", .past),
            ("vetoes", .thirdPerson), ("claim", .reportingNoun), ("spokesman", .person), ("spokeswomen", .plural),
            ("committee", .group), ("report", .document), ("sen", .title), ("ministry", .organization),
            ("sarah", .givenName), ("monday", .weekday), ("june", .month), ("week", .timeUnit), ("today", .timeDeictic),
            ("korea", .place), ("he", .masculine), ("sarah", .feminine),
        ])
    func classes(word: String, expected: WordClasses) {
        #expect(words(word).classes[0].contains(expected))
    }

    @Test(
        "Words lack the classes of others",
        arguments: [
            ("bridge", WordClasses.anyVerbForm), ("the", .anyPronoun), ("saids", .anyVerbForm), ("idiot", .person),
            ("slob", .person), ("only", .person), ("5", .anyVerbForm), ("", .person),
        ])
    func lacks(word: String, unexpected: WordClasses) {
        #expect(!words(word.isEmpty ? " " : word).classes[0].hasAny(unexpected))
    }

    @Test(
        "Unknown words in -ly are adverbs, unless short or capitalised",
        arguments: [("bafflingly", true), ("grumpily", true), ("fly", false), ("Sally", false), ("Grumpily", false)])
    func adverbs(word: String, isAdverb: Bool) {
        #expect(words(word).classes[0].contains(.adverb) == isAdverb)
    }

    @Test(
        "Letters are classes too",
        arguments: [
            ("Kim", true, false), ("NATO", true, true), ("I", true, false), ("kim", false, false),
            ("École", true, false), ("école", false, false), ("F-16", true, true), ("iPhone", false, false),
        ])
    func letters(word: String, isCapitalised: Bool, isAllCapitals: Bool) {
        let classes = words(word).classes[0]
        #expect(classes.contains(.capitalised) == isCapitalised)
        #expect(classes.contains(.allCapitals) == isAllCapitals)
    }

    @Test("Forms lead to their lemma")
    func lemmas() throws {
        let say = try #require(lexicon.lemma("say"))
        for form in ["say", "says", "said", "saying", "Said", "SAID"] { #expect(words(form).verbs[0] == say) }
        #expect(words("claims").nouns[0] == lexicon.lemma("claim"))
        #expect(words("bridge").verbs[0] == -1)
        #expect(words("said", kind: .number).verbs[0] == -1)
    }

    @Test("Attitudes come from the lists, a statement otherwise")
    func attitudes() throws {
        #expect(lexicon.attitude(ofVerb: try #require(lexicon.lemma("believe"))) == .belief)
        #expect(lexicon.attitude(ofVerb: try #require(lexicon.lemma("say"))) == .statement)
        #expect(lexicon.attitude(ofVerb: -1) == .statement)
        #expect(lexicon.attitude(ofNoun: try #require(lexicon.lemma("awareness"))) == .knowledge)
    }

    @Test("A curly apostrophe and a soft hyphen make no other word")
    func spellings() {
        #expect(words("’s", kind: .clitic).classes[0] == words("'s", kind: .clitic).classes[0])
        #expect(words("n’t", kind: .clitic).classes[0].contains(.negation))
        #expect(words("spokes\u{AD}man").classes[0].contains(.person))
    }
}
