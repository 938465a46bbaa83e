/// The sigmoid as training and serving compute it: a quotient of polynomials, the same on every machine.
public enum Squashing {
    /// Each number, or the limit that is nearest to it. (`clamped` of the standard library is a call for each lane.)
    @inlinable @inline(__always)
    public static func bounded(_ value: SIMD8<Float>, by limit: Float) -> SIMD8<Float> {
        let upper = SIMD8<Float>(repeating: limit), lower = SIMD8<Float>(repeating: -limit)
        let below = value.replacing(with: upper, where: value .> upper)
        return below.replacing(with: lower, where: below .< lower)
    }

    /// Close to the hyperbolic tangent; exactly -1 and 1 from -3 and 3 on.
    @inlinable @inline(__always)
    public static func tangent(_ value: SIMD8<Float>) -> SIMD8<Float> {
        let bounded = bounded(value, by: 3)
        let square = bounded * bounded
        return bounded * (27 + square) / (27 + 9 * square)
    }

    /// Close to the logistic function; exactly 0 and 1 from -6 and 6 on.
    @inlinable @inline(__always)
    public static func sigmoid(_ value: SIMD8<Float>) -> SIMD8<Float> { 0.5 + 0.5 * tangent(0.5 * value) }

    /// The same for one number.
    @inlinable @inline(__always)
    public static func sigmoid(_ value: Float) -> Float {
        let bounded = min(3, max(-3, 0.5 * value))
        let square = bounded * bounded
        return 0.5 + 0.5 * (bounded * (27 + square) / (27 + 9 * square))
    }

    /// The derivative of `sigmoid`.
    @inlinable @inline(__always)
    public static func sigmoidSlope(_ value: Float) -> Float {
        let bounded = min(3, max(-3, 0.5 * value))
        let square = bounded * bounded, below = 27 + 9 * square
        return 0.25 * ((27 + 3 * square) * below - 18 * square * (27 + square)) / (below * below)
    }
}
