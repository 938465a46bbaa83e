import TextModel

/// A unit of measure or a currency, from `units.tsv` and `currencies.tsv`.
struct Unit: Sendable {
    /// "kilometre", "percent", "USD".
    var name: String
    var kind: QuantityKind
    /// Nil for money and for units of no fixed size.
    var scale: UnitScale?
    /// Duration units can be bounds of a rate: "a day", "per year".
    var isDuration: Bool { kind == .duration }
    var isMoney: Bool { kind == .money }
    var isPercent: Bool { kind == .percent }
}

/// How values of a unit become values of the base unit of its dimension, in which they can be compared.
struct UnitScale: Sendable {
    /// "metre" for a length.
    var baseUnit: String
    var factor: DecimalNumber
    /// Added to the product, except to a difference: 273.15 from celsius to kelvin.
    var offset: DecimalNumber?

    /// To 15 significant digits; nil when the sum does not fit.
    /// - Parameter isDifference: the value is how far something rose or fell.
    func inBase(_ value: DecimalNumber, isDifference: Bool) -> DecimalNumber? {
        let product = value.multiplied(by: factor, digits: 15)
        guard let offset, !isDifference else { return product }
        return product.adding(offset)?.rounded(to: 15)
    }
}

/// A case-sensitive symbol: "kW", "US$".
struct UnitSymbol: Sendable {
    var word: Int32
    var bytes: [UInt8]
    var unit: Int32
}
