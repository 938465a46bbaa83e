/// e to the power of `x`, to about seven digits, the same on every machine: `x` is split into a power of two and a
/// remainder that a polynomial answers.
func exponential(_ x: Double) -> Double {
    let exponent = (min(max(x, -700), 700) * 1.442_695_040_888_963_4).rounded()
    let rest = min(max(x, -700), 700) - exponent * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for order in 1...9 {
        term *= rest / Double(order)
        sum += term
    }
    return sum * Double(sign: .plus, exponent: Int(exponent), significand: 1)
}
