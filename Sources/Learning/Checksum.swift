/// A 64-bit checksum against damage, not against forgery: four lanes of eight bytes, each folded by a multiplication.
enum Checksum {
    /// - Complexity: O(*n*); several gigabytes a second.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
        var index = 0
        while index + 32 <= bytes.count {
            lanes.0 = step(lanes.0, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            lanes.1 = step(lanes.1, bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
            lanes.2 = step(lanes.2, bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self))
            lanes.3 = step(lanes.3, bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self))
            index += 32
        }
        while index < bytes.count {
            lanes.0 = step(lanes.0, UInt64(bytes[index]))
            index += 1
        }
        let all = step(step(lanes.0, lanes.1), step(lanes.2, lanes.3))
        return step(all, UInt64(truncatingIfNeeded: bytes.count))
    }

    /// A bijection of `word` for each `lane`, and of `lane` for each `word`: no single damaged word goes unseen.
    @inline(__always)
    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed &>> 29)
    }
}
