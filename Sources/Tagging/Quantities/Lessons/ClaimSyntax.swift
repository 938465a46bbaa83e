import Linguistics
import TextModel

/// Ties the quantities of one sentence to its parse: what they count or measure.
///
/// - Complexity: O(1) a quantity.
struct ClaimSyntax {
    let sentence: SentenceSyntax
    private let words: Words
    private let amounts: [Bool]

    /// - Parameter amounts: the tokens of the sentence's quantities, which nothing measures.
    init(_ sentence: SentenceSyntax, words: Words, amounts: [Range<Int>]) {
        self.sentence = sentence
        self.words = words
        var isAmount = [Bool](repeating: false, count: sentence.tokens.count)
        for range in amounts {
            for token in range.clamped(to: sentence.tokens) { isAmount[token - sentence.tokens.lowerBound] = true }
        }
        self.amounts = isAmount
    }

    var tree: SyntaxTree { sentence.tree }

    private func isAmount(_ token: Int) -> Bool { amounts[token - sentence.tokens.lowerBound] }

    /// The verb of a predicate: its copula, where it has one.
    func verb(of predicate: Int) -> Int { tree.dependant(of: predicate, .cop) ?? predicate }

    // MARK: What is measured

    /// The head of what an amount measures: "duty" in "a 25% duty", "revenue" in "60% of its revenue", "range" in "a range of
    /// 400 km" and "boosts the range by 35 miles"; nil where the amount says something of the subject.
    ///
    /// - Parameters:
    ///   - top: the amount's word that the others depend on.
    ///   - kind: an amount of money is paid for something; a length of time beside a verb measures nothing.
    func measured(by top: Int, _ kind: QuantityKind) -> Int? {
        var token = top
        for _ in 0..<SentenceSyntax.longestClimb {
            if let whole = sentence.complement(of: token), sentence.isNoun(whole) {
                if !isAmount(whole) { return whole }
                // "50 ml of 30% acid"
                if let head = sentence.head(of: whole), head != token, !isAmount(head), sentence.isNoun(head) {
                    return head
                }
            }
            guard let head = sentence.head(of: token) else { return nil }
            switch sentence.relation(token) {
            case .nummod, .compound, .amod, .nmod, .nmodPoss, .nmodUnmarked, .nmodDesc, .appos, .list, .dep, .flat:
                if !isAmount(head), sentence.isNoun(head) { return head }
            case .conj, .parataxis:
                guard isAmount(head) else { return nil }
            case .obl, .oblUnmarked, .advmod, .xcomp:
                if sentence.isPredicate(head) {
                    guard kind != .duration else { return nil }
                    return sentence.object(of: head).flatMap { $0 != token && !isAmount($0) ? $0 : nil }
                }
            // "0.68 percent lower" goes on with what is lower.
            case .obj:
                guard kind == .money else { return nil }
                // "paid $5 million for the cranes": whichever of the two the parse hangs it on.
                return (sentence.purpose(of: token) ?? sentence.purpose(of: head)).flatMap { aim in
                    !isAmount(aim) && !isTime(aim) && sentence.isNoun(aim) ? aim : nil
                }
            default: return nil
            }
            token = head
        }
        return nil
    }

    /// The head of the noun phrase that a bare number stands before; nil when the parse hangs the number elsewhere.
    func counted(by top: Int) -> Int? {
        if sentence.relation(top) == .nummod, let head = sentence.head(of: top), head > top, !isAmount(head),
            sentence.isNoun(head)
        {
            return head
        }
        // "two of Johnson's deputies"
        return sentence.complement(of: top).flatMap { !isAmount($0) && sentence.isNoun($0) ? $0 : nil }
    }

    private func isTime(_ token: Int) -> Bool { words.classes[token].hasAny(.anyTime) }
}
