import Learning
import Linguistics

/// Writes a trained network in the fixed point of `ParserModel`.
struct ParserExport {
    let network: ParserNetwork
    let vocabulary: ParserVocabulary

    /// The model file.
    func file() -> [UInt8] {
        let shape = network.shape, width = shape.width
        var writer = ModelFileWriter(kind: ParserModel.kind, revision: ParserModel.revision)
        let layerBits = network.layerWeights.map { Self.bits($0) }
        let slotBits = Self.bits(network.slots)
        writer.add(
            "shape", [shape.wordWidth, shape.affixWidth, shape.tagWidth, shape.layers, shape.hidden].map { Int32($0) })
        writer.add("bits", (layerBits + [slotBits]).map { Int32($0) })
        let (keys, slots) = wordTable()
        writer.add("word.keys", keys)
        writer.add("word.slots", slots)
        writer.add("words", Self.fixed(network.words, bits: ParserModel.vectorBits))
        // Several of these rows are added up, so each stays within an eighth of what 16 bits hold.
        writer.add("affixes", Self.fixed(network.affixes, bits: ParserModel.vectorBits, limit: 4095))
        writer.add("tags", Self.fixed(network.tags, bits: ParserModel.vectorBits, limit: 16383))
        for layer in 0..<shape.layers {
            writer.add("layer\(layer).weights", Self.packed(network.layerWeights[layer], bits: layerBits[layer]))
            let gates = network.layerGates[layer]
            writer.add("layer\(layer).gates", (0..<4 * width).map { gates.values[$0] })
        }
        writer.add("slots", Self.packed(network.slots, bits: slotBits))
        let limit = Int(ParserModel.rowLimit)
        writer.add("table", Self.fixed(network.table, bits: ParserModel.hiddenBits, limit: limit))
        let decisionBits = Self.bits(network.decisions)
        writer.add("decisions", Self.packed(network.decisions, bits: decisionBits))
        writer.add("decision.bias", decisionBias(bits: decisionBits + ParserModel.hiddenBits))
        return writer.file()
    }

    /// The most bits after the point with which every weight fits 16 bits and no sum of products 32.
    private static func bits(_ parameter: Parameter) -> Int {
        var largest: Float = 0
        for column in 0..<parameter.columns {
            var sum: Float = 0
            for row in 0..<parameter.rows { sum += abs(parameter.row(row)[column]) }
            largest = max(largest, sum)
        }
        // The inputs have 15 bits.
        var bits = 14
        while bits > 0, largest * Float(1 << bits) > 65_000 { bits -= 1 }
        return bits
    }

    private static func fixed(_ value: Float, bits: Int, limit: Int) -> Int16 {
        let scaled = (value * Float(1 << bits)).rounded()
        return Int16(max(Float(-limit), min(Float(limit), scaled)))
    }

    private static func fixed(_ parameter: Parameter, bits: Int, limit: Int = 32767) -> [Int16] {
        (0..<parameter.count).map { fixed(parameter.values[$0], bits: bits, limit: limit) }
    }

    /// [rows / 2][columns][2], as `sayso_dense_product` wants it.
    private static func packed(_ parameter: Parameter, bits: Int) -> [Int16] {
        var packed: [Int16] = []
        packed.reserveCapacity(parameter.count)
        for row in stride(from: 0, to: parameter.rows, by: 2) {
            for column in 0..<parameter.columns {
                packed.append(fixed(parameter.row(row)[column], bits: bits, limit: 32767))
                packed.append(fixed(parameter.row(row + 1)[column], bits: bits, limit: 32767))
            }
        }
        return packed
    }

    /// The root's relation is only ever forced, and what is beyond the last decision is no decision.
    private func decisionBias(bits: Int) -> [Int32] {
        let never = Int32.min / 2
        let root = Int(DependencyRelation.root.rawValue)
        return (0..<ParserShape.decisionStride).map { decision in
            let isRoot = decision == 1 + root || decision == 1 + Decision.relations + root
            guard decision < ParserShape.decisions, !isRoot else { return never }
            let value = network.decisionBias.values[decision] * Float(1 << bits)
            return Int32(max(-1e9, min(1e9, value)).rounded())
        }
    }

    /// Open addressing by the low bits of the word's key; at most half full.
    private func wordTable() -> (keys: [UInt32], slots: [UInt16]) {
        var size = 64
        while size < 2 * vocabulary.keys.count { size *= 2 }
        var keys = [UInt32](repeating: 0, count: size)
        var slots = [UInt16](repeating: 0, count: size)
        for (row, key) in vocabulary.keys.enumerated().dropFirst() {
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = UInt32(truncatingIfNeeded: key >> 32)
            slots[slot] = UInt16(row)
        }
        return (keys, slots)
    }
}
