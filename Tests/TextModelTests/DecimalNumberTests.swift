import Testing
import TextModel

@Suite struct DecimalNumberTests {
    @Test(arguments: [
        ("0.1", "0.1"), ("-12", "-12"), ("2500000", "2500000"), ("0.10", "0.1"), ("1234.5", "1234.5"),
        ("-0.05", "-0.05"),
        ("999999999999999", "999999999999999"), ("0", "0"), ("+7", "7"), (".5", "0.5"),
    ])
    func plainTextIsExact(_ row: (text: String, written: String)) {
        #expect(DecimalNumber(plain: row.text)?.description == row.written)
    }

    @Test(arguments: ["", "-", "1e5", "1,000", "1.2.3", "five", "99999999999999999999"])
    func otherTextIsNone(_ text: String) { #expect(DecimalNumber(plain: text) == nil) }

    @Test func powersBeyondADoubleAreExact() {
        let huge = DecimalNumber(1, exponent: 300)
        #expect(huge.description == "1" + String(repeating: "0", count: 300))
        #expect(huge.multiplied(by: huge)?.description.count == 601)
        #expect(huge < DecimalNumber(2, exponent: 300))
    }

    @Test(arguments: [
        (2, 3, 15, "6"), (123_456_789_012_345, 10, 15, "1234567890123450"),
        (999_999_999_999_999_999, 2, 15, "2000000000000000000"),
        (333_333_333_333_333_333, 3, 3, "1000000000000000000"), (-15, 1, 1, "-20"), (14, 1, 1, "10"),
    ])
    func productsAreRounded(_ row: (left: Int64, right: Int64, digits: Int, product: String)) {
        let product = DecimalNumber(row.left).multiplied(by: DecimalNumber(row.right), digits: row.digits)
        #expect(product.description == row.product)
    }

    /// Seeded: what is written is read back; sums and products agree with integers; rounding changes at most half of the
    /// last place.
    @Test func arithmeticIsExact() {
        var state: UInt64 = 42
        func next(_ bound: Int64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % bound
        }
        for _ in 0..<500 {
            let (left, right) = (next(1_000_000) - 500_000, next(1_000_000) - 500_000)
            let exponent = Int(next(12)) - 6
            let number = DecimalNumber(left, exponent: exponent)
            #expect(DecimalNumber(plain: number.description) == number)
            #expect(
                number.adding(DecimalNumber(right, exponent: exponent))
                    == DecimalNumber(left + right, exponent: exponent))
            #expect(number.multiplied(by: DecimalNumber(right)) == DecimalNumber(left * right, exponent: exponent))
            #expect(
                number.multiplied(by: DecimalNumber(right), digits: 15)
                    == DecimalNumber(left * right, exponent: exponent))
            let rounded = DecimalNumber(left * 1000 + right % 1000).rounded(to: 4)
            #expect(abs(rounded.approximate - Double(left * 1000 + right % 1000)) <= 50_001)
        }
    }
}
