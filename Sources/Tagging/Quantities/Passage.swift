import Linguistics
import TextModel

/// The atoms of one sentence, with all that a rule may look at.
///
/// Every look is bounds-checked: an index outside the sentence has no class and no form.
final class Passage {
    let text: UnsafeBufferPointer<UInt8>
    let vocabulary: QuantityVocabulary
    let words: Words
    let atoms: [Atom]
    /// The block is a headline: capital letters mean nothing.
    let isTitle: Bool
    private let dollars: DollarContext
    /// "ago" stands somewhere, without which no numeral needs to be read for it.
    private(set) lazy var holdsAgo = atoms.contains { $0.openings.contains(.ago) }

    /// The currency of a bare "$" here: "Reserves in Canadian dollars are $200 billion".
    private(set) lazy var dollar: Int =
        statedDollar ?? vocabulary.unit(named: dollars.currency) ?? vocabulary.dollar

    init(
        text: UnsafeBufferPointer<UInt8>, vocabulary: QuantityVocabulary, words: Words, atoms: [Atom], isTitle: Bool,
        dollars: DollarContext
    ) {
        self.text = text
        self.vocabulary = vocabulary
        self.words = words
        self.atoms = atoms
        self.isTitle = isTitle
        self.dollars = dollars
    }

    @inline(__always)
    func atom(_ index: Int) -> Atom? { atoms.indices.contains(index) ? atoms[index] : nil }

    @inline(__always)
    func has(_ index: Int, _ classes: AtomClasses) -> Bool {
        atoms.indices.contains(index) && atoms[index].classes.hasAny(classes)
    }

    @inline(__always)
    func `is`(_ index: Int, _ form: AtomForm) -> Bool {
        atoms.indices.contains(index) && atoms[index].form == form
    }

    func isHyphenated(_ index: Int) -> Bool { atoms.indices.contains(index) && atoms[index].hyphenated }

    func isGlued(_ index: Int) -> Bool { atoms.indices.contains(index) && atoms[index].glued }

    func value(_ index: Int) -> Int64 {
        atoms.indices.contains(index) ? vocabulary.value(of: atoms[index].word) : 0
    }

    /// What the lexicon knows of the token that the atom belongs to; empty for a piece of a compound.
    func wordClasses(_ index: Int) -> WordClasses {
        guard let atom = atom(index), atom.form == .word, !atom.hyphenated else { return [] }
        return words.classes[Int(atom.token)]
    }

    func isCapitalised(_ index: Int) -> Bool { has(index, .capitalised) }

    /// The atom's text equals an ASCII word, in any case.
    func reads(_ index: Int, _ word: StaticString) -> Bool {
        guard let atom = atom(index), atom.span.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount {
            let byte = text[Int(atom.start) + offset]
            let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if folded != word.utf8Start[offset] { return false }
        }
        return true
    }

    func readsAny(_ index: Int, _ words: [StaticString]) -> Bool {
        guard let atom = atom(index) else { return false }
        let count = atom.span.count
        let first = text[Int(atom.start)] | 0x20
        for word in words where word.utf8CodeUnitCount == count && word.utf8Start.pointee | 0x20 == first {
            if reads(index, word) { return true }
        }
        return false
    }

    /// "in Canadian dollars", without a number before it.
    private var statedDollar: Int? {
        let reader = AmountReader(self)
        for index in atoms.indices where has(index, .in) {
            if let (unit, end) = reader.unitName(at: index + 1), end > index + 2, vocabulary.units[unit].isMoney,
                reads(end - 1, "dollars")
            {
                return unit
            }
        }
        return nil
    }

    /// Punctuation or the sentence's end.
    func isBreak(_ index: Int) -> Bool {
        guard let atom = atom(index) else { return true }
        switch atom.form {
        case .word, .digits, .opaque, .currency, .percent: return false
        case .comma, .period, .colon, .semicolon, .dash, .openBracket, .closeBracket, .quote, .mark: return true
        }
    }

    func endsWith(_ index: Int, _ ending: StaticString) -> Bool {
        guard let atom = atom(index), atom.form == .word, atom.span.count > ending.utf8CodeUnitCount else {
            return false
        }
        let start = Int(atom.end) - ending.utf8CodeUnitCount
        for offset in 0..<ending.utf8CodeUnitCount where text[start + offset] != ending.utf8Start[offset] {
            return false
        }
        return true
    }
}
