import Learning
import Linguistics

/// Writes a trained network in the fixed point of `ParserModel`.
struct ParserExport {
    let network: ParserNetwork
    let words: WordTable

    /// The model file.
    func file() -> [UInt8] {
        let shape = network.shape
        var writer = ModelFileWriter(kind: ParserModel.kind, revision: ParserModel.revision)
        writer.add(
            "shape", [shape.wordWidth, shape.affixWidth, shape.tagWidth, shape.layers, shape.hidden].map { Int32($0) })
        writer.add("word.keys", words.keys)
        writer.add("word.slots", words.slots)
        writer.add("words", Self.fixed(network.words, bits: ParserModel.vectorBits))
        // Several of these rows are added up, so each stays within an eighth of what 16 bits hold.
        writer.add("affixes", Self.fixed(network.affixes, bits: ParserModel.vectorBits, limit: 4095))
        writer.add("tags", Self.fixed(network.tags, bits: ParserModel.vectorBits, limit: 16383))
        for layer in 0..<shape.layers {
            let weights = QuantizedMatrix(network.layerWeights[layer])
            weights.write("layer\(layer)", to: &writer, unit: Self.power(ParserModel.vectorShift))
            writer.add("layer\(layer).start", weights.start)
            writer.add("layer\(layer).gates", Self.gates(network.layerGates[layer]))
        }
        let slots = QuantizedMatrix(network.slots)
        slots.write(
            "slots", to: &writer,
            unit: Self.power(ParserModel.vectorShift + ParserModel.hiddenBits - ParserModel.vectorBits))
        writer.add("slots.start", slots.start)
        let limit = Int(ParserModel.rowLimit)
        writer.add("table", Self.fixed(network.table, bits: ParserModel.hiddenBits, limit: limit))
        QuantizedMatrix(network.decisions, columns: ParserShape.decisionColumns).write(
            "decisions", to: &writer,
            unit: Self.power(ParserModel.hiddenShift + ParserModel.scoreBits - ParserModel.hiddenBits))
        writer.add("decisions.biases", decisionBiases())
        return writer.file()
    }

    private static func power(_ bits: Int) -> Float { Float(sign: .plus, exponent: bits, significand: 1) }

    private static func fixed(_ parameter: Parameter, bits: Int, limit: Int = 32767) -> [Int16] {
        (0..<parameter.count).map {
            let scaled = (parameter.values[$0] * Float(1 << bits)).rounded()
            return Int16(max(Float(-limit), min(Float(limit), scaled)))
        }
    }

    /// As `RecurrentLayer` wants them.
    private static func gates(_ parameter: Parameter) -> [Float] {
        (0..<4).flatMap { row in
            (0..<parameter.columns).map {
                parameter.row(row)[$0] * power(row < 2 ? -1 - ParserModel.vectorBits : -1)
            }
        }
    }

    /// Where both kinds of attachment are allowed, only those to the left, only those to the right. The root's relation
    /// is only ever forced, and what is beyond the last decision is no decision.
    private func decisionBiases() -> [Float] {
        let relations = Decision.relations, root = Int(DependencyRelation.root.rawValue)
        let left = 1..<1 + relations, right = 1 + relations..<ParserShape.decisions
        return [0..<ParserShape.decisions, 0..<left.upperBound, right].flatMap { allowed in
            (0..<ParserShape.decisionColumns).map { decision in
                let isRoot = [left, right].contains { decision == $0.lowerBound + root }
                guard allowed.contains(decision), !isRoot else { return -1e9 }
                return network.decisionBias.values[decision] * Self.power(ParserModel.scoreBits)
            }
        }
    }
}

/// A matrix in bytes, each column in a unit of its own.
private struct QuantizedMatrix {
    let rows: Int
    let columns: Int
    /// Row by row.
    private var bytes: [Int8]
    private var units: [Float]

    /// - Parameter columns: the first ones, which are written.
    init(_ parameter: Parameter, columns: Int? = nil) {
        rows = parameter.rows
        self.columns = columns ?? parameter.columns
        bytes = Array(repeating: 0, count: rows * self.columns)
        units = Array(repeating: 0, count: self.columns)
        for column in 0..<self.columns {
            let largest = (0..<rows).reduce(Float(0)) { max($0, abs(parameter.row($1)[column])) }
            guard largest > 0 else { continue }
            units[column] = largest / Float(ParserModel.weightLimit)
            for row in 0..<rows {
                bytes[row * self.columns + column] = Int8((parameter.row(row)[column] / units[column]).rounded())
            }
        }
    }

    /// What sums have to start from to give those of inputs less `ParserModel.zero`.
    var start: [Int32] {
        (0..<columns).map { column in
            (0..<rows).reduce(Int32(0)) { $0 - ParserModel.zero * Int32(bytes[$1 * columns + column]) }
        }
    }

    /// - Parameter unit: by which a sum of products has to be multiplied beside the weights' own unit.
    func write(_ name: String, to writer: inout ModelFileWriter, unit: Float) {
        // [columns / 16][rows / 4][16][4], as `CDense` wants them.
        var packed: [Int8] = []
        packed.reserveCapacity(rows * columns)
        for panel in stride(from: 0, to: columns, by: 16) {
            for row in stride(from: 0, to: rows, by: 4) {
                for column in panel..<panel + 16 {
                    for next in row..<row + 4 { packed.append(bytes[next * columns + column]) }
                }
            }
        }
        writer.add("\(name).weights", packed)
        writer.add("\(name).scales", units.map { $0 * unit })
    }
}

/// The words of a vocabulary, by open addressing with the low bits of a word's key; at most half full.
struct WordTable {
    var keys: [UInt32]
    var slots: [UInt16]
}

extension WordTable {
    init(_ vocabulary: ParserVocabulary) {
        var size = 64
        while size < 2 * vocabulary.keys.count { size *= 2 }
        keys = Array(repeating: 0, count: size)
        slots = Array(repeating: 0, count: size)
        for (row, key) in vocabulary.keys.enumerated().dropFirst() {
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = UInt32(truncatingIfNeeded: key >> 32)
            slots[slot] = UInt16(row)
        }
    }
}
