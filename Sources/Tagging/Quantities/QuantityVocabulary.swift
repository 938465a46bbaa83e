import Linguistics
import WordLists

/// Every word that the grammar of quantities knows, by the lexicon's number of its form or by its bytes: number words, units, currencies, bounds,
/// changes and the small words between them.
///
/// Building it reads the embedded lists once; share one value.
final class QuantityVocabulary: Sendable {
    /// Numbers these words too.
    let lexicon: Lexicon
    private let table: WordTable
    /// By the lexicon's number of a word form: the number of the word here, -1 when it has none.
    private let wordOfForm: [Int32]
    /// By word number: what a word can be.
    private let classes: [AtomClasses]
    /// By word number: the value of a number word, the power of ten of a magnitude, the number of a month.
    private let values: [Int64]
    let units: [Unit]
    private let unitsByName: [String: Int]
    /// By unit: what it is called, in small letters; the singular first.
    private let unitNames: [[String]]
    /// The units that rules ask for.
    let percent: Int
    let dollar: Int
    let auxiliaries = Auxiliaries()
    /// Units and currencies whose name begins with a word, longest name first; by word number.
    private let namesByFirst: [[UnitName]]
    /// Case-sensitive unit and currency symbols; by word number of their lower-case form.
    private let symbolsByWord: [[UnitSymbol]]
    /// Bound phrases by the number of the word that stands next to the numeral, longest first.
    private let boundsBefore: [[BoundPhrase]]
    private let boundsAfter: [[BoundPhrase]]
    /// By the number of their first word, longest first.
    private let ordinals: [[OrdinalPhrase]]

    init() {
        var builder = VocabularyBuilder()
        builder.addWords("number-words")
        builder.addWords("quantity-words")
        builder.addChanges()
        builder.addUnits()
        builder.addCurrencies()
        builder.addBounds()
        builder.addOrdinals()
        builder.addVerbs()
        table = WordTable(builder.words.enumerated().map { (key: $1, value: Int32($0)) })
        lexicon = Lexicon(numbering: builder.words)
        var wordOfForm = Array(repeating: Int32(-1), count: lexicon.formCount)
        for (word, spelling) in builder.words.enumerated() {
            if let form = lexicon.form(spelling) { wordOfForm[Int(form)] = Int32(word) }
        }
        self.wordOfForm = wordOfForm
        classes = builder.classes
        values = builder.values
        units = builder.units
        unitsByName = Dictionary(
            builder.units.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        unitNames = builder.unitNames
        percent = unitsByName["percent"] ?? 0
        dollar = unitsByName["USD"] ?? 0
        let count = builder.classes.count
        namesByFirst = Self.grouped(builder.names, count, by: \.words.first) { $0.words.count > $1.words.count }
        symbolsByWord = Self.grouped(builder.symbols, count, by: \.word) { _, _ in false }
        boundsBefore = Self.grouped(builder.bounds.filter(\.before), count, by: \.words.last) {
            $0.words.count > $1.words.count
        }
        ordinals = Self.grouped(builder.ordinals, count, by: \.words.first) { $0.words.count > $1.words.count }
        boundsAfter = Self.grouped(builder.bounds.filter { !$0.before }, count, by: \.words.first) {
            $0.words.count > $1.words.count
        }
    }

    /// The number of the word at `range`; nil when the grammar does not know it.
    @inline(__always)
    func word(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32? {
        table.value(in: text, range)
    }

    /// The number of the word whose form has this number in the lexicon; nil when the grammar does not know it.
    @inline(__always)
    func word(ofForm form: Int32) -> Int32? {
        guard form >= 0 else { return nil }
        let word = wordOfForm[Int(form)]
        return word < 0 ? nil : word
    }

    /// The unit of this normalised name; nil when the registry has none.
    func unit(named name: String) -> Int? { unitsByName[name] }

    /// What a normalised unit is called: "dollar", "us dollar" and more for "USD"; of a rate only itself.
    func names(ofUnit name: String) -> [String] { unit(named: name).map { [name] + unitNames[$0] } ?? [name] }

    func classes(of word: Int32) -> AtomClasses { word < 0 ? [] : classes[Int(word)] }
    func value(of word: Int32) -> Int64 { word < 0 ? 0 : values[Int(word)] }
    func names(from word: Int32) -> [UnitName] { word < 0 ? [] : namesByFirst[Int(word)] }
    func symbols(_ word: Int32) -> [UnitSymbol] { word < 0 ? [] : symbolsByWord[Int(word)] }
    func boundsBefore(_ word: Int32) -> [BoundPhrase] { word < 0 ? [] : boundsBefore[Int(word)] }
    func boundsAfter(_ word: Int32) -> [BoundPhrase] { word < 0 ? [] : boundsAfter[Int(word)] }

    /// The ordinal phrase that begins at an atom, and the atom behind it.
    func ordinal(_ passage: Passage, _ start: Int) -> (place: OrdinalNumerals.Place, end: Int)? {
        guard let first = passage.atom(start), first.word >= 0 else { return nil }
        for phrase in ordinals[Int(first.word)] {
            let end = start + phrase.words.count
            guard end <= passage.atoms.count,
                zip(phrase.words, passage.atoms[start..<end]).allSatisfy({ $0 == $1.word })
            else { continue }
            return (phrase.place, end)
        }
        return nil
    }

    private static func grouped<Value>(
        _ values: [Value], _ count: Int, by word: (Value) -> Int32?, before: (Value, Value) -> Bool
    ) -> [[Value]] {
        var groups = [[Value]](repeating: [], count: count)
        for value in values {
            if let word = word(value) { groups[Int(word)].append(value) }
        }
        return groups.map { $0.sorted(by: before) }
    }
}
