import TextModel

/// Numbers as ASCII digits, without going through a `String`.
extension ByteSink where Self: ~Copyable {
    /// Appends plain digits with a leading minus: "-12".
    mutating func append(integer value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(digits: UInt64(value.magnitude))
    }

    /// Appends plain digits with a point and never an exponent, as `DecimalNumber.description` does: "0.1", "-2500000".
    mutating func append(decimal number: DecimalNumber) {
        if number.mantissa < 0 { append(UInt8(ascii: "-")) }
        let scale = max(0, -number.exponent)
        withDigits(of: number.mantissa.magnitude) { digits in
            let whole = max(0, digits.count - scale)
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<whole]))
            if whole == 0 { append(UInt8(ascii: "0")) }
            for _ in 0..<max(0, number.exponent) { append(UInt8(ascii: "0")) }
            guard scale > 0 else { return }
            append(UInt8(ascii: "."))
            for _ in 0..<max(0, scale - digits.count) { append(UInt8(ascii: "0")) }
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[whole...]))
        }
    }

    /// Appends a share as two decimals without trailing zeros: "0.9", "1"; "null" when it is not finite.
    mutating func append(confidence value: Double) {
        guard let number = DecimalNumber(confidence: value) else { return append(literal: "null") }
        append(decimal: number)
    }

    private mutating func append(digits value: UInt64) {
        // Most numbers are offsets into an article: no call for the sake of a few bytes.
        withDigits(of: value) { digits in
            for digit in digits { append(digit) }
        }
    }
}

/// Calls `body` with the decimal digits of a number, in ASCII.
@inline(__always)
private func withDigits(of value: UInt64, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
        var start = digits.count
        var rest = value
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        body(UnsafeBufferPointer(rebasing: digits[start...]))
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
