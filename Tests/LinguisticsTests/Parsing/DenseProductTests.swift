import CDense
import Learning
import Testing

/// Products of small matrices: every variant that this processor has gives what the definition says.
@Suite struct DenseProductTests {
    @Test(arguments: [(1, 32, 16), (3, 64, 48), (4, 128, 128), (7, 16, 272), (9, 2, 64)])
    func equalsTheDefinition(rows: Int, depth: Int, width: Int) {
        var chance = Chance(seed: UInt64(rows))
        let x = (0..<rows * depth).map { _ in Int16.random(in: -2000...2000, using: &chance) }
        let w = (0..<depth * width).map { _ in Int16.random(in: -2000...2000, using: &chance) }
        var expected = [Int32](repeating: 0, count: rows * width)
        for row in 0..<rows {
            for input in 0..<depth {
                for column in 0..<width {
                    let weight = w[(input / 2 * width + column) * 2 + input % 2]
                    expected[row * width + column] &+= Int32(x[row * depth + input]) * Int32(weight)
                }
            }
        }
        for variant in 0...sayso_dense_best_variant() {
            var y = [Int32](repeating: -1, count: rows * width)
            sayso_dense_product_variant(variant, x, w, &y, rows, depth, width)
            #expect(y == expected, "variant \(variant)")
        }
    }

    /// Sums wrap around, in every variant alike.
    @Test func wrapsAround() {
        let x = [Int16](repeating: .min, count: 8), w = [Int16](repeating: .min, count: 8 * 16)
        for variant in 0...sayso_dense_best_variant() {
            var y = [Int32](repeating: -1, count: 16)
            sayso_dense_product_variant(variant, x, w, &y, 1, 8, 16)
            #expect(y.allSatisfy { $0 == 0 }, "variant \(variant)")
        }
    }

    @Test func addsTransposedProducts() {
        // aᵀ · b for a of 3 × 5 and b of 3 × 16, in whole numbers, which floats hold exactly.
        let a = (0..<15).map { Float($0 % 7) - 3 }, b = (0..<48).map { Float($0 % 11) - 5 }
        var c = [Float](repeating: 1, count: 5 * 16)
        sayso_dense_add_product(&c, a, 1, 5, b, 5, 3, 16)
        for row in 0..<5 {
            for column in 0..<16 {
                let sum = (0..<3).reduce(Float(1)) { $0 + a[$1 * 5 + row] * b[$1 * 16 + column] }
                #expect(c[row * 16 + column] == sum)
            }
        }
    }
}
