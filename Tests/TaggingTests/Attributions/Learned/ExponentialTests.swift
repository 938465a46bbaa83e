import Foundation
import Testing

@testable import Tagging

@Suite struct ExponentialTests {
    @Test(arguments: [-700, -20, -1, -0.3, 0, 1e-9, 0.5, 1, 3.7, 20, 300])
    func agreesWithTheLibrary(x: Double) {
        #expect(abs(exponential(x) / Foundation.exp(x) - 1) < 1e-7)
    }

    @Test(arguments: [-1e300, 1e300, -Double.infinity, .infinity])
    func endsFarOut(x: Double) {
        #expect(exponential(x).isFinite)
    }

    @Test(arguments: [0, 1e-12, 0.05, 0.25, 0.5, 0.72, 0.99, 1])
    func powersAgreeWithTheLibrary(base: Double) {
        for exponent in [1 / 1.3, 1, 1.3] {
            #expect(abs(power(base, exponent) - Foundation.pow(base, exponent)) < 1e-6)
        }
    }
}
