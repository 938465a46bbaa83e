import TextModel

/// The quantities of one sentence and its phrases of time, before the parse ties them together.
///
/// A class: all that ties them to their clauses holds it.
package final class SentenceQuantities: Sendable {
    /// The sentence's tokens.
    package let sentence: Range<Int>
    let atoms: [Atom]
    let quantities: [Quantity]
    let times: [TimePhrase]
    /// The tokens of each quantity.
    let amounts: [Range<Int>]

    init(sentence: Range<Int>, atoms: [Atom], quantities: [Quantity], times: [TimePhrase]) {
        self.sentence = sentence
        self.atoms = atoms
        self.quantities = quantities
        self.times = times
        amounts = quantities.map { quantity in
            guard let first = quantity.atoms.first, let last = quantity.atoms.last, last < atoms.count else {
                return sentence.prefix(0)
            }
            return Int(atoms[first].token)..<Int(atoms[last].token) + 1
        }
    }

    /// How many quantities there are.
    package var count: Int { quantities.count }

    /// The tokens that hold some of the atoms.
    func tokens(of range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last, last < atoms.count else { return sentence.prefix(0) }
        return Int(atoms[first].token)..<Int(atoms[last].token) + 1
    }

    /// The tokens of a quantity, by its index, with what stands right behind it as what it counts.
    func phrase(of index: Int) -> Range<Int> {
        let amount = amounts[index]
        guard let counted = quantities[index].counted else { return amount }
        return amount.lowerBound..<max(amount.upperBound, tokens(of: counted).upperBound)
    }

    /// The tokens of the quantities that are no subject: "40 minutes", but "five inches of rain" and "a 60-year-old".
    func bareAmounts(_ reading: Reading) -> [Range<Int>] {
        if amounts.indices.allSatisfy({ isBare($0, reading) }) { return amounts }
        return amounts.indices.filter { isBare($0, reading) }.map { amounts[$0] }
    }

    private func isBare(_ index: Int, _ reading: Reading) -> Bool {
        let end = amounts[index].upperBound
        return !quantities[index].amount.isAge && !(end < sentence.upperBound && reading.reads(end, "of"))
    }

    /// Of an amount that is given in two units the place of both: "8 miles (13 kilometres) of tunnels".
    func place(of index: Int) -> NumberPlace {
        var amount = amounts[index]
        if quantities[index].isConversion, index > 0 {
            // Its closing bracket is the next token.
            amount = amounts[index - 1].lowerBound..<min(amount.upperBound + 1, sentence.upperBound)
        } else if index + 1 < quantities.count, quantities[index + 1].isConversion {
            amount = amount.lowerBound..<min(amounts[index + 1].upperBound + 1, sentence.upperBound)
        }
        let phrase = phrase(of: index)
        return NumberPlace(
            amount: amount, phrase: amount.lowerBound..<max(amount.upperBound, phrase.upperBound),
            kind: quantities[index].kind, isCount: quantities[index].amount.isCount)
    }
}
