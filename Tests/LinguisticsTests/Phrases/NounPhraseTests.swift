import Linguistics
import Testing

@Suite struct NounPhraseTests {
    /// "the new mayor of Seoul, a lawyer, said"
    private let tree = syntaxTree(
        """
        the/DT/DET/3/det new/JJ/ADJ/3/amod mayor/NN/NOUN/10/nsubj of/IN/ADP/5/case Seoul/NNP/PROPN/3/nmod \
        ,/,/PUNCT/8/punct a/DT/DET/8/det lawyer/NN/NOUN/3/appos ,/,/PUNCT/3/punct said/VBD/VERB/0/root
        """)

    @Test func readsThePhrase() throws {
        let phrase = try #require(NounPhrase(tree, head: 2))
        #expect(tree.words(phrase.range) == "the new mayor of Seoul , a lawyer")
        #expect(tree.words(phrase.core) == "the new mayor")
        #expect(phrase.determiner == 0)
        #expect(phrase.appositions == [7])
    }

    @Test func leavesThePrepositionOut() throws {
        let phrase = try #require(NounPhrase(tree, head: 4))
        #expect(tree.words(phrase.range) == "Seoul")
        #expect(phrase.determiner == nil)
    }

    @Test func keepsANameTogether() throws {
        let tree = syntaxTree(
            "Sen./NNP/PROPN/2/nmod:desc Joe/NNP/PROPN/0/root Smith/NNP/PROPN/2/flat and/CC/CCONJ/5/cc others/NNS/NOUN/2/conj"
        )
        let phrase = try #require(NounPhrase(tree, head: 1))
        #expect(tree.words(phrase.range) == "Sen. Joe Smith")
        #expect(phrase.core == phrase.range)
    }

    /// The subject and copula of a predicate are no part of it.
    @Test func leavesTheClauseOut() throws {
        let tree = syntaxTree(
            "He/PRP/PRON/4/nsubj is/VBZ/AUX/4/cop a/DT/DET/4/det man/NN/NOUN/0/root today/NN/NOUN/4/obl:unmarked")
        #expect(tree.words(try #require(NounPhrase(tree, head: 3)).range) == "a man")
    }

    @Test func isNoneForAVerb() {
        #expect(NounPhrase(tree, head: 9) == nil)
    }

    @Test func subtreesAreWholeRanges() {
        #expect(tree.words(tree.subtree(of: 2)) == "the new mayor of Seoul , a lawyer ,")
        #expect(tree.subtree(of: 9) == 0..<10)
        #expect(tree.subtree(of: 1) == 1..<2)
        #expect(tree.dependants(of: 9).map { Int($0) } == [2])
        #expect(tree.dependant(of: 2, .nmod, .appos) == 4)
    }
}
