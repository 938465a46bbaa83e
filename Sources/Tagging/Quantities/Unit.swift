import TextModel

/// A unit of measure or a currency, from `units.tsv` and `currencies.tsv`.
struct Unit: Sendable {
    /// "kilometre", "percent", "USD".
    var name: String
    var kind: QuantityKind
    /// Duration units can be bounds of a rate: "a day", "per year".
    var isDuration: Bool { kind == .duration }
    var isMoney: Bool { kind == .money }
    var isPercent: Bool { kind == .percent }
}

/// A name of a unit: a sequence of vocabulary words.
struct UnitName: Sendable {
    var words: [Int32]
    var unit: Int32
}

/// A case-sensitive symbol: "kW", "US$".
struct UnitSymbol: Sendable {
    var word: Int32
    var bytes: [UInt8]
    var unit: Int32
}

/// A phrase beside a number that bounds or softens it.
struct BoundPhrase: Sendable {
    var words: [Int32]
    var bound: Bound
    var before: Bool
}
