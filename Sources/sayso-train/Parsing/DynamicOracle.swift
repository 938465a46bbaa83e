import Linguistics

/// What each transition costs: how many right arcs it makes impossible (Goldberg and Nivre 2013).
///
/// Exact for projective trees, the root's single arc included, which only the lowest word of the stack can have; of a
/// tree with crossing arcs it counts each arc alone.
struct TransitionCosts {
    /// Nil where the state does not allow it.
    var shift: Int?
    var attachLeft: Int?
    var attachRight: Int?

    /// - Precondition: there is a word on the stack.
    init(_ state: ArcHybridState, _ sentence: TrainingSentence) {
        let top = state.stacked(0), second = state.stacked(1), front = state.front
        let head = Int(sentence.heads[top])
        let pending = Self.dependants(of: top, sentence).reduce(0) { $0 + (Int($1) >= front ? 1 : 0) }
        let isAhead = head >= front && (head < state.count || state.depth == 1)
        if state.canAttachLeft { attachLeft = pending + (head == second || isAhead && head != front ? 1 : 0) }
        if state.canAttachRight { attachRight = pending + (isAhead ? 1 : 0) }
        guard state.canShift else { return }
        let frontHead = Int(sentence.heads[front])
        let losesHead = frontHead == state.count || frontHead != top && state.isStacked(frontHead)
        let lost = Self.dependants(of: front, sentence).reduce(0) { $0 + (state.isStacked(Int($1)) ? 1 : 0) }
        shift = lost + (losesHead ? 1 : 0)
    }

    /// Of the cheapest transition that the state allows.
    var least: Int { min(shift ?? .max, attachLeft ?? .max, attachRight ?? .max) }

    private static func dependants(of word: Int, _ sentence: TrainingSentence) -> ArraySlice<Int32> {
        sentence.dependants[Int(sentence.dependantStarts[word])..<Int(sentence.dependantStarts[word + 1])]
    }
}
