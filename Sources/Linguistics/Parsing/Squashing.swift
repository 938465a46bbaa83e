/// The sigmoid as training and serving compute it: a quotient of polynomials, the same on every machine.
///
/// Serving has it in `CDense`; a change here needs one there, and the parser trained anew.
public enum Squashing {
    /// Close to the logistic function; exactly 0 and 1 from -6 and 6 on.
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
        let square = bounded * bounded
        let below = 27 + 9 * square
        return 0.25 * ((27 + 3 * square) * below - 18 * square * (27 + square)) / (below * below)
    }
}
