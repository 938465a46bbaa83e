/// FNV-1a of 64 bits: tells bytes apart that nobody chose to be alike, the same on every machine.
package struct ByteHash {
    @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

    @inlinable package init() {}

    @inlinable package init(_ bytes: some Sequence<UInt8>) { add(bytes) }

    @inlinable package var value: UInt64 { state }

    @inlinable @inline(__always)
    package mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

    @inlinable package mutating func add(_ bytes: some Sequence<UInt8>) {
        // What lies in one piece is hashed as such, which is several times faster.
        if bytes.withContiguousStorageIfAvailable({ addBuffer($0) }) == nil { for byte in bytes { add(byte) } }
    }

    @inlinable mutating func addBuffer(_ bytes: UnsafeBufferPointer<UInt8>) { for byte in bytes { add(byte) } }
}
