import CDense
import Learning

/// A layer of gated recurrences over the words of a sentence, the first half of the channels from left to right, the
/// second from right to left (simple recurrent units: Lei et al. 2018).
///
/// With c' the carry of the word before: forget f = σ(u₁ + v₁c' + b₁), reset r = σ(u₂ + v₂c' + b₂),
/// carry c = f·c' + (1 - f)·u₀, output r·c + (1 - r)·x, where u = W·x. Only the products are large, and they do not
/// wait for the word before.
struct RecurrentLayer: Sendable {
    let width: Int
    /// [width / 2][3 * width][2]
    nonisolated(unsafe) let weights: UnsafePointer<Int16>
    /// v₁, v₂, b₁, b₂
    nonisolated(unsafe) let gates: UnsafePointer<Float>
    /// What one unit of a product is worth.
    let unit: Float

    init(width: Int, bits: Int32, weights: UnsafePointer<Int16>, gates: UnsafePointer<Float>) {
        self.width = width
        self.weights = weights
        self.gates = gates
        unit = 1 / Float(1 << (Int(bits) + ParserModel.vectorBits))
    }

    /// u = W·x for words that lie one after the other.
    func project(_ vectors: UnsafePointer<Int16>, count: Int, into products: UnsafeMutablePointer<Int32>) {
        sayso_dense_product(vectors, weights, products, count, width, 3 * width)
    }

    /// Replaces the vectors of one sentence by the layer's outputs.
    /// - Parameter carry: room for `width` numbers.
    func recur(
        _ vectors: UnsafeMutablePointer<Int16>, _ products: UnsafePointer<Int32>, count: Int,
        carry: UnsafeMutablePointer<Float>
    ) {
        sayso_dense_recur(
            vectors, products, gates, carry, count, width, unit, Float(1 << ParserModel.vectorBits))
    }
}
