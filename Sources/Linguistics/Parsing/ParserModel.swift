import Learning

/// The parser's network as its model file has it: views of the file's bytes, nothing copied.
///
/// Vectors are 16-bit fixed point and multiplied as bytes, so the same numbers come out on every machine: a word's vector
/// has `vectorBits` bits after the point, the sums of a decision `hiddenBits`, its scores `scoreBits`. A byte is worth
/// 2^shift of those.
public struct ParserModel: Sendable {
    public static let kind = "parser"
    /// Of features and code; a model file of another revision is refused.
    public static let revision = 2
    public static let vectorBits = 10
    public static let hiddenBits = 8
    public static let scoreBits = 14
    public static let vectorShift = 5
    /// The greatest weight, so that two products fit 16 bits.
    public static let weightLimit: Int8 = 64
    /// The byte of a vector's 0.
    public static let zero: Int32 = 128
    public static let hiddenShift = 3
    /// The most that one row may add to a decision, so that 16 bits hold any sum.
    public static let rowLimit = Int16.max / Int16(ParserFeatures.slots + ParserFeatures.rows + 1)

    public let shape: ParserShape
    let file: ModelFile
    nonisolated(unsafe) let wordKeys: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) let wordSlots: UnsafeBufferPointer<UInt16>
    nonisolated(unsafe) let words: UnsafePointer<Int16>
    nonisolated(unsafe) let affixes: UnsafePointer<Int16>
    nonisolated(unsafe) let tags: UnsafePointer<Int16>
    let layers: [RecurrentLayer]
    let slots: SignedByteMatrix
    nonisolated(unsafe) let table: UnsafePointer<Int16>
    let decisions: ByteMatrix
    /// Three for each decision: where the next word can be shifted and the top attached either way, where there is one
    /// word on the stack, where no word is left to shift.
    nonisolated(unsafe) let decisionBiases: UnsafePointer<Float>

    /// - Throws: what is wrong with the file; any bytes at all have an answer.
    /// - Complexity: O(1) beside the file's checksum and the words' table.
    public init(_ bytes: ModelBytes) throws(LearningError) {
        file = try ModelFile(bytes)
        try file.require(kind: Self.kind, revision: Self.revision)
        guard let shape = ParserShape(try file.section("shape", of: Int32.self, count: 5)) else {
            throw .malformedSection("shape", reason: "has sizes that no network can have")
        }
        self.shape = shape
        let width = shape.width
        let wordKeys = try file.section("word.keys", of: UInt32.self)
        let wordSlots = try file.section("word.slots", of: UInt16.self, count: wordKeys.count)
        let words = try file.section("words", of: Int16.self)
        guard wordKeys.count.nonzeroBitCount == 1, wordSlots.contains(0), words.count % shape.wordWidth == 0,
            Int(wordSlots.max() ?? 0) * shape.wordWidth < words.count
        else { throw .malformedSection("word.slots", reason: "is no table of words") }
        self.wordKeys = wordKeys
        self.wordSlots = wordSlots
        self.words = try words.start("words")
        affixes = try file.section("affixes", count: WordRows.affixRows * shape.affixWidth).start("affixes")
        tags = try file.section("tags", count: TagRows.count * shape.tagWidth).start("tags")
        var layers: [RecurrentLayer] = []
        for index in 0..<shape.layers {
            layers.append(try RecurrentLayer(file, "layer\(index)", width: width))
        }
        self.layers = layers
        slots = try SignedByteMatrix(file, "slots", depth: width, width: ParserFeatures.slots * shape.hidden)
        let table = try file.section("table", of: Int16.self, count: ParserFeatures.tableRows * shape.hidden)
        guard table.allSatisfy({ $0.magnitude <= Self.rowLimit.magnitude }) else {
            throw .malformedSection("table", reason: "has numbers out of range")
        }
        self.table = try table.start("table")
        let columns = ParserShape.decisionColumns
        decisions = try ByteMatrix(file, "decisions", depth: shape.hidden, width: columns)
        decisionBiases = try file.finite("decisions.biases", count: 3 * columns)
    }

    /// The row of a word; 0 for one that training did not see.
    /// - Complexity: O(1) expected.
    @inline(__always)
    func wordRow(_ key: UInt64) -> Int {
        let mask = wordKeys.count &- 1
        let print = UInt32(truncatingIfNeeded: key &>> 32)
        var slot = Int(truncatingIfNeeded: key) & mask
        while wordSlots[slot] != 0 {
            if wordKeys[slot] == print { return Int(wordSlots[slot]) }
            slot = (slot &+ 1) & mask
        }
        return 0
    }
}

/// The rows of the parts of speech: one for each universal tag, then one for each Penn tag.
public enum TagRows {
    public static let count = UniversalTag.allCases.count + PennTag.allCases.count

    @inlinable @inline(__always)
    public static func row(_ tag: UniversalTag) -> Int { Int(tag.rawValue) }

    @inlinable @inline(__always)
    public static func row(_ tag: PennTag) -> Int { UniversalTag.allCases.count + Int(tag.rawValue) }
}
