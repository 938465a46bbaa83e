/// What an article's rows depend on, as a 256-bit hash: its content, the configuration, the models.
///
/// The caller makes it; equal fingerprints mean equal rows.
package struct Fingerprint: Hashable, Sendable {
    private let words: SIMD4<UInt64>

    /// - Parameter digest: a SHA-256; shorter ones are filled up with zeros, longer ones cut.
    package init(_ digest: some Sequence<UInt8>) {
        var words = SIMD4<UInt64>()
        for (index, byte) in digest.prefix(32).enumerated() {
            words[index / 8] |= UInt64(byte) << UInt64(56 - index % 8 * 8)
        }
        self.words = words
    }

    /// - Parameter stored: what `bytes` gave.
    init(stored: UnsafeRawBufferPointer) {
        var words = SIMD4<UInt64>()
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: stored.prefix(32))) }
        for index in 0..<4 { words[index] = UInt64(bigEndian: words[index]) }
        self.words = words
    }

    /// Of a digest any 64 bits tell as much as they can.
    package func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }

    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { room, count in
            for index in 0..<32 {
                room[index] = UInt8(truncatingIfNeeded: words[index / 8] >> UInt64(56 - index % 8 * 8))
            }
            count = 32
        }
    }
}
