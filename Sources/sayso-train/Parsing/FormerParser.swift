import Learning
import Linguistics

/// A parser's file of revision 1, whose weights have 16 bits, read so that it can be written in today's form.
struct FormerParser {
    let network: ParserNetwork
    let words: WordTable

    /// - Throws: what is wrong with the file.
    init(_ bytes: ModelBytes) throws(LearningError) {
        let file = try ModelFile(bytes)
        try file.require(kind: ParserModel.kind, revision: 1)
        let sizes = try file.section("shape", of: Int32.self, count: 5).map { Int($0) }
        var shape = ParserShape()
        (shape.wordWidth, shape.affixWidth, shape.tagWidth) = (sizes[0], sizes[1], sizes[2])
        (shape.layers, shape.hidden) = (sizes[3], sizes[4])
        let bits = try file.section("bits", of: Int32.self, count: shape.layers + 1).map { Int($0) }
        words = WordTable(
            keys: Array(try file.section("word.keys")), slots: Array(try file.section("word.slots")))
        var chance = Chance(seed: 0)
        network = ParserNetwork(
            shape, words: try file.section("words", of: Int16.self).count / shape.wordWidth, &chance)
        for (name, table) in [("words", network.words), ("affixes", network.affixes), ("tags", network.tags)] {
            try Self.read(name, table, bits: ParserModel.vectorBits, file)
        }
        for layer in 0..<shape.layers {
            try Self.readPairs("layer\(layer).weights", network.layerWeights[layer], bits: bits[layer], file)
            let gates = network.layerGates[layer]
            let numbers = try file.section("layer\(layer).gates", of: Float.self, count: gates.count)
            for (index, gate) in numbers.enumerated() { gates.values[index] = gate }
        }
        try Self.readPairs("slots", network.slots, bits: bits[shape.layers], file)
        try Self.read("table", network.table, bits: ParserModel.hiddenBits, file)
        // The file does not say how many bits the decisions have, and their unit does not matter.
        let decisionBits = 10
        try Self.readPairs("decisions", network.decisions, bits: decisionBits, file)
        let biases = try file.section("decision.bias", of: Int32.self, count: network.decisionBias.count)
        for (index, bias) in biases.enumerated() {
            network.decisionBias.values[index] = Float(bias) / Float(1 << (decisionBits + ParserModel.hiddenBits))
        }
    }

    private static func read(
        _ name: String, _ parameter: Parameter, bits: Int, _ file: ModelFile
    ) throws(LearningError) {
        for (index, number) in try file.section(name, of: Int16.self, count: parameter.count).enumerated() {
            parameter.values[index] = Float(number) / Float(1 << bits)
        }
    }

    /// [rows / 2][columns][2]
    private static func readPairs(
        _ name: String, _ parameter: Parameter, bits: Int, _ file: ModelFile
    ) throws(LearningError) {
        for (index, number) in try file.section(name, of: Int16.self, count: parameter.count).enumerated() {
            let row = index / (2 * parameter.columns) * 2 + index % 2
            parameter.row(row)[index / 2 % parameter.columns] = Float(number) / Float(1 << bits)
        }
    }
}
