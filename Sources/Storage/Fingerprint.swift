/// What an article's rows depend on, as a 256-bit hash: its content, the configuration, the models.
///
/// The caller makes it; equal fingerprints mean equal rows.
package struct Fingerprint: Hashable, Sendable {
    /// The bytes of the hash, as they lie in memory.
    private let words: SIMD4<UInt64>

    /// - Parameter digest: a SHA-256; shorter ones are filled up with zeros, longer ones cut.
    package init(_ digest: some Sequence<UInt8>) {
        var words = SIMD4<UInt64>()
        Swift.withUnsafeMutableBytes(of: &words) { room in
            for (index, byte) in digest.prefix(room.count).enumerated() { room[index] = byte }
        }
        self.words = words
    }

    /// - Parameter stored: what `bytes` gave.
    init(stored: UnsafeRawBufferPointer) {
        var words = SIMD4<UInt64>()
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: stored.prefix(32))) }
        self.words = words
    }

    /// Of a digest any 64 bits tell as much as they can.
    package func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }

    package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }
}
