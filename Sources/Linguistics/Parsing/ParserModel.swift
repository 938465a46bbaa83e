import Learning

/// The parser's network as its model file has it: views of the file's bytes, nothing copied.
///
/// All numbers but the gates are 16-bit fixed point, so the same bytes come out on every machine: a word's vector has
/// `vectorBits` bits after the point, the sums of a decision `hiddenBits`.
public struct ParserModel: Sendable {
    public static let kind = "parser"
    /// Of features and code; a model file of another revision is refused.
    public static let revision = 1
    public static let vectorBits = 10
    public static let hiddenBits = 8
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
    nonisolated(unsafe) let slots: UnsafePointer<Int16>
    nonisolated(unsafe) let table: UnsafePointer<Int16>
    nonisolated(unsafe) let decisions: UnsafePointer<Int16>
    nonisolated(unsafe) let decisionBias: UnsafePointer<Int32>
    /// By which a slot's sums are shifted to become rows of a decision.
    let slotShift: Int32

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
        let bits = try file.section("bits", of: Int32.self, count: shape.layers + 1)
        guard bits.allSatisfy({ (0...14).contains($0) }) else {
            throw .malformedSection("bits", reason: "has numbers out of range")
        }
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
            layers.append(
                RecurrentLayer(
                    width: width, bits: bits[index],
                    weights: try file.section("layer\(index).weights", count: 3 * width * width).start("weights"),
                    gates: try file.section("layer\(index).gates", count: 4 * width).start("gates")))
        }
        self.layers = layers
        slots = try file.section("slots", count: width * ParserFeatures.slots * shape.hidden).start("slots")
        slotShift = Int32(Self.vectorBits - Self.hiddenBits) + bits[shape.layers]
        let table = try file.section("table", of: Int16.self, count: ParserFeatures.tableRows * shape.hidden)
        guard table.allSatisfy({ $0.magnitude <= Self.rowLimit.magnitude }) else {
            throw .malformedSection("table", reason: "has numbers out of range")
        }
        self.table = try table.start("table")
        let stride = ParserShape.decisionStride
        decisions = try file.section("decisions", count: shape.hidden * stride).start("decisions")
        decisionBias = try file.section("decision.bias", count: stride).start("decision.bias")
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

extension UnsafeBufferPointer where Element: BitwiseCopyable {
    /// The address of a section's numbers.
    /// - Throws: `.malformedSection` when there are none.
    fileprivate func start(_ section: String) throws(LearningError) -> UnsafePointer<Element> {
        guard let baseAddress else { throw .malformedSection(section, reason: "is empty") }
        return baseAddress
    }
}
