import Learning
import Linguistics
import Testing

@Suite struct ArcHybridStateTests {
    /// "She saw it": she ← saw → it, and saw is the root.
    @Test func buildsASmallTree() {
        let state = ArcHybridState()
        state.reset(count: 3)
        state.shift()
        state.attachLeft(1)
        state.shift()
        state.shift()
        #expect(!state.canShift && state.canAttachRight && !state.canAttachLeft)
        state.attachRight(2)
        #expect(state.canAttachLeft && !state.canAttachRight)
        state.attachLeft(0)
        #expect(state.isFinal)
        #expect((0..<3).map { state.heads[$0] } == [1, 3, 1])
        #expect((0..<3).map { state.relations[$0] } == [1, 0, 2])
        #expect(state.leftmost[1] == 0 && state.rightmost[1] == 2)
        #expect(state.leftCount[1] == 1 && state.rightCount[1] == 1)
    }

    @Test func isFinalWithoutWords() {
        let state = ArcHybridState()
        state.reset(count: 0)
        #expect(state.isFinal && !state.canShift && !state.canAttachLeft && !state.canAttachRight)
    }

    /// Any allowed transitions make a tree with one root, in 2n of them.
    @Test(arguments: 1...40)
    func anyTransitionsMakeATree(count: Int) throws {
        var chance = Chance(seed: UInt64(count))
        let state = ArcHybridState()
        state.reset(count: count)
        var transitions = 0
        while !state.isFinal {
            let kinds = [(0, state.canShift), (1, state.canAttachLeft), (2, state.canAttachRight)].filter(\.1)
            switch try #require(kinds.randomElement(using: &chance)).0 {
            case 0: state.shift()
            case 1: state.attachLeft(5)
            default: state.attachRight(6)
            }
            transitions += 1
        }
        #expect(transitions == 2 * count)
        #expect((0..<count).count { Int(state.heads[$0]) == count } == 1)
        for word in 0..<count {
            var head = word, steps = 0
            while head != count, steps <= count {
                head = Int(state.heads[head])
                steps += 1
            }
            #expect(head == count, "word \(word) does not lead to the root")
        }
    }
}
