import TextModel

/// The quantities of one sentence and its phrases of time, before the parse ties them together.
package struct SentenceQuantities: Sendable {
    /// The sentence's tokens.
    package let sentence: Range<Int>
    let atoms: [Atom]
    let quantities: [Quantity]
    let times: [TimePhrase]

    /// How many quantities there are.
    package var count: Int { quantities.count }

    /// The tokens that hold some of the atoms.
    func tokens(of range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last, last < atoms.count else { return sentence.prefix(0) }
        return Int(atoms[first].token)..<Int(atoms[last].token) + 1
    }

    /// The tokens of a quantity with what stands right behind it as what it counts.
    func phrase(of quantity: Quantity) -> Range<Int> {
        let tokens = tokens(of: quantity.atoms)
        guard let counted = quantity.counted else { return tokens }
        return tokens.lowerBound..<max(tokens.upperBound, self.tokens(of: counted).upperBound)
    }

    /// The tokens of each quantity.
    var amounts: [Range<Int>] { quantities.map { tokens(of: $0.atoms) } }

    func place(of quantity: Quantity) -> NumberPlace {
        NumberPlace(
            amount: tokens(of: quantity.atoms), phrase: phrase(of: quantity), kind: quantity.kind,
            isCount: quantity.amount.isCount)
    }
}
