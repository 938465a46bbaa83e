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

    typealias Lanes = SIMD8<Float>

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
        carry.initialize(repeating: 0, count: width)
        let half = width / 2
        for step in 0..<count {
            recur(vectors, products, word: step, channels: 0..<half, carry)
            recur(vectors, products, word: count &- 1 &- step, channels: half..<width, carry)
        }
    }

    @inline(__always)
    private func recur(
        _ vectors: UnsafeMutablePointer<Int16>, _ products: UnsafePointer<Int32>, word: Int, channels: Range<Int>,
        _ carry: UnsafeMutablePointer<Float>
    ) {
        let x = vectors + word &* width
        let u = products + word &* 3 &* width
        var channel = channels.lowerBound
        while channel < channels.upperBound {
            let carried = Self.load(carry + channel)
            let candidate = Self.floats(u + channel) * unit
            let forget = Squashing.sigmoid(
                Self.floats(u + (width &+ channel)) * unit + Self.load(gates + channel) * carried
                    + Self.load(gates + (2 &* width &+ channel)))
            let reset = Squashing.sigmoid(
                Self.floats(u + (2 &* width &+ channel)) * unit + Self.load(gates + (width &+ channel)) * carried
                    + Self.load(gates + (3 &* width &+ channel)))
            let next = candidate + forget * (carried - candidate)
            UnsafeMutableRawPointer(carry + channel).storeBytes(of: next, as: Lanes.self)
            let input = Self.floats(x + channel)
            Self.store(input + reset * (next * Float(1 << ParserModel.vectorBits) - input), x + channel)
            channel &+= 8
        }
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
        UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
    }

    @inline(__always)
    private static func floats(_ pointer: UnsafePointer<Int32>) -> Lanes {
        Lanes(UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Int32>.self))
    }

    @inline(__always)
    private static func floats(_ pointer: UnsafePointer<Int16>) -> Lanes {
        Lanes(SIMD8<Int32>(truncatingIfNeeded: UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Int16>.self)))
    }

    /// Rounds to the nearest number of 16 bits: at 1.5 · 2²³ the last bit of a float is worth 1.
    @inline(__always)
    private static func store(_ values: Lanes, _ pointer: UnsafeMutablePointer<Int16>) {
        let bounded = Squashing.bounded(values, by: 32767)
        let bits = unsafeBitCast(bounded + 12_582_912, to: SIMD8<Int32>.self)
        let whole = SIMD8<Int16>(truncatingIfNeeded: bits)
        UnsafeMutableRawPointer(pointer).storeBytes(of: whole, as: SIMD8<Int16>.self)
    }
}
