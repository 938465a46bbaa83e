import Testing

@testable import Linguistics

@Suite("Lemmas")
struct LemmatizerTests {
    private static let lemmatizer = Lemmatizer()

    @Test(
        "Verbs",
        arguments: [
            ("says", "VBZ", "say"), ("denies", "VBZ", "deny"), ("does", "VBZ", "do"), ("is", "VBZ", "be"),
            ("’s", "VBZ", "be"), ("goes", "VBZ", "go"), ("reaches", "VBZ", "reach"), ("closes", "VBZ", "close"),
            ("said", "VBD", "say"), ("told", "VBN", "tell"), ("denied", "VBD", "deny"), ("died", "VBD", "die"),
            ("stopped", "VBD", "stop"), ("called", "VBN", "call"), ("controlled", "VBN", "control"),
            ("announced", "VBD", "announce"), ("argued", "VBD", "argue"), ("visited", "VBN", "visit"),
            ("settled", "VBN", "settle"), ("agreed", "VBD", "agree"), ("lay", "VBD", "lie"), ("lay", "VB", "lay"),
            ("making", "VBG", "make"), ("running", "VBG", "run"), ("lying", "VBG", "lie"), ("being", "VBG", "be"),
            ("bringing", "VBG", "bring"), ("changing", "VBG", "change"), ("Meeting", "VBG", "meet"),
            ("are", "VBP", "be"), ("wo", "MD", "will"), ("would", "MD", "would"), ("'d", "MD", "would"),
        ])
    func verbs(form: String, tag: String, lemma: String) {
        #expect(Self.lemmatizer.lemma(of: form, PennTag(name: tag) ?? .unknown) == lemma)
    }

    @Test(
        "Nouns",
        arguments: [
            ("mayors", "NNS", "mayor"), ("agencies", "NNS", "agency"), ("women", "NNS", "woman"),
            ("children", "NNS", "child"), ("analyses", "NNS", "analysis"), ("boxes", "NNS", "box"),
            ("buses", "NNS", "bus"), ("people", "NNS", "people"), ("headquarters", "NNS", "headquarters"),
            ("series", "NN", "series"), ("News", "NN", "news"), ("TV", "NN", "TV"), ("DVDs", "NNS", "DVD"),
            ("1970s", "NNS", "1970s"), ("shoes", "NNS", "shoe"), ("heroes", "NNS", "hero"), ("lives", "NNS", "life"),
        ])
    func nouns(form: String, tag: String, lemma: String) {
        #expect(Self.lemmatizer.lemma(of: form, PennTag(name: tag) ?? .unknown) == lemma)
    }

    @Test(
        "What is left of a word that is all ending stays as it is", arguments: ["s", "ed", "ing", "ies", "", "é", "’"])
    func remnants(form: String) {
        for tag in PennTag.allCases { #expect(Self.lemmatizer.lemma(of: form, tag).count <= max(form.count, 2)) }
    }
}
