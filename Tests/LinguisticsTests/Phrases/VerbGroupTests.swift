import Linguistics
import Testing

@Suite struct VerbGroupTests {
    private struct Expected {
        var tense: VerbGroup.Tense?
        var isPassive = false
        var isNegated = false
        var hasModal = false
    }

    private static let table: [(sentence: String, head: Int, expected: Expected)] = [
        ("She/PRP/PRON/2/nsubj said/VBD/VERB/0/root", 1, Expected(tense: .past)),
        (
            "He/PRP/PRON/4/nsubj has/VBZ/AUX/4/aux not/RB/PART/4/advmod left/VBN/VERB/0/root", 3,
            Expected(tense: .present, isNegated: true)
        ),
        (
            "It/PRP/PRON/4/nsubj:pass was/VBD/AUX/4/aux:pass never/RB/ADV/4/advmod built/VBN/VERB/0/root", 3,
            Expected(tense: .past, isPassive: true, isNegated: true)
        ),
        (
            "They/PRP/PRON/4/nsubj wo/MD/AUX/4/aux n't/RB/PART/4/advmod go/VB/VERB/0/root", 3,
            Expected(tense: .future, isNegated: true, hasModal: true)
        ),
        ("It/PRP/PRON/3/nsubj could/MD/AUX/3/aux rain/VB/VERB/0/root", 2, Expected(hasModal: true)),
        // A predicate after a copula.
        ("All/DT/DET/3/nsubj were/VBD/AUX/3/cop safe/JJ/ADJ/0/root", 2, Expected(tense: .past)),
        // A reduced relative clause.
        (
            "men/NNS/NOUN/0/root told/VBN/VERB/1/acl by/IN/ADP/4/case her/PRP/PRON/2/obl:agent", 1,
            Expected(isPassive: true)
        ),
        ("to/TO/PART/2/mark go/VB/VERB/0/root", 1, Expected()),
        // The second conjunct shares what the first one has.
        (
            "He/PRP/PRON/3/nsubj has/VBZ/AUX/3/aux called/VBN/VERB/0/root and/CC/CCONJ/5/cc written/VBN/VERB/3/conj", 4,
            Expected(tense: .present)
        ),
        (
            "He/PRP/PRON/3/nsubj will/MD/AUX/3/aux call/VB/VERB/0/root and/CC/CCONJ/5/cc wrote/VBD/VERB/3/conj", 4,
            Expected(tense: .past)
        ),
    ]

    @Test(arguments: table.indices)
    func readsTheGroup(index: Int) throws {
        let (sentence, head, expected) = Self.table[index]
        let group = try #require(VerbGroup(syntaxTree(sentence), head: head), "\(sentence)")
        #expect(group.tense == expected.tense, "\(sentence)")
        #expect(group.isPassive == expected.isPassive, "\(sentence)")
        #expect(group.isNegated == expected.isNegated, "\(sentence)")
        #expect((group.modal != nil) == expected.hasModal, "\(sentence)")
    }

    @Test func isNoneForANoun() {
        #expect(VerbGroup(syntaxTree("the/DT/DET/2/det house/NN/NOUN/0/root"), head: 1) == nil)
    }
}
