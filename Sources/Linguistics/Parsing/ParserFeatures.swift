/// What a decision looks at: eight words at most, and what has been attached so far.
///
/// Training and serving share it; a change here needs `ParserModel.revision` raised and the parser trained anew.
public struct ParserFeatures {
    /// Words, each of which has a row in every slot: the top three of the stack, the next word, the top's and the
    /// second's rightmost dependant, the next word's leftmost.
    public static let slots = 7
    /// Rows of the table that a decision adds: one for the relations of five dependants each, five for distances and
    /// counts.
    public static let rows = 10

    /// The table begins with two rows a slot: for no word, and for the root.
    private static let relationRows = 2 * slots
    private static let noRelation = DependencyRelation.allCases.count
    private static let distanceRows = relationRows + 5 * (noRelation + 1)
    /// Rows of the table; the last one is added to every decision.
    public static let tableRows = distanceRows + 8 + 8 + 16 + 16 + 4 + 1

    /// Per slot: a word of the sentence, or below 0 the row ~value of the table.
    public var words: InlineArray<7, Int32> = InlineArray(repeating: 0)
    public var table: InlineArray<10, Int32> = InlineArray(repeating: 0)

    public init() {}

    /// - Complexity: O(1).
    @inline(__always)
    public mutating func read(_ state: ArcHybridState) {
        let top = state.stacked(0), second = state.stacked(1), third = state.stacked(2)
        let front = state.front
        let topRight = top >= 0 ? state.rightmost[top] : -1
        let secondRight = second >= 0 ? state.rightmost[second] : -1
        let topLeft = top >= 0 ? state.leftmost[top] : -1
        let secondLeft = second >= 0 ? state.leftmost[second] : -1
        let frontLeft = front < state.count ? state.leftmost[front] : -1
        set(0, top)
        set(1, second)
        words[2] = front < state.count ? Int32(truncatingIfNeeded: front) : ~5
        set(3, third)
        set(4, Int(topRight))
        set(5, Int(secondRight))
        set(6, Int(frontLeft))
        setRelation(0, topLeft, state)
        setRelation(1, topRight, state)
        setRelation(2, secondLeft, state)
        setRelation(3, secondRight, state)
        setRelation(4, frontLeft, state)
        let from = Self.distanceRows
        setRow(5, from + (top >= 0 ? Self.bucket(front - top) : 7))
        setRow(6, from + 8 + (second >= 0 ? Self.bucket(top - second) : 7))
        setRow(7, from + 16 + (top >= 0 ? Int(state.leftCount[top]) * 4 + Int(state.rightCount[top]) : 0))
        setRow(8, from + 32 + (second >= 0 ? Int(state.leftCount[second]) * 4 + Int(state.rightCount[second]) : 0))
        setRow(9, from + 48 + Int(state.leftCount[front]))
    }

    @inline(__always)
    private mutating func set(_ slot: Int, _ word: Int) {
        words[slot] = word >= 0 ? Int32(truncatingIfNeeded: word) : ~Int32(truncatingIfNeeded: 2 * slot)
    }

    @inline(__always)
    private mutating func setRow(_ index: Int, _ row: Int) { table[index] = Int32(truncatingIfNeeded: row) }

    @inline(__always)
    private mutating func setRelation(_ index: Int, _ word: Int32, _ state: ArcHybridState) {
        let relation = word >= 0 ? Int(state.relations[Int(word)]) : Self.noRelation
        setRow(index, Self.relationRows + index * (Self.noRelation + 1) + relation)
    }

    /// Of a distance of one word or more: 0 to 6.
    @inline(__always)
    private static func bucket(_ distance: Int) -> Int {
        distance <= 3 ? distance - 1 : distance <= 5 ? 3 : distance <= 8 ? 4 : distance <= 14 ? 5 : 6
    }
}
