import TextModel

/// Numbers as ASCII digits, without going through a `String`.
extension [UInt8] {
    /// Appends plain digits with a leading minus: "-12".
    mutating func append(integer value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(digits: UInt64(value.magnitude))
    }

    /// Appends plain digits with a point and never an exponent, as `DecimalNumber.description` does: "0.1", "-2500000".
    mutating func append(decimal number: DecimalNumber) {
        if number.mantissa < 0 { append(UInt8(ascii: "-")) }
        let digits = number.mantissa.magnitude
        guard number.exponent < 0 else {
            append(digits: digits)
            append(contentsOf: repeatElement(UInt8(ascii: "0"), count: number.exponent))
            return
        }
        let start = count
        append(digits: digits)
        let scale = -number.exponent
        let missing = scale + 1 - (count - start)
        if missing > 0 { insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: start) }
        insert(UInt8(ascii: "."), at: count - scale)
    }

    /// Appends a share as two decimals without trailing zeros: "0.9", "1"; "null" when it is not finite.
    mutating func append(confidence value: Double) {
        guard let number = DecimalNumber(confidence: value) else { return append(contentsOf: "null".utf8) }
        append(decimal: number)
    }

    private mutating func append(digits value: UInt64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            var rest = value
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }
}

extension DecimalNumber {
    /// A confidence to two decimals. Two, because a spreadsheet with German settings reads "0.905" as 905.
    /// - Returns: nil when the value is not finite.
    init?(confidence value: Double) {
        guard value.isFinite else { return nil }
        self.init(Int64((Swift.min(Swift.max(value, 0), 1) * 100).rounded()), exponent: -2)
    }
}
