import CDense
import Learning

/// A layer of gated recurrences over the words of a sentence, the first half of the channels from left to right, the
/// second from right to left (simple recurrent units: Lei et al. 2018).
///
/// With c' the carry of the word before: forget f = σ(u₁ + v₁c' + b₁), reset r = σ(u₂ + v₂c' + b₂),
/// carry c = f·c' + (1 - f)·u₀, output r·c + (1 - r)·x, where u = W·x. Only the products are large, and they do not
/// wait for the word before.
struct RecurrentLayer: Sendable {
    private let width: Int
    private let weights: SignedByteMatrix
    /// v₁, v₂, b₁, b₂: half of each, as the sigmoid wants them, for carries in the fixed point of the vectors.
    private nonisolated(unsafe) let gates: UnsafePointer<Float>

    /// - Throws: when the file has no such layer.
    init(_ file: ModelFile, _ name: String, width: Int) throws(LearningError) {
        self.width = width
        weights = try SignedByteMatrix(file, name, depth: width, width: 3 * width)
        gates = try file.finite("\(name).gates", count: 4 * width)
    }

    /// u = W·x for words that lie one after the other.
    func project(_ bytes: UnsafePointer<UInt8>, count: Int, into products: UnsafeMutablePointer<Int16>) {
        weights.multiply(bytes, count: count, into: products)
    }

    /// Replaces the vectors of one sentence by the layer's outputs, and their bytes.
    /// - Parameter carry: room for `width` numbers.
    func recur(
        _ vectors: UnsafeMutablePointer<Int16>, _ bytes: UnsafeMutablePointer<UInt8>,
        _ products: UnsafePointer<Int16>, count: Int, carry: UnsafeMutablePointer<Float>
    ) {
        sayso_dense_recur(
            sayso_dense_best_variant(), vectors, bytes, products, gates, carry, count, width,
            0.5 / Float(1 << ParserModel.vectorBits), Int32(ParserModel.vectorShift))
    }
}
