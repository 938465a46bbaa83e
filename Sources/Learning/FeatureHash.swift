/// Hashes of features: what training and serving agree on, so a change here makes every model useless.
///
/// A feature is a number of 64 bits: the template's number combined with the hashes of what fills it. Two features
/// that share a hash share a row of weights; at 64 bits that does not happen in practice, and in a finished model,
/// which keeps part of the hash only, it happens to few features that training never saw.
public enum FeatureHash {
    /// One multiplication: the 128-bit product of both, folded.
    /// - Complexity: O(1); about five cycles.
    @inlinable @inline(__always)
    public static func combine(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }

    @inlinable @inline(__always)
    public static func combine(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        combine(combine(first, second), third)
    }

    /// The hash of a stretch of bytes; that of an empty one is a constant.
    /// - Complexity: O(*n*), eight bytes at a time.
    @inlinable @inline(__always)
    public static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: range.count) &* 0xA24B_AED4_963E_E407
        var index = range.lowerBound
        while index < range.upperBound {
            hash = combine(hash, eight(of: bytes, from: index, to: range.upperBound))
            index += 8
        }
        return hash
    }

    /// The next eight bytes as a number, with zeros for those that are not there.
    @inlinable @inline(__always)
    static func eight(of bytes: UnsafeBufferPointer<UInt8>, from index: Int, to end: Int) -> UInt64 {
        let count = min(8, end - index)
        guard index + 8 <= bytes.count else {
            // At the end of a text eight cannot be loaded at once.
            return (0..<count).reduce(0) { $0 | UInt64(bytes[index + $1]) &<< UInt64(8 * $1) }
        }
        let loaded = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A smart shift by 64 leaves nothing.
        return UInt64(littleEndian: loaded) & ~(~0 << UInt64(8 * count))
    }

    public static func of(_ word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { of($0, 0..<$0.count) }
    }
}
