/// An exact decimal: `mantissa` × 10^`exponent`, without trailing zeros in the mantissa.
///
/// Keeps "0.1" as 0.1 and 10^300 as such; arithmetic that would not be exact returns nil.
public struct DecimalNumber: Hashable, Sendable {
    public let mantissa: Int64
    public let exponent: Int

    /// Normalises, so that equal values are equal in memory.
    public init(_ mantissa: Int64, exponent: Int = 0) {
        var mantissa = mantissa
        var exponent = mantissa == 0 ? 0 : exponent
        while mantissa != 0, mantissa % 10 == 0 {
            mantissa /= 10
            exponent += 1
        }
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// Reads digits with at most one point and a leading sign: "-1234.5".
    /// - Returns: nil for anything else, and for more than 18 significant digits.
    public init?(plain text: some StringProtocol) {
        var mantissa: Int64 = 0
        var exponent = 0
        var negative = false
        var pointSeen = false
        var digits = 0
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: "+") where index == 0: break
            case UInt8(ascii: ".") where !pointSeen: pointSeen = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
                guard !overflow, !carry else { return nil }
                mantissa = sum
                digits += 1
                if pointSeen { exponent -= 1 }
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        self.init(negative ? -mantissa : mantissa, exponent: exponent)
    }

    /// Computed and inlinable, so that it is a constant also in the modules that use it.
    @inlinable public static var zero: DecimalNumber { DecimalNumber(normalized: 0, exponent: 0) }

    /// - Precondition: the mantissa has no trailing zeros, and zero no exponent.
    @inlinable init(normalized mantissa: Int64, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// - Returns: nil when the product has more digits than fit.
    public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
        return overflow ? nil : DecimalNumber(product, exponent: exponent + other.exponent)
    }

    /// The product, rounded half away from zero to so many significant digits.
    /// - Precondition: `digits` is 1 to 18.
    public func multiplied(by other: DecimalNumber, digits: Int) -> DecimalNumber {
        DecimalNumber.rounded(
            Int128(mantissa) * Int128(other.mantissa), exponent: exponent + other.exponent, to: digits)
    }

    /// Rounded half away from zero to so many significant digits.
    /// - Precondition: `digits` is 1 to 18.
    public func rounded(to digits: Int) -> DecimalNumber {
        DecimalNumber.rounded(Int128(mantissa), exponent: exponent, to: digits)
    }

    private static func rounded(_ mantissa: Int128, exponent: Int, to digits: Int) -> DecimalNumber {
        precondition((1...18).contains(digits))
        var limit: Int128 = 1
        for _ in 0..<digits { limit *= 10 }
        var (magnitude, exponent, rest) = (mantissa.magnitude, exponent, UInt128(0))
        while magnitude >= limit.magnitude {
            rest = magnitude % 10
            magnitude /= 10
            exponent += 1
        }
        if rest >= 5 { magnitude += 1 }
        return DecimalNumber(Int64(mantissa < 0 ? -Int128(magnitude) : Int128(magnitude)), exponent: exponent)
    }

    /// - Returns: nil when the sum has more digits than fit.
    public func adding(_ other: DecimalNumber) -> DecimalNumber? {
        if mantissa == 0 { return other }
        if other.mantissa == 0 { return self }
        let low = min(exponent, other.exponent)
        guard let left = scaledMantissa(to: low), let right = other.scaledMantissa(to: low) else {
            return nil
        }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : DecimalNumber(sum, exponent: low)
    }

    public var negated: DecimalNumber { DecimalNumber(-mantissa, exponent: exponent) }

    private func scaledMantissa(to low: Int) -> Int64? {
        guard exponent - low <= 18 else { return nil }
        var scaled = mantissa
        for _ in 0..<(exponent - low) {
            let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            scaled = product
        }
        return scaled
    }
}

extension DecimalNumber: Comparable {
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        if left.exponent == right.exponent { return left.mantissa < right.mantissa }
        if let difference = left.adding(right.negated) { return difference.mantissa < 0 }
        return left.approximate < right.approximate
    }

    /// The nearest Double; infinite beyond its range.
    public var approximate: Double {
        Double("\(mantissa)e\(exponent)") ?? (mantissa < 0 ? -.infinity : .infinity)
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// Plain digits with a point, never an exponent: "0.1", "-12", "2500000".
    public var description: String {
        let digits = String(mantissa.magnitude)
        let sign = mantissa < 0 ? "-" : ""
        if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
        let scale = -exponent
        let padded =
            digits.count > scale
            ? digits : String(repeating: "0", count: scale - digits.count + 1) + digits
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }
}
