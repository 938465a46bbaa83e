import CDense
import Learning
import Linguistics

/// The parser's network in floats, for training: the same computation as `Parser` does in fixed point.
final class ParserNetwork {
    let shape: ParserShape
    let words: Parameter
    let affixes: Parameter
    let tags: Parameter
    /// Per layer: [width][3 * width] weights, and four rows of gates (see `RecurrentLayer`).
    let layerWeights: [Parameter]
    let layerGates: [Parameter]
    /// [width][slots * hidden]
    let slots: Parameter
    let table: Parameter
    /// [hidden][decisions]
    let decisions: Parameter
    let decisionBias: Parameter
    /// Transposed weights, for the way back; `refresh` brings them up to date.
    private(set) var layerTransposes: [UnsafeMutablePointer<Float>]
    let slotTranspose: UnsafeMutablePointer<Float>
    let decisionTranspose: UnsafeMutablePointer<Float>

    var parameters: [Parameter] {
        [words, affixes, tags] + layerWeights + layerGates + [slots, table, decisions, decisionBias]
    }

    /// - Parameter words: rows of the words' table.
    init(_ shape: ParserShape, words count: Int, _ chance: inout Chance) {
        self.shape = shape
        let width = shape.width, hidden = shape.hidden
        words = Parameter(count, shape.wordWidth, scale: 0.3, sparse: true, &chance)
        affixes = Parameter(WordRows.affixRows, shape.affixWidth, scale: 0.15, sparse: true, &chance)
        tags = Parameter(TagRows.count, shape.tagWidth, scale: 0.3, sparse: true, &chance)
        var layerWeights: [Parameter] = [], layerGates: [Parameter] = []
        for _ in 0..<shape.layers {
            layerWeights.append(Parameter(width, 3 * width, scale: 1.7 / Float(width).squareRoot(), &chance))
            let gates = Parameter(4, width, scale: 0.3, &chance)
            // To begin with, forget a little more than half and let the carry through.
            for channel in 0..<width {
                gates.row(2)[channel] += 0.3
                gates.row(3)[channel] -= 0.5
            }
            layerGates.append(gates)
        }
        self.layerWeights = layerWeights
        self.layerGates = layerGates
        slots = Parameter(width, ParserFeatures.slots * hidden, scale: 1 / Float(width).squareRoot(), &chance)
        table = Parameter(ParserFeatures.tableRows, hidden, scale: 0.1, sparse: true, &chance)
        let stride = ParserShape.decisionStride
        decisions = Parameter(hidden, stride, scale: 1 / Float(hidden).squareRoot(), &chance)
        decisionBias = Parameter(1, stride, scale: 0.01, &chance)
        layerTransposes = layerWeights.map { .zeros($0.count) }
        slotTranspose = .zeros(slots.count)
        decisionTranspose = .zeros(decisions.count)
        refresh()
    }

    deinit {
        for transpose in layerTransposes { transpose.deallocate() }
        slotTranspose.deallocate()
        decisionTranspose.deallocate()
    }

    /// One step of Adam on the gradients that have been added up, cut to a length of 5.
    func step(_ number: Int, rate: Float, scale: Float) {
        let length = parameters.reduce(0) { $0 + $1.gradientSquare }.squareRoot() * scale
        let cut = length > 5 ? 5 / length : 1
        for parameter in parameters { parameter.step(number, rate: rate, scale: scale * cut) }
        refresh()
    }

    private func refresh() {
        for (weights, transpose) in zip(layerWeights, layerTransposes) { Self.transpose(weights, into: transpose) }
        Self.transpose(slots, into: slotTranspose)
        Self.transpose(decisions, into: decisionTranspose)
    }

    private static func transpose(_ parameter: Parameter, into transpose: UnsafeMutablePointer<Float>) {
        let (rows, columns) = (parameter.rows, parameter.columns)
        for row in 0..<rows {
            for column in 0..<columns { transpose[column * rows + row] = parameter.values[row * columns + column] }
        }
    }
}

/// c += a · b, where a has `rows` × `depth` numbers and b `depth` × `width`.
func addProduct(
    _ c: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, rows: Int, depth: Int,
    width: Int
) {
    sayso_dense_add_product(c, a, depth, 1, b, rows, depth, width)
}

/// c += aᵀ · b, where a has `depth` × `rows` numbers and b `depth` × `width`.
func addTransposedProduct(
    _ c: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, rows: Int, depth: Int,
    width: Int
) {
    sayso_dense_add_product(c, a, 1, rows, b, rows, depth, width)
}
