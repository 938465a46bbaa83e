import Learning
import Linguistics
import Testing

@testable import sayso_train

/// The oracle on hand-made trees, and against the arcs that a walk can really still reach.
@Suite struct TransitionCostsTests {
    /// - Parameter heads: of each word; `heads.count` for the root.
    private func sentence(_ heads: [Int32]) -> TrainingSentence {
        var sentence = TrainingSentence()
        sentence.words = heads.map { _ in 0 }
        sentence.heads = heads
        sentence.relations = heads.map { _ in 1 }
        sentence.indexDependants()
        return sentence
    }

    private static let trees: [[Int32]] = [
        [1], [1, 2], [2, 0], [1, 3, 1], [3, 0, 0],
        // "The mayor of Seoul said that it rains": det, nsubj, case, nmod, root, mark, expl, ccomp
        [1, 4, 3, 1, 8, 7, 7, 4],
        // left-branching, right-branching, nested
        [1, 2, 3, 4, 5], [5, 0, 1, 2, 3], [3, 0, 1, 6, 5, 3],
    ]

    /// Following transitions that cost nothing gives exactly the tree.
    @Test(arguments: trees)
    func freeTransitionsLeadToTheTree(heads: [Int32]) {
        let sentence = sentence(heads)
        let state = ArcHybridState()
        state.reset(count: heads.count)
        while !state.isFinal {
            if Decision.takeForced(state) { continue }
            let costs = TransitionCosts(state, sentence)
            #expect(costs.least == 0)
            if costs.attachLeft == 0 {
                state.attachLeft(1)
            } else if costs.attachRight == 0 {
                state.attachRight(1)
            } else {
                state.shift()
            }
        }
        #expect((0..<heads.count).map { state.heads[$0] } == heads)
    }

    /// From any state, what a transition costs is what the best walk loses by it.
    @Test(arguments: trees.filter { $0.count <= 6 })
    func costsAreWhatIsLost(heads: [Int32]) throws {
        let sentence = sentence(heads)
        var chance = Chance(seed: 3)
        for _ in 0..<20 {
            var walk: [Int] = []
            while true {
                let state = replay(walk, count: heads.count)
                if state.isFinal { break }
                let best = bestMatches(walk, heads)
                if state.depth > 0 {
                    let costs = TransitionCosts(state, sentence)
                    for (kind, cost) in [(0, costs.shift), (1, costs.attachLeft), (2, costs.attachRight)] {
                        guard let cost else { continue }
                        #expect(best - bestMatches(walk + [kind], heads) == cost - costs.least, "\(walk) then \(kind)")
                    }
                }
                walk.append(try #require(allowed(state).randomElement(using: &chance)))
            }
        }
    }

    private func allowed(_ state: ArcHybridState) -> [Int] {
        [(0, state.canShift), (1, state.canAttachLeft), (2, state.canAttachRight)].filter(\.1).map(\.0)
    }

    private func replay(_ walk: [Int], count: Int) -> ArcHybridState {
        let state = ArcHybridState()
        state.reset(count: count)
        for kind in walk {
            switch kind {
            case 0: state.shift()
            case 1: state.attachLeft(1)
            default: state.attachRight(1)
            }
        }
        return state
    }

    /// The most right heads of any parse that begins with this walk; by trying them all.
    private func bestMatches(_ walk: [Int], _ heads: [Int32]) -> Int {
        let state = replay(walk, count: heads.count)
        if state.isFinal { return heads.indices.count { state.heads[$0] == heads[$0] } }
        return allowed(state).map { bestMatches(walk + [$0], heads) }.max() ?? 0
    }
}
