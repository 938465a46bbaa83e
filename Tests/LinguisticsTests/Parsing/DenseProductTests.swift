import CDense
import Learning
import Testing

/// Products of small matrices and what lies between them: every variant that this processor has gives what the
/// definition says.
@Suite struct DenseProductTests {
    private static let variants = 0...sayso_dense_best_variant()

    /// A weight as the definition has it, and where the packed matrix has it.
    private static func packed(_ input: Int, _ column: Int, depth: Int) -> Int {
        ((column / 16 * (depth / 4) + input / 4) * 16 + column % 16) * 4 + input % 4
    }

    private static func sums(
        _ x: [UInt8], _ w: [Int8], _ start: [Int32], rows: Int, depth: Int, width: Int
    ) -> [Int32] {
        (0..<rows * width).map { place in
            let (row, column) = (place / width, place % width)
            return (0..<depth).reduce(start[column]) {
                $0 + Int32(x[row * depth + $1]) * Int32(w[packed($1, column, depth: depth)])
            }
        }
    }

    /// As chance has it, and the greatest numbers, at which narrower sums would overflow.
    @Test(arguments: [(1, 32, 16), (3, 64, 48), (4, 128, 128), (7, 16, 272), (9, 4, 64)], [false, true])
    func equalsTheDefinition(sizes: (Int, Int, Int), greatest: Bool) {
        let (rows, depth, width) = sizes
        var chance = Chance(seed: UInt64(rows))
        let x = (0..<rows * depth).map { _ in greatest ? 255 : UInt8.random(in: 0...255, using: &chance) }
        let w = (0..<depth * width).map { _ in Int8.random(in: greatest ? -64 ... -63 : -64...64, using: &chance) }
        let start = (0..<width).map { _ in Int32.random(in: -9999...9999, using: &chance) }
        let scales = (0..<width).map { _ in Float.random(in: -0.1...0.1, using: &chance) }
        let expected = Self.sums(x, w, start, rows: rows, depth: depth, width: width).enumerated().map {
            Int16(max(-2000, min(2000, (Float($1) * scales[$0 % width]).rounded(.toNearestOrEven))))
        }
        for variant in Self.variants {
            var y = [Int16](repeating: -1, count: rows * width)
            sayso_dense_product(variant, x, w, start, scales, &y, rows, depth, width, 2000)
            #expect(y == expected, "variant \(variant)")
        }
    }

    @Test(arguments: [0..<112, 0..<64, 48..<112, 16..<48, 0..<128])
    func findsTheFirstBest(columns: Range<Int>) {
        var chance = Chance(seed: UInt64(columns.count))
        let depth = 32
        for _ in 0..<50 {
            let x = (0..<depth).map { _ in UInt8.random(in: 0...255, using: &chance) }
            // Few weights, so that several columns are best.
            var w = [Int8](repeating: 0, count: depth * 128)
            for column in 0..<128 { w[Self.packed(0, column, depth: depth)] = .random(in: -5...5, using: &chance) }
            let scales = [Float](repeating: 0.5, count: 128), biases = (0..<128).map { Float($0 % 3) }
            let scores = Self.sums(x, w, Array(repeating: 0, count: 128), rows: 1, depth: depth, width: 128)
                .enumerated().map { (Float($1) * scales[$0] + biases[$0]).rounded(.toNearestOrEven) }
            let highest = columns.map { scores[$0] }.max()
            for variant in Self.variants {
                let best = sayso_dense_best(
                    variant, x, w, scales, biases, depth, columns.lowerBound, columns.upperBound)
                #expect(Int(best) == columns.first { scores[$0] == highest }, "variant \(variant)")
            }
        }
    }

    @Test func sumsRows() {
        var chance = Chance(seed: 3)
        let table = (0..<5 * 48).map { _ in Int16.random(in: .min ... .max, using: &chance) }
        let sums = (0..<48).map { column in (0..<5).reduce(Int16(0)) { $0 &+ table[$1 * 48 + column] } }
        let bytes = sums.map { UInt8(max(0, min(255, (Int($0) + 64) >> 7 + 128))) }
        table.withUnsafeBufferPointer { table in
            let rows = (0..<5).compactMap { row in table.baseAddress.map { $0 + row * 48 } }
            for variant in Self.variants {
                var sum = [Int16](repeating: -1, count: 48), byte = [UInt8](repeating: 1, count: 48)
                sayso_dense_sum_rows(variant, rows, 5, 48, &sum, &byte, 7, 128)
                #expect(sum == sums && byte == bytes, "variant \(variant)")
            }
        }
    }

    /// Fractions too are rounded alike, whatever the numbers.
    @Test func recursAlikeInEveryVariant() {
        var chance = Chance(seed: 4)
        let rows = 9, width = 64
        let x = (0..<rows * width).map { _ in Int16.random(in: .min ... .max, using: &chance) }
        let u = (0..<3 * rows * width).map { _ in Int16.random(in: .min ... .max, using: &chance) }
        let gates = (0..<4 * width).map { Float.random(in: -1...1, using: &chance) / ($0 < 2 * width ? 1024 : 1) }
        let results = Self.variants.map { variant in
            var x = x, bytes = [UInt8](repeating: 0, count: rows * width)
            var carry = [Float](repeating: 0, count: width)
            sayso_dense_recur(variant, &x, &bytes, u, gates, &carry, rows, width, 0.5 / 1024, 8)
            #expect(bytes == x.map { UInt8(min(255, (Int($0) + 128) >> 8 + 128)) })
            return x
        }
        #expect(results[0] != x)
        #expect(results.allSatisfy { $0 == results[0] })
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
