/// A trained linear model with one output: a weight for each feature, found by the low bits of the feature's hash.
///
/// Features that share those bits share a weight, which training has allowed for (Weinberger et al. 2009); there is no
/// table to look through, and one load a feature.
public struct HashedWeights: Sendable {
    /// The same without a hold on the memory: for what is made at every decision and lives no longer than the model.
    public let borrowed: Borrowed
    private let bytes: ModelBytes

    public struct Borrowed: BitwiseCopyable, Sendable {
        /// What a trained weight was multiplied by before it was rounded.
        public let scale: Float
        @usableFromInline let mask: UInt64
        @usableFromInline nonisolated(unsafe) let weights: UnsafePointer<Int8>

        /// A feature's weight, times `scale`.
        @inlinable @inline(__always)
        public subscript(feature: UInt64) -> Int32 { Int32(weights[Int(truncatingIfNeeded: feature & mask)]) }
    }

    /// - Parameter name: what the sections' names begin with; a file may hold several models.
    public init(_ file: ModelFile, name: String) throws(LearningError) {
        let scales: UnsafeBufferPointer<Float> = try file.section("\(name).scale", count: 1)
        let weights: UnsafeBufferPointer<Int8> = try file.section("\(name).weights")
        guard weights.count > 0, weights.count & (weights.count - 1) == 0, let start = weights.baseAddress else {
            throw .malformedSection("\(name).weights", reason: "are no power of two")
        }
        guard scales[0].isFinite, scales[0] > 0 else {
            throw .malformedSection("\(name).scale", reason: "is no positive number")
        }
        borrowed = Borrowed(scale: scales[0], mask: UInt64(weights.count - 1), weights: start)
        bytes = file.bytes
    }
}
