import Linguistics
import TextModel
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
    /// By word number: what can begin with it.
    private let openings: [AtomOpenings]
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
    /// The names of units and currencies.
    let unitPhrases: PhraseTable<Int32>
    /// Case-sensitive unit and currency symbols; by word number of their lower-case form.
    private let symbolsByWord: [[UnitSymbol]]
    /// What bounds the number behind it.
    let boundsBefore: PhraseTable<Bound>
    /// What bounds the number before it.
    let boundsAfter: PhraseTable<Bound>
    let ordinals: PhraseTable<OrdinalNumerals.Place>

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
        openings = zip(builder.classes, builder.openings).map(AtomOpenings.init(of:_:))
        values = builder.values
        units = builder.units
        unitsByName = Dictionary(
            builder.units.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        unitNames = builder.unitNames
        percent = unitsByName["percent"] ?? 0
        dollar = unitsByName["USD"] ?? 0
        let count = builder.classes.count
        unitPhrases = PhraseTable(builder.names, by: .first, wordCount: count)
        boundsBefore = PhraseTable(builder.boundsBefore, by: .last, wordCount: count)
        boundsAfter = PhraseTable(builder.boundsAfter, by: .first, wordCount: count)
        ordinals = PhraseTable(builder.ordinals, by: .first, wordCount: count)
        var symbols = [[UnitSymbol]](repeating: [], count: count)
        for symbol in builder.symbols { symbols[Int(symbol.word)].append(symbol) }
        symbolsByWord = symbols
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

    /// How values of a quantity become values of the base unit; nil for money, counts and units of no fixed size.
    func scale(of quantity: Quantity) -> UnitScale? { quantity.scaled.flatMap { units[$0].scale } }

    /// What a normalised unit is called: "dollar", "us dollar" and more for "USD"; of a rate only itself.
    func names(ofUnit name: String) -> [String] { unit(named: name).map { [name] + unitNames[$0] } ?? [name] }

    @inline(__always)
    func classes(of word: Int32) -> AtomClasses { word < 0 ? [] : classes[Int(word)] }
    @inline(__always)
    func openings(of word: Int32) -> AtomOpenings { word < 0 ? [] : openings[Int(word)] }
    func value(of word: Int32) -> Int64 { word < 0 ? 0 : values[Int(word)] }
    func symbols(_ word: Int32) -> [UnitSymbol] { word < 0 ? [] : symbolsByWord[Int(word)] }
}
