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

/// `base` to the power of `exponent`, for a base from 0 to 1; as alike on every machine as `exponential`.
func power(_ base: Double, _ exponent: Double) -> Double {
    guard base > 0 else { return 0 }
    // The logarithm by the exponent's bits and a series in (m - 1) / (m + 1), which is below 0.18.
    var mantissa = base.significand
    var twos = Double(base.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
        mantissa /= 2
        twos += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    var term = ratio
    var sum = ratio
    for order in [3.0, 5, 7, 9, 11] {
        term *= ratio * ratio
        sum += term / order
    }
    return exponential(exponent * (2 * sum + twos * 0.693_147_180_559_945_3))
}
