import WordLists

/// Every word that the grammar of quantities knows, looked up by bytes: number words, units, currencies, bounds,
/// changes and the small words between them.
///
/// Building it reads the embedded lists once; share one value.
final class QuantityVocabulary: Sendable {
    private let table: WordTable
    private let filter: WordFilter
    /// By word number: what a word can be.
    private let classes: [AtomClasses]
    /// By word number: the value of a number word, the power of ten of a magnitude, the number of a month.
    private let values: [Int64]
    let units: [Unit]
    let auxiliaries = Auxiliaries()
    /// Units and currencies whose name begins with a word, longest name first; by word number.
    private let namesByFirst: [[UnitName]]
    /// Case-sensitive unit and currency symbols; by word number of their lower-case form.
    private let symbolsByWord: [[UnitSymbol]]
    /// Bound phrases by the number of the word that stands next to the numeral, longest first.
    private let boundsBefore: [[BoundPhrase]]
    private let boundsAfter: [[BoundPhrase]]

    init() {
        var builder = VocabularyBuilder()
        builder.addWords("number-words")
        builder.addWords("quantity-words")
        builder.addChanges()
        builder.addUnits()
        builder.addCurrencies()
        builder.addBounds()
        builder.addVerbs()
        table = WordTable(builder.numbers.map { (key: $0.key, value: $0.value) })
        filter = WordFilter(words: builder.numbers.keys)
        classes = builder.classes
        values = builder.values
        units = builder.units
        let count = builder.classes.count
        namesByFirst = Self.grouped(builder.names, count, by: \.words.first) { $0.words.count > $1.words.count }
        symbolsByWord = Self.grouped(builder.symbols, count, by: \.word) { _, _ in false }
        boundsBefore = Self.grouped(builder.bounds.filter(\.before), count, by: \.words.last) {
            $0.words.count > $1.words.count
        }
        boundsAfter = Self.grouped(builder.bounds.filter { !$0.before }, count, by: \.words.first) {
            $0.words.count > $1.words.count
        }
    }

    /// The number of the word at `range`; nil when the grammar does not know it.
    @inline(__always)
    func word(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32? {
        guard filter.mayHold(text, range) else { return nil }
        return table.value(in: text, range)
    }

    func classes(of word: Int32) -> AtomClasses { word < 0 ? [] : classes[Int(word)] }
    func value(of word: Int32) -> Int64 { word < 0 ? 0 : values[Int(word)] }
    func names(from word: Int32) -> [UnitName] { word < 0 ? [] : namesByFirst[Int(word)] }
    func symbols(_ word: Int32) -> [UnitSymbol] { word < 0 ? [] : symbolsByWord[Int(word)] }
    func boundsBefore(_ word: Int32) -> [BoundPhrase] { word < 0 ? [] : boundsBefore[Int(word)] }
    func boundsAfter(_ word: Int32) -> [BoundPhrase] { word < 0 ? [] : boundsAfter[Int(word)] }

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

/// Says quickly that a word is certainly not in the vocabulary, from its first two bytes and its length.
struct WordFilter: Sendable {
    private var lengths = [UInt32](repeating: 0, count: 65536)

    init(words: some Sequence<String>) {
        for word in words {
            let bytes = Array(word.utf8)
            for first in Self.cases(bytes.first) {
                for second in Self.cases(bytes.count > 1 ? bytes[1] : nil) {
                    lengths[Int(first) << 8 | Int(second)] |= 1 << UInt32(min(bytes.count, 31))
                }
            }
        }
    }

    @inline(__always)
    func mayHold(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        let second = range.count > 1 ? text[first + 1] : 0
        // A curly apostrophe is two bytes longer than the straight one of the lists.
        let found = lengths[Int(text[first]) << 8 | Int(second)]
        return found & (1 << UInt32(min(range.count, 31))) != 0
            || range.count > 3 && found & (1 << UInt32(min(range.count - 2, 31))) != 0
    }

    private static func cases(_ byte: UInt8?) -> [UInt8] {
        guard let byte else { return [0] }
        return byte &- 0x61 < 26 ? [byte, byte & 0xDF] : [byte]
    }
}
