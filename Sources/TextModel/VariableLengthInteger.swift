/// Whole numbers in as few bytes as they take (LEB128): seven bits a byte, the lowest first; the eighth says that more follow.
package enum VariableLengthInteger {
    /// Reads the number at a place, and moves the place behind it.
    /// - Returns: nil where the bytes end within it, or it has more than 64 bits; the place may then be anywhere.
    @inlinable
    package static func read(_ bytes: [UInt8], at position: inout Int) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            if shift == 63, byte > 1 { return nil }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}

extension [UInt8] {
    /// As `VariableLengthInteger` reads it: one to ten bytes.
    @inlinable
    package mutating func append(variableLength value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
