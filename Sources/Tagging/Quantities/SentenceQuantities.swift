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

    /// Of the tokens of each quantity those that are no subject: "40 minutes", but "five inches of rain" and "a 60-year-old".
    func bare(_ amounts: [Range<Int>], _ reading: Reading) -> [Range<Int>] {
        var bare = amounts
        var index = -1
        bare.removeAll { amount in
            index += 1
            return quantities[index].amount.isAge
                || amount.upperBound < sentence.upperBound && reading.reads(amount.upperBound, "of")
        }
        return bare
    }

    /// Of an amount that is given in two units the place of both: "8 miles (13 kilometres) of tunnels".
    func place(of index: Int) -> NumberPlace {
        let quantity = quantities[index]
        var amount = tokens(of: quantity.atoms)
        if quantity.isConversion, index > 0 {
            // Its closing bracket is the next token.
            amount =
                tokens(of: quantities[index - 1].atoms).lowerBound..<min(amount.upperBound + 1, sentence.upperBound)
        } else if index + 1 < quantities.count, quantities[index + 1].isConversion {
            let end = tokens(of: quantities[index + 1].atoms).upperBound + 1
            amount = amount.lowerBound..<min(end, sentence.upperBound)
        }
        let phrase = phrase(of: quantity)
        return NumberPlace(
            amount: amount, phrase: amount.lowerBound..<max(amount.upperBound, phrase.upperBound), kind: quantity.kind,
            isCount: quantity.amount.isCount)
    }
}
