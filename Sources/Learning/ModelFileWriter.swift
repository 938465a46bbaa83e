/// Puts the sections of a model together; `ModelFile` reads what it writes.
public struct ModelFileWriter {
    private let kind: String
    private let revision: Int
    private var sections: [(name: String, bytes: [UInt8])] = []

    /// - Precondition: names of kinds and sections have at most 24 bytes.
    public init(kind: String, revision: Int) {
        self.kind = kind
        self.revision = revision
    }

    public mutating func add<Number: BitwiseCopyable>(_ name: String, _ numbers: [Number]) {
        precondition(name.utf8.count <= ModelFile.nameLength, "the name is too long: \(name)")
        precondition(!sections.contains { $0.name == name }, "there are two sections \(name)")
        sections.append((name, numbers.withUnsafeBytes { Array($0) }))
    }

    /// - Precondition: none is empty or contains a line feed.
    public mutating func add(_ name: String, strings: [String]) {
        precondition(strings.allSatisfy { !$0.isEmpty && !$0.utf8.contains(0x0A) })
        add(name, Array(strings.joined(separator: "\n").utf8))
    }

    /// The whole file. The same sections in the same order give the same bytes.
    public func file() -> [UInt8] {
        var tail = Self.padded(kind, to: ModelFile.nameLength) + Self.bytes(UInt64(revision))
        var offset = Self.aligned(ModelFile.headerLength + sections.count * ModelFile.entryLength)
        for section in sections {
            tail += Self.padded(section.name, to: ModelFile.nameLength)
            tail += Self.bytes(UInt64(offset)) + Self.bytes(UInt64(section.bytes.count))
            offset = Self.aligned(offset + section.bytes.count)
        }
        for section in sections {
            let end = ModelFile.checkedFrom + tail.count
            tail += [UInt8](repeating: 0, count: Self.aligned(end) - end)
            tail += section.bytes
        }
        var head = ModelFile.magic
        head += Self.bytes(UInt32(ModelFile.formatVersion)) + Self.bytes(UInt32(sections.count))
        head += Self.bytes(UInt64(ModelFile.checkedFrom + tail.count))
        head += Self.bytes(tail.withUnsafeBytes { Checksum.of($0) })
        return head + tail
    }

    private static func aligned(_ offset: Int) -> Int {
        (offset + ModelFile.alignment - 1) / ModelFile.alignment * ModelFile.alignment
    }

    private static func padded(_ text: String, to length: Int) -> [UInt8] {
        precondition(text.utf8.count <= length, "the name is too long: \(text)")
        return Array(text.utf8) + [UInt8](repeating: 0, count: length - text.utf8.count)
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
