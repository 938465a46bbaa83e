import Glibc
import Learning

/// A table of weights that training changes, with its gradient, by Adam (Kingma and Ba 2015).
final class Parameter {
    let rows: Int
    let columns: Int
    let values: UnsafeMutablePointer<Float>
    let gradient: UnsafeMutablePointer<Float>
    private let mean: UnsafeMutablePointer<Float>
    private let square: UnsafeMutablePointer<Float>
    /// For a table of which a step touches few rows: only those are stepped.
    private let isSparse: Bool
    private var touched: [Int] = []
    private var isTouched: [Bool]

    /// Weights between -scale and scale.
    init(_ rows: Int, _ columns: Int, scale: Float, sparse: Bool = false, _ chance: inout Chance) {
        self.rows = rows
        self.columns = columns
        isSparse = sparse
        isTouched = Array(repeating: false, count: sparse ? rows : 0)
        let count = rows * columns
        values = .allocate(capacity: count)
        gradient = .zeros(count)
        mean = .zeros(count)
        square = .zeros(count)
        for index in 0..<count { values[index] = (chance.unit() * 2 - 1) * scale }
    }

    deinit {
        values.deallocate()
        gradient.deallocate()
        mean.deallocate()
        square.deallocate()
    }

    var count: Int { rows * columns }

    func row(_ index: Int) -> UnsafeMutablePointer<Float> { values + index * columns }

    /// The gradient of a row, which the next step will use.
    func gradientRow(_ index: Int) -> UnsafeMutablePointer<Float> {
        if isSparse, !isTouched[index] {
            isTouched[index] = true
            touched.append(index)
        }
        return gradient + index * columns
    }

    /// The sum of the gradient's squares.
    var gradientSquare: Float {
        ranges.reduce(0) { sum, range in
            var sum = sum
            for index in range { sum += gradient[index] * gradient[index] }
            return sum
        }
    }

    private var ranges: [Range<Int>] {
        isSparse ? touched.map { $0 * columns..<($0 + 1) * columns } : [0..<count]
    }

    /// Goes one step down the gradient times `scale`, and clears it.
    /// - Parameter number: of the step, from 1.
    func step(_ number: Int, rate: Float, scale: Float) {
        let first: Float = 0.9, second: Float = 0.99
        let rise = rate / (1 - powf(first, Float(number)))
        let spread = 1 / (1 - powf(second, Float(number)))
        for range in ranges {
            for index in range {
                let slope = gradient[index] * scale
                gradient[index] = 0
                mean[index] = first * mean[index] + (1 - first) * slope
                square[index] = second * square[index] + (1 - second) * slope * slope
                values[index] -= rise * mean[index] / ((square[index] * spread).squareRoot() + 1e-8)
            }
        }
        for row in touched { isTouched[row] = false }
        touched.removeAll(keepingCapacity: true)
    }
}

extension UnsafeMutablePointer<Float> {
    static func zeros(_ count: Int) -> Self {
        let pointer = allocate(capacity: count)
        pointer.initialize(repeating: 0, count: count)
        return pointer
    }

    /// Adds `count` numbers.
    @inline(__always)
    func add(_ other: UnsafePointer<Float>, count: Int) {
        for index in 0..<count { self[index] += other[index] }
    }
}

extension Chance {
    /// From 0 to below 1.
    @inline(__always)
    mutating func unit() -> Float { Float(next() >> 40) / 16_777_216 }
}
