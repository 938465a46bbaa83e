import TextModel

/// Reads runs of digits with their separators.
///
/// Read: "10,000", "1,234.5", "0.1", ".5", "12,34,567" (Indian groups), "1.234,56" (continental, when only that fits).
/// Left alone: "1,3", "1.234.567", "192.168.1.2", "007", more than 18 significant digits.
enum DigitScanner {
    /// - Returns: the end of the run of digits, commas and points that begins at `start`, and its value; nil when the
    ///   run has no safe reading.
    /// - Complexity: O(length of the run).
    static func scan(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> (number: DecimalNumber?, end: Int) {
        var index = start
        while index < end {
            let byte = text[index]
            if isDigit(byte) {
                index += 1
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), index + 1 < end, isDigit(text[index + 1])
            {
                index += 2
            } else {
                break
            }
        }
        return (value(text, start..<index), index)
    }

    private static func value(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> DecimalNumber? {
        guard range.count <= 40 else { return nil }
        var commas: [Int] = []
        var points: [Int] = []
        for index in range {
            if text[index] == UInt8(ascii: ",") { commas.append(index) }
            if text[index] == UInt8(ascii: ".") { points.append(index) }
        }
        if points.count == 1, commas.count == 1, let comma = commas.first, let point = points.first, comma > point {
            // "1.234,56"; "1.234,567" could be either.
            let decimals = range.upperBound - comma - 1
            guard comma - point == 4, decimals != 3, (1...3).contains(point - range.lowerBound) else { return nil }
            return number(text, range, skipping: UInt8(ascii: "."), point: comma)
        }
        guard points.count <= 1 else { return nil }
        let point = points.first ?? range.upperBound
        guard commas.allSatisfy({ $0 < point }), areGroups(range.lowerBound, commas, point) else { return nil }
        // "007" and "0123" are codes.
        if point - range.lowerBound > 1, text[range.lowerBound] == UInt8(ascii: "0") { return nil }
        return number(text, range, skipping: UInt8(ascii: ","), point: points.first)
    }

    /// Groups of three, or the Indian ones: three at the end, two before.
    private static func areGroups(_ start: Int, _ commas: [Int], _ end: Int) -> Bool {
        guard let first = commas.first, let last = commas.last else { return true }
        guard end - last == 4 else { return false }
        let inner = zip(commas, commas.dropFirst()).map { $1 - $0 - 1 }
        if inner.allSatisfy({ $0 == 3 }) { return (1...3).contains(first - start) }
        return inner.allSatisfy { $0 == 2 } && (1...2).contains(first - start)
    }

    private static func number(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, skipping separator: UInt8, point: Int?
    ) -> DecimalNumber? {
        var mantissa: Int64 = 0
        var exponent = 0
        for index in range where text[index] != separator && index != point {
            let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int64(text[index] & 0x0F))
            if overflow || carry { return nil }
            mantissa = sum
            if let point, index > point { exponent -= 1 }
        }
        return DecimalNumber(mantissa, exponent: exponent)
    }

    /// What "e-4" behind a number makes of it, and where that ends; nil where none stands.
    /// - Returns: no number where it does not fit.
    static func power(
        _ text: UnsafeBufferPointer<UInt8>, of base: DecimalNumber, from start: Int, to end: Int
    ) -> (number: DecimalNumber?, end: Int)? {
        guard start < end, text[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        var index = start + 1
        var isNegative = false
        if index < end, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
            isNegative = text[index] == UInt8(ascii: "-")
            index += 1
        }
        var exponent = 0
        let first = index
        while index < end, isDigit(text[index]), exponent < 400 {
            exponent = exponent * 10 + Int(text[index] & 0x0F)
            index += 1
        }
        guard index > first, index == end || !isDigit(text[index]), exponent < 400 else { return nil }
        return (base.multiplied(by: DecimalNumber(1, exponent: isNegative ? -exponent : exponent)), index)
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// The value of a fraction sign, and its length in bytes: "½" is 0.5 and 2.
    static func fraction(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int
    ) -> (number: DecimalNumber, length: Int)? {
        if text[index] == 0xC2, index + 1 < end {
            switch text[index + 1] {
            case 0xBC: return (DecimalNumber(25, exponent: -2), 2)
            case 0xBD: return (DecimalNumber(5, exponent: -1), 2)
            case 0xBE: return (DecimalNumber(75, exponent: -2), 2)
            default: return nil
            }
        }
        guard text[index] == 0xE2, index + 2 < end, text[index + 1] == 0x85 else { return nil }
        let parts: [UInt8: (Int64, Int64)] = [
            0x90: (1, 7), 0x91: (1, 9), 0x92: (1, 10), 0x93: (1, 3), 0x94: (2, 3), 0x95: (1, 5), 0x96: (2, 5),
            0x97: (3, 5), 0x98: (4, 5), 0x99: (1, 6), 0x9A: (5, 6), 0x9B: (1, 8), 0x9C: (3, 8), 0x9D: (5, 8),
            0x9E: (7, 8),
        ]
        guard let (above, below) = parts[text[index + 2]] else { return nil }
        return (DecimalNumber.quotient(above, below), 3)
    }
}

extension DecimalNumber {
    /// To 15 digits; nil for a power of zero, and for a reciprocal that does not fit.
    /// - Complexity: O(exponent).
    func raised(to exponent: Int) -> DecimalNumber? {
        guard mantissa != 0, abs(exponent) < 400 else { return nil }
        var power = DecimalNumber(1)
        for _ in 0..<abs(exponent) { power = power.multiplied(by: self, digits: 18) }
        guard exponent < 0 else { return power.rounded(to: 15) }
        guard power.mantissa > 0, power.mantissa <= 1_000_000_000_000 else { return nil }
        return DecimalNumber.quotient(1, power.mantissa).multiplied(
            by: DecimalNumber(1, exponent: -power.exponent), digits: 15)
    }

    /// To 15 significant digits: 1/3 is 0.333333333333333.
    /// - Precondition: `below` is positive, `above` is not negative; both under a million million.
    static func quotient(_ above: Int64, _ below: Int64) -> DecimalNumber {
        guard above > 0, below > 0 else { return .zero }
        var rest = above % below
        var digits = above / below
        var exponent = 0
        while rest != 0, digits < 100_000_000_000_000 {
            rest *= 10
            digits = digits * 10 + rest / below
            rest %= below
            exponent -= 1
        }
        if rest * 2 >= below { digits += 1 }
        return DecimalNumber(digits, exponent: exponent)
    }
}
