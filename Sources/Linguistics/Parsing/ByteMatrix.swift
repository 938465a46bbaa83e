import CDense
import Learning

/// A matrix of weights of one byte, by which bytes are multiplied; all its sums are whole numbers.
///
/// A column's sum times its scale is what the column gives, in the fixed point of what it is for.
struct ByteMatrix: Sendable {
    let depth: Int
    let width: Int
    /// [width / 16][depth / 4][16][4]
    nonisolated(unsafe) let weights: UnsafePointer<Int8>
    nonisolated(unsafe) let scales: UnsafePointer<Float>

    /// - Throws: when the file has no such matrix.
    init(_ file: ModelFile, _ name: String, depth: Int, width: Int) throws(LearningError) {
        self.depth = depth
        self.width = width
        let weights = try file.section("\(name).weights", of: Int8.self, count: depth * width)
        guard weights.allSatisfy({ $0.magnitude <= ParserModel.weightLimit.magnitude }) else {
            throw .malformedSection("\(name).weights", reason: "has numbers out of range")
        }
        self.weights = try weights.start(name)
        scales = try file.finite("\(name).scales", count: width)
    }
}

/// A matrix for bytes that have a sign: what `ParserModel.zero` adds to the sums is taken off by what they start from.
struct SignedByteMatrix: Sendable {
    let matrix: ByteMatrix
    nonisolated(unsafe) let start: UnsafePointer<Int32>

    /// - Throws: when the file has no such matrix.
    init(_ file: ModelFile, _ name: String, depth: Int, width: Int) throws(LearningError) {
        matrix = try ByteMatrix(file, name, depth: depth, width: width)
        start = try file.section("\(name).start", count: width).start(name)
    }

    /// - Parameters:
    ///   - count: vectors that lie one after the other.
    ///   - limit: the greatest number to give.
    func multiply(
        _ bytes: UnsafePointer<UInt8>, count: Int, into products: UnsafeMutablePointer<Int16>, limit: Int16 = .max
    ) {
        sayso_dense_product(
            sayso_dense_best_variant(), bytes, matrix.weights, start, matrix.scales, products, count, matrix.depth,
            matrix.width, limit)
    }
}

extension ModelFile {
    /// The address of a section of floats none of which is infinite or no number.
    func finite(_ section: String, count: Int) throws(LearningError) -> UnsafePointer<Float> {
        let numbers = try self.section(section, of: Float.self, count: count)
        guard numbers.allSatisfy(\.isFinite) else {
            throw .malformedSection(section, reason: "has numbers that are not finite")
        }
        return try numbers.start(section)
    }
}

extension UnsafeBufferPointer where Element: BitwiseCopyable {
    /// The address of a section's numbers.
    /// - Throws: `.malformedSection` when there are none.
    func start(_ section: String) throws(LearningError) -> UnsafePointer<Element> {
        guard let baseAddress else { throw .malformedSection(section, reason: "is empty") }
        return baseAddress
    }
}
