import CFiles

/// SHA-256 that can be put away at the end of a block and taken up again by another run.
struct ResumableHash {
    private var context = sayso_sha256()

    /// How many bytes there were.
    var length: Int { Int(context.length) }

    init() { sayso_sha256_begin(&context) }

    /// Goes on from a state after so many bytes.
    init(state: HashState, length: Int) {
        precondition(length.isMultiple(of: Self.blockSize), "a hash has a state at the end of a block only")
        withUnsafeBytes(of: state.words) { words in
            sayso_sha256_resume(&context, words.assumingMemoryBound(to: UInt32.self).baseAddress, UInt64(length))
        }
    }

    static let blockSize = 64

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        sayso_sha256_add(&context, start, bytes.count)
    }

    /// Only after a whole number of blocks.
    var state: HashState {
        precondition(length.isMultiple(of: Self.blockSize), "a hash has a state at the end of a block only")
        return withUnsafeBytes(of: context.state) { HashState(words: $0.loadUnaligned(as: SIMD8<UInt32>.self)) }
    }

    /// Lower-case hexadecimal.
    var digest: String {
        var digest = [UInt8](repeating: 0, count: 32)
        withUnsafePointer(to: context) { sayso_sha256_digest($0, &digest) }
        return hexadecimal(digest)
    }
}

/// The state of a hash between two blocks.
struct HashState: Hashable, Sendable {
    let words: SIMD8<UInt32>
}

/// The states of a file's hash at equal distances, so that a file that begins like it need not be hashed from its
/// beginning.
///
/// No more than `limit` whatever the length of the file: where there would be more, every other one goes.
struct HashMarks: Hashable, Sendable {
    /// How many bytes lie between two of them.
    private(set) var distance: Int
    private(set) var states: [HashState] = []

    static let shortest = 1 << 16
    static let limit = 256

    init(distance: Int = Self.shortest, states: [HashState] = []) {
        self.distance = distance
        self.states = states
    }

    /// Where the next one is due.
    var nextPosition: Int { (states.count + 1) * distance }

    /// Takes the state at `nextPosition`.
    mutating func append(_ state: HashState) {
        states.append(state)
        guard states.count == Self.limit else { return }
        states = stride(from: 1, to: states.count, by: 2).map { states[$0] }
        distance *= 2
    }

    /// Those of the file's beginning.
    /// - Returns: nil when none lies at `count` or before it.
    func upTo(_ count: Int) -> (marks: HashMarks, state: HashState, position: Int)? {
        let kept = HashMarks(distance: distance, states: Array(states.prefix(count / distance)))
        return kept.states.last.map { (kept, $0, kept.states.count * distance) }
    }
}
