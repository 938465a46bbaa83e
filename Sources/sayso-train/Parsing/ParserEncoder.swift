import Learning
import Linguistics

/// Runs the network's layers over a batch of sentences, and the gradient back through them.
final class ParserEncoder {
    private let network: ParserNetwork
    private let width: Int
    /// Of what each layer reads, and last of what the slots read: as it is, as read, what it is multiplied by.
    private var inputs: [UnsafeMutablePointer<Float>]
    private var read: [UnsafeMutablePointer<Float>]
    private var masks: [UnsafeMutablePointer<Float>]
    private var slopes: [UnsafeMutablePointer<Float>]
    private var products: [UnsafeMutablePointer<Float>]
    private var carries: [UnsafeMutablePointer<Float>]
    private let productSlopes: UnsafeMutablePointer<Float>
    private let scratch: UnsafeMutablePointer<Float>
    private let zeros: UnsafeMutablePointer<Float>
    /// 0 before and after each sentence.
    private let carrySlope: UnsafeMutablePointer<Float>
    /// Per word, `ParserFeatures.slots * hidden` numbers: the rows that decisions add, and their gradient.
    let slots: UnsafeMutablePointer<Float>
    let slotSlopes: UnsafeMutablePointer<Float>
    let slotWidth: Int
    private var wordRows: [Int32] = []

    /// - Parameter capacity: the most words of a batch.
    init(_ network: ParserNetwork, capacity: Int) {
        self.network = network
        width = network.shape.width
        slotWidth = ParserFeatures.slots * network.shape.hidden
        let count = capacity * width, layers = network.shape.layers
        inputs = (0...layers).map { _ in .zeros(count) }
        read = (0...layers).map { _ in .zeros(count) }
        masks = (0...layers).map { _ in .zeros(count) }
        slopes = (0...layers).map { _ in .zeros(count) }
        products = (0..<layers).map { _ in .zeros(3 * count) }
        carries = (0..<layers).map { _ in .zeros(count) }
        productSlopes = .zeros(3 * count)
        scratch = .zeros(count)
        zeros = .zeros(width)
        carrySlope = .zeros(width)
        slots = .zeros(capacity * slotWidth)
        slotSlopes = .zeros(capacity * slotWidth)
    }

    deinit {
        for pointer in inputs + read + masks + slopes + products + carries { pointer.deallocate() }
        for pointer in [productSlopes, scratch, zeros, carrySlope, slots, slotSlopes] { pointer.deallocate() }
    }

    /// Fills `slots` for sentences that lie one after the other, and clears `slotSlopes`.
    /// - Parameters:
    ///   - dropout: the share of a sentence's channels that each layer does not see; 0 when not training.
    ///   - forget: whether to read a word of this row as unknown.
    func encode(
        _ batch: [TrainingSentence], dropout: Float, _ chance: inout Chance, forget: (Int32, inout Chance) -> Bool
    ) {
        let total = batch.reduce(0) { $0 + $1.count }
        look(up: batch, &chance, forget)
        for layer in 0...network.shape.layers {
            mask(batch, layer, dropout, &chance)
            guard layer < network.shape.layers else { break }
            let product = products[layer]
            product.update(repeating: 0, count: 3 * total * width)
            addProduct(
                product, read[layer], network.layerWeights[layer].values, rows: total, depth: width, width: 3 * width)
            forEachStep(batch, backwards: false) { word, previous, channels in
                recur(layer, word, previous, channels)
            }
        }
        slots.update(repeating: 0, count: total * slotWidth)
        slotSlopes.update(repeating: 0, count: total * slotWidth)
        addProduct(slots, read[network.shape.layers], network.slots.values, rows: total, depth: width, width: slotWidth)
    }

    private func look(
        up batch: [TrainingSentence], _ chance: inout Chance, _ forget: (Int32, inout Chance) -> Bool
    ) {
        wordRows.removeAll(keepingCapacity: true)
        let shape = network.shape
        var vector = inputs[0]
        for sentence in batch {
            for word in 0..<sentence.count {
                let row = forget(sentence.words[word], &chance) ? 0 : sentence.words[word]
                wordRows.append(row)
                vector.update(repeating: 0, count: width)
                vector.add(network.words.row(Int(row)), count: shape.wordWidth)
                Self.forEachRow(sentence, word) { affix in
                    (vector + shape.wordWidth).add(network.affixes.row(affix), count: shape.affixWidth)
                } tag: { tag in
                    (vector + (width - shape.tagWidth)).add(network.tags.row(tag), count: shape.tagWidth)
                }
                vector += width
            }
        }
    }

    private static func forEachRow(
        _ sentence: TrainingSentence, _ word: Int, affix: (Int) -> Void, tag: (Int) -> Void
    ) {
        let count = WordRows.affixCount
        for index in word * count..<(word + 1) * count { affix(Int(sentence.affixes[index])) }
        tag(Int(sentence.tags[2 * word]))
        tag(Int(sentence.tags[2 * word + 1]))
    }

    /// Leaves out the same channels of all words of a sentence.
    private func mask(_ batch: [TrainingSentence], _ layer: Int, _ dropout: Float, _ chance: inout Chance) {
        var offset = 0
        for sentence in batch {
            for channel in 0..<width {
                scratch[channel] = dropout > 0 && chance.unit() < dropout ? 0 : 1 / (1 - dropout)
            }
            for _ in 0..<sentence.count {
                for channel in 0..<width {
                    masks[layer][offset + channel] = scratch[channel]
                    read[layer][offset + channel] = inputs[layer][offset + channel] * scratch[channel]
                }
                offset += width
            }
        }
    }

    /// Visits the words in the order of the recurrence or against it, with the word before in that order, if any.
    private func forEachStep(
        _ batch: [TrainingSentence], backwards: Bool, _ visit: (_ word: Int, _ previous: Int?, Range<Int>) -> Void
    ) {
        var start = 0
        for sentence in batch {
            let last = start + sentence.count - 1
            for step in 0..<sentence.count {
                let distance = backwards ? sentence.count - 1 - step : step
                visit(start + distance, distance > 0 ? start + distance - 1 : nil, 0..<width / 2)
                visit(last - distance, distance > 0 ? last - distance + 1 : nil, width / 2..<width)
            }
            start += sentence.count
        }
    }

    private func recur(_ layer: Int, _ word: Int, _ previous: Int?, _ channels: Range<Int>) {
        let gates = network.layerGates[layer].values
        let u = products[layer] + 3 * word * width, x = inputs[layer] + word * width
        let carry = carries[layer] + word * width, output = inputs[layer + 1] + word * width
        let before = previous.map { carries[layer] + $0 * width } ?? zeros
        for i in channels {
            let forget = Squashing.sigmoid(u[width + i] + gates[i] * before[i] + gates[2 * width + i])
            let reset = Squashing.sigmoid(u[2 * width + i] + gates[width + i] * before[i] + gates[3 * width + i])
            let next = u[i] + forget * (before[i] - u[i])
            carry[i] = next
            output[i] = x[i] + reset * (next - x[i])
        }
    }

    /// Adds the gradient that `slotSlopes` brings to those of the network's parameters.
    func propagate(_ batch: [TrainingSentence]) {
        let total = batch.reduce(0) { $0 + $1.count }
        let layers = network.shape.layers
        addTransposedProduct(
            network.slots.gradient, read[layers], slotSlopes, rows: width, depth: total, width: slotWidth)
        slopes[layers].update(repeating: 0, count: total * width)
        addProduct(slopes[layers], slotSlopes, network.slotTranspose, rows: total, depth: slotWidth, width: width)
        for index in 0..<total * width { slopes[layers][index] *= masks[layers][index] }
        for layer in (0..<layers).reversed() {
            forEachStep(batch, backwards: true) { word, previous, channels in
                recurBack(layer, word, previous, channels)
            }
            addTransposedProduct(
                network.layerWeights[layer].gradient, read[layer], productSlopes, rows: width, depth: total,
                width: 3 * width)
            scratch.update(repeating: 0, count: total * width)
            addProduct(
                scratch, productSlopes, network.layerTransposes[layer], rows: total, depth: 3 * width, width: width)
            for index in 0..<total * width { slopes[layer][index] += scratch[index] * masks[layer][index] }
        }
        addToTables(batch)
    }

    /// The way back through `recur`. `carrySlope` comes from the word after, in the order of the recurrence, and leaves
    /// for the word before.
    private func recurBack(_ layer: Int, _ word: Int, _ previous: Int?, _ channels: Range<Int>) {
        let gates = network.layerGates[layer].values, gateSlopes = network.layerGates[layer].gradient
        let u = products[layer] + 3 * word * width, x = inputs[layer] + word * width
        let carry = carries[layer] + word * width, outputSlope = slopes[layer + 1] + word * width
        let before = previous.map { carries[layer] + $0 * width } ?? zeros
        let uSlope = productSlopes + 3 * word * width, xSlope = slopes[layer] + word * width
        for i in channels {
            let forgetSum = u[width + i] + gates[i] * before[i] + gates[2 * width + i]
            let resetSum = u[2 * width + i] + gates[width + i] * before[i] + gates[3 * width + i]
            let forget = Squashing.sigmoid(forgetSum), reset = Squashing.sigmoid(resetSum)
            let resetSlope = outputSlope[i] * (carry[i] - x[i]) * Squashing.sigmoidSlope(resetSum)
            let nextSlope = carrySlope[i] + outputSlope[i] * reset
            let forgetSlope = nextSlope * (before[i] - u[i]) * Squashing.sigmoidSlope(forgetSum)
            xSlope[i] = outputSlope[i] * (1 - reset)
            uSlope[i] = nextSlope * (1 - forget)
            uSlope[width + i] = forgetSlope
            uSlope[2 * width + i] = resetSlope
            gateSlopes[i] += forgetSlope * before[i]
            gateSlopes[width + i] += resetSlope * before[i]
            gateSlopes[2 * width + i] += forgetSlope
            gateSlopes[3 * width + i] += resetSlope
            let kept = nextSlope * forget + forgetSlope * gates[i] + resetSlope * gates[width + i]
            carrySlope[i] = previous == nil ? 0 : kept
        }
    }

    private func addToTables(_ batch: [TrainingSentence]) {
        let shape = network.shape
        var slope = slopes[0]
        var index = 0
        for sentence in batch {
            for word in 0..<sentence.count {
                network.words.gradientRow(Int(wordRows[index])).add(slope, count: shape.wordWidth)
                Self.forEachRow(sentence, word) { affix in
                    network.affixes.gradientRow(affix).add(slope + shape.wordWidth, count: shape.affixWidth)
                } tag: { tag in
                    network.tags.gradientRow(tag).add(slope + (width - shape.tagWidth), count: shape.tagWidth)
                }
                slope += width
                index += 1
            }
        }
    }
}
