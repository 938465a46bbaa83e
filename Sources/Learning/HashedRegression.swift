#if canImport(Glibc)
    import Glibc
#endif

/// Learns a linear model with one output by stochastic gradients, with AdaGrad's step sizes (Duchi et al. 2011), in a
/// fixed number of weights that the low bits of the features' hashes choose.
///
/// The same steps in the same order give the same weights.
public struct HashedRegression: Sendable {
    public let rate: Float
    private var weights: [Float]
    /// For each weight the sum of its squared gradients.
    private var squares: [Float]

    /// - Parameter bits: the logarithm of the number of weights.
    public init(bits: Int, rate: Float) {
        self.rate = rate
        weights = Array(repeating: 0, count: 1 << bits)
        squares = Array(repeating: 0, count: 1 << bits)
    }

    /// Where a feature's weight lies.
    public func slot(of feature: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: feature & UInt64(weights.count - 1))
    }

    public func score(_ slots: some Collection<UInt32>) -> Float {
        var sum: Float = 0
        for slot in slots { sum += weights[Int(slot)] }
        return sum
    }

    /// One step: `gradient` is the wanted probability less the model's.
    public mutating func step(_ slots: some Collection<UInt32>, gradient: Float) {
        guard abs(gradient) > 0.001 else { return }
        for slot in slots {
            let slot = Int(slot)
            squares[slot] += gradient * gradient
            weights[slot] += rate * gradient / (squares[slot].squareRoot() + 0.1)
        }
    }

    /// The mean of several models of one size, which errs less than any of them.
    public static func mean(_ models: [HashedRegression]) -> HashedRegression {
        var mean = models[0]
        for slot in mean.weights.indices {
            mean.weights[slot] = models.reduce(0) { $0 + $1.weights[slot] } / Float(models.count)
        }
        return mean
    }

    /// Adds the sections that `HashedWeights(file, name:)` reads; weights beyond `largest` are cut down to it.
    public func write(to file: inout ModelFileWriter, name: String, cuttingAt largest: Float) {
        let scale = Float(Int8.max) / largest
        file.add("\(name).scale", [scale])
        file.add("\(name).weights", weights.map { Int8((min(max($0, -largest), largest) * scale).rounded()) })
    }
}
