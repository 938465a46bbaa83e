/// Where a transition parser stands in one sentence: the arc-hybrid system of Kuhlmann, Gómez-Rodríguez and Satta (2011).
///
/// Words are numbered from 0, the root is number `count` and stands behind the last word. A word enters the stack once
/// and leaves it once, so a parse of n words takes 2n transitions. Its memory is reused from sentence to sentence.
public final class ArcHybridState {
    /// Words of the sentence.
    public private(set) var count = 0
    /// The next word; `count` when only the root is left.
    public private(set) var front = 0
    /// Words on the stack.
    public private(set) var depth = 0
    private var capacity = 0
    @usableFromInline var stack: UnsafeMutablePointer<Int32>
    /// Per word: its head, -1 as long as it has none.
    public private(set) var heads: UnsafeMutablePointer<Int32>
    /// Per word: the code of its relation to its head.
    public private(set) var relations: UnsafeMutablePointer<UInt8>
    /// Per word and root: the leftmost dependant before it and the rightmost after it, -1 for none.
    public private(set) var leftmost: UnsafeMutablePointer<Int32>
    public private(set) var rightmost: UnsafeMutablePointer<Int32>
    /// Per word and root: dependants before and after it, as far as 3.
    public private(set) var leftCount: UnsafeMutablePointer<UInt8>
    public private(set) var rightCount: UnsafeMutablePointer<UInt8>

    public init() {
        stack = .allocate(capacity: 1)
        heads = .allocate(capacity: 1)
        relations = .allocate(capacity: 1)
        leftmost = .allocate(capacity: 1)
        rightmost = .allocate(capacity: 1)
        leftCount = .allocate(capacity: 1)
        rightCount = .allocate(capacity: 1)
    }

    deinit {
        free()
    }

    private func free() {
        stack.deallocate()
        heads.deallocate()
        relations.deallocate()
        leftmost.deallocate()
        rightmost.deallocate()
        leftCount.deallocate()
        rightCount.deallocate()
    }

    /// Starts a sentence.
    public func reset(count: Int) {
        if count >= capacity {
            free()
            capacity = 2 * count + 64
            stack = .allocate(capacity: capacity)
            heads = .allocate(capacity: capacity)
            relations = .allocate(capacity: capacity)
            leftmost = .allocate(capacity: capacity)
            rightmost = .allocate(capacity: capacity)
            leftCount = .allocate(capacity: capacity)
            rightCount = .allocate(capacity: capacity)
        }
        self.count = count
        front = 0
        depth = 0
        heads.initialize(repeating: -1, count: count + 1)
        relations.initialize(repeating: 0, count: count + 1)
        leftmost.initialize(repeating: -1, count: count + 1)
        rightmost.initialize(repeating: -1, count: count + 1)
        leftCount.initialize(repeating: 0, count: count + 1)
        rightCount.initialize(repeating: 0, count: count + 1)
    }

    public var isFinal: Bool { front == count && depth == 0 }
    public var canShift: Bool { front < count }
    /// The root takes one dependant only: the last word on the stack.
    public var canAttachLeft: Bool { depth > 1 ? front < count : depth == 1 }
    public var canAttachRight: Bool { depth > 1 }

    /// The word at a depth of the stack, 0 for its top; -1 where there is none.
    @inline(__always)
    public func stacked(_ position: Int) -> Int { position < depth ? Int(stack[depth - 1 - position]) : -1 }

    /// Whether a word is on the stack.
    public func isStacked(_ word: Int) -> Bool { word < front && heads[word] < 0 }

    /// Moves the next word to the stack.
    /// - Precondition: `canShift`.
    @inline(__always)
    public func shift() {
        stack[depth] = Int32(truncatingIfNeeded: front)
        depth &+= 1
        front &+= 1
    }

    /// Makes the top of the stack a dependant of the next word, or of the root, and takes it off.
    /// - Precondition: `canAttachLeft`.
    @inline(__always)
    public func attachLeft(_ relation: UInt8) {
        depth &-= 1
        let word = stack[depth]
        heads[Int(word)] = Int32(truncatingIfNeeded: front)
        relations[Int(word)] = relation
        leftmost[front] = word
        if leftCount[front] < 3 { leftCount[front] &+= 1 }
    }

    /// Makes the top of the stack a dependant of the word below it, and takes it off.
    /// - Precondition: `canAttachRight`.
    @inline(__always)
    public func attachRight(_ relation: UInt8) {
        depth &-= 1
        let word = stack[depth], head = stack[depth &- 1]
        heads[Int(word)] = head
        relations[Int(word)] = relation
        rightmost[Int(head)] = word
        if rightCount[Int(head)] < 3 { rightCount[Int(head)] &+= 1 }
    }
}
