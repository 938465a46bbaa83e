/// A model as one stretch of bytes: named sections of numbers, with a checksum over all of them.
///
/// Layout, little-endian: magic (8 bytes), format version and number of sections (4 each), length of the file and
/// checksum of all that follows (8 each), the model's kind (24) and revision (8); then an entry of 40 bytes a section
/// (name 24, offset 8, length 8); then the sections, each aligned to 64 bytes. `ModelFileWriter` writes it.
public struct ModelFile: Sendable {
    static let magic: [UInt8] = Array("SAYSOMDL".utf8)
    static let formatVersion = 1
    static let headerLength = 64
    /// Where the checksummed part begins.
    static let checkedFrom = 32
    static let nameLength = 24
    static let entryLength = 40
    static let alignment = 64

    public let bytes: ModelBytes
    /// Which model it is: "tagger".
    public let kind: String
    /// Of the features: code and model must have the same.
    public let revision: Int
    private let sections: [Section]

    private struct Section: Sendable {
        var name: String
        var range: Range<Int>
    }

    /// Checks all of the file; copies nothing.
    ///
    /// - Complexity: O(*n*) for the checksum, 1 ms for about 5 MB.
    /// - Throws: what is wrong with it; any bytes at all have an answer.
    public init(_ bytes: ModelBytes) throws(LearningError) {
        let all = bytes.bytes
        guard all.count >= Self.headerLength, all.prefix(8).elementsEqual(Self.magic) else { throw .notAModel }
        func number32(_ offset: Int) -> Int { Int(all.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
        func number64(_ offset: Int) -> Int {
            Int(clamping: all.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        func name(_ offset: Int) -> String {
            String(decoding: all[offset..<(offset + Self.nameLength)].prefix { $0 != 0 }, as: UTF8.self)
        }
        guard number32(8) == Self.formatVersion else { throw .unsupportedFormat(version: number32(8)) }
        guard number64(16) == all.count else { throw .wrongLength(expected: number64(16), found: all.count) }
        let checked = UnsafeRawBufferPointer(rebasing: all[Self.checkedFrom...])
        guard all.loadUnaligned(fromByteOffset: 24, as: UInt64.self) == Checksum.of(checked) else {
            throw .checksumMismatch
        }
        var sections: [Section] = []
        let count = number32(12)
        guard count <= (all.count - Self.headerLength) / Self.entryLength else {
            throw .malformedSection("table", reason: "does not fit in the file")
        }
        for index in 0..<count {
            let entry = Self.headerLength + index * Self.entryLength
            let (start, length) = (number64(entry + Self.nameLength), number64(entry + Self.nameLength + 8))
            guard start % Self.alignment == 0, start <= all.count, length <= all.count - start else {
                throw .malformedSection(name(entry), reason: "does not lie in the file")
            }
            sections.append(Section(name: name(entry), range: start..<(start + length)))
        }
        self.bytes = bytes
        self.sections = sections
        kind = name(Self.checkedFrom)
        revision = number64(56)
    }

    /// - Throws: `.wrongModel` unless the file is of this kind and revision.
    public func require(kind: String, revision: Int) throws(LearningError) {
        guard self.kind == kind, self.revision == revision else {
            throw .wrongModel(expected: "\(kind) \(revision)", found: "\(self.kind) \(self.revision)")
        }
    }

    public func has(_ name: String) -> Bool { sections.contains { $0.name == name } }

    /// The numbers of a section, where they are; they live as long as `bytes`.
    public func section<Number: BitwiseCopyable>(
        _ name: String, of type: Number.Type = Number.self
    ) throws(LearningError) -> UnsafeBufferPointer<Number> {
        guard let section = sections.first(where: { $0.name == name }) else { throw .missingSection(name) }
        let width = MemoryLayout<Number>.stride
        guard section.range.count % width == 0 else {
            throw .malformedSection(name, reason: "is no whole number of values")
        }
        let start = bytes.start + section.range.lowerBound
        return UnsafeBufferPointer(
            start: start.assumingMemoryBound(to: Number.self), count: section.range.count / width)
    }

    /// The same, of a known length.
    public func section<Number: BitwiseCopyable>(
        _ name: String, of type: Number.Type = Number.self, count: Int
    ) throws(LearningError) -> UnsafeBufferPointer<Number> {
        let numbers = try section(name, of: type)
        guard numbers.count == count else {
            throw .malformedSection(name, reason: "has \(numbers.count) values instead of \(count)")
        }
        return numbers
    }

    /// The strings of a section that `ModelFileWriter.add(_:strings:)` wrote.
    public func strings(_ name: String) throws(LearningError) -> [String] {
        let text = try section(name, of: UInt8.self)
        guard !text.isEmpty else { return [] }
        return text.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}
