import CDense
import Glibc
import Learning
import Linguistics

/// Scores the transitions of a state in floats, and brings the gradient of a choice back.
final class DecisionLayer {
    let network: ParserNetwork
    private let hidden: UnsafeMutablePointer<Float>
    private let mask: UnsafeMutablePointer<Float>
    private let hiddenSlope: UnsafeMutablePointer<Float>
    let scores: UnsafeMutablePointer<Float>
    /// Of a loss, by score; set before `propagate`.
    let scoreSlopes: UnsafeMutablePointer<Float>
    private var features = ParserFeatures()
    private let width: Int

    init(_ network: ParserNetwork) {
        self.network = network
        width = network.shape.hidden
        hidden = .zeros(width)
        mask = .zeros(width)
        hiddenSlope = .zeros(width)
        scores = .zeros(ParserShape.decisionStride)
        scoreSlopes = .zeros(ParserShape.decisionStride)
        for channel in 0..<width { mask[channel] = 1 }
    }

    deinit {
        for pointer in [hidden, mask, hiddenSlope, scores, scoreSlopes] { pointer.deallocate() }
    }

    /// Leaves out a share of the hidden channels until the next call.
    func drop(_ share: Float, _ chance: inout Chance) {
        for channel in 0..<width { mask[channel] = chance.unit() < share ? 0 : 1 / (1 - share) }
    }

    /// Fills `scores`.
    /// - Parameter slots: of the sentence's words, from the encoder.
    func score(_ state: ArcHybridState, slots: UnsafePointer<Float>) {
        features.read(state)
        hidden.update(from: network.table.row(ParserFeatures.tableRows - 1), count: width)
        for slot in 0..<ParserFeatures.slots {
            let word = Int(features.words[slot])
            hidden.add(
                word >= 0
                    ? slots + (word * ParserFeatures.slots + slot) * width : UnsafePointer(network.table.row(~word)),
                count: width)
        }
        for index in 0..<ParserFeatures.rows {
            hidden.add(network.table.row(Int(features.table[index])), count: width)
        }
        for channel in 0..<width { hidden[channel] = max(0, hidden[channel]) * mask[channel] }
        let stride = ParserShape.decisionStride
        scores.update(from: network.decisionBias.values, count: stride)
        addProduct(scores, hidden, network.decisions.values, rows: 1, depth: width, width: stride)
    }

    /// Adds the gradient of the last `score` to the parameters' and to that of the slots.
    func propagate(slotSlopes: UnsafeMutablePointer<Float>) {
        let stride = ParserShape.decisionStride
        network.decisionBias.gradient.add(scoreSlopes, count: stride)
        hiddenSlope.update(repeating: 0, count: width)
        addProduct(hiddenSlope, scoreSlopes, network.decisionTranspose, rows: 1, depth: stride, width: width)
        for channel in 0..<width {
            guard hidden[channel] > 0 else {
                hiddenSlope[channel] = 0
                continue
            }
            let value = hidden[channel], row = network.decisions.gradient + channel * stride
            for decision in 0..<stride { row[decision] += value * scoreSlopes[decision] }
            hiddenSlope[channel] *= mask[channel]
        }
        network.table.gradientRow(ParserFeatures.tableRows - 1).add(hiddenSlope, count: width)
        for slot in 0..<ParserFeatures.slots {
            let word = Int(features.words[slot])
            let row =
                word >= 0
                ? slotSlopes + (word * ParserFeatures.slots + slot) * width : network.table.gradientRow(~word)
            row.add(hiddenSlope, count: width)
        }
        for index in 0..<ParserFeatures.rows {
            network.table.gradientRow(Int(features.table[index])).add(hiddenSlope, count: width)
        }
    }
}

/// The transitions as the network numbers them: shift, attach left and attach right by relation.
enum Decision {
    static let relations = DependencyRelation.allCases.count

    /// - Precondition: the state allows it.
    static func take(_ decision: Int, _ state: ArcHybridState) {
        if decision == 0 {
            state.shift()
        } else if decision <= relations {
            state.attachLeft(UInt8(decision - 1))
        } else {
            state.attachRight(UInt8(decision - 1 - relations))
        }
    }

    /// Takes a transition that has no alternative; false when there are several.
    static func takeForced(_ state: ArcHybridState) -> Bool {
        if state.depth == 0 {
            state.shift()
        } else if !state.canShift, !state.canAttachRight {
            state.attachLeft(DependencyRelation.root.rawValue)
        } else {
            return false
        }
        return true
    }

    /// Calls with each decision that the state allows; the root's relation is only ever forced.
    @inline(__always)
    static func forEachAllowed(_ state: ArcHybridState, _ body: (Int) -> Void) {
        let root = Int(DependencyRelation.root.rawValue)
        if state.canShift { body(0) }
        if state.canShift { for relation in 0..<relations where relation != root { body(1 + relation) } }
        if state.canAttachRight {
            for relation in 0..<relations where relation != root { body(1 + relations + relation) }
        }
    }
}
