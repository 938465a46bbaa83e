import TextModel

/// What is known of the newest generation as a whole, kept beside the generations in `outline.head`.
///
/// The entries, one an article, are in `outline`. Both only save work: without them, or when the files of the generation
/// do not look as they did, everything is written anew from the store.
struct OutlineHead: Sendable {
    var generation: Int
    /// Names all that the bytes depend on besides the rows: program, options.
    var configuration: [UInt8]
    /// Names the listing that was written.
    var revision: [UInt8]
    var entries: WrittenFile
    var tables: [WrittenTable]
    /// The size of what stands above the first row, for the tables by article and then for the one of the runs.
    var headings: [Extent]
    /// By code.
    var rejects: [RejectCode: Int]
    var rejectFile: WrittenFile
    /// Articles that are the same as an earlier one, kept or not.
    var duplicates: Int
    /// How each file looked when it was finished, by name.
    var looks: [String: FileLook]

    static let version = 3

    var bytes: [UInt8] {
        var bytes = Array("sayso outline\n".utf8)
        bytes.append(number: Self.version)
        bytes.append(number: generation)
        bytes.append(field: configuration)
        bytes.append(field: revision)
        bytes.append(entries)
        bytes.append(number: tables.count)
        for table in tables {
            bytes.append(field: table.table.name.utf8)
            bytes.append(number: table.rows)
            bytes.append(number: table.cells.guarded)
            bytes.append(number: table.cells.cut)
            bytes.append(table.csv)
            bytes.append(table.json)
        }
        for heading in headings { bytes.append(heading) }
        bytes.append(number: rejects.count)
        for (code, count) in rejects.sorted(by: { bytesPrecede($0.key.rawValue, $1.key.rawValue) }) {
            bytes.append(field: code.rawValue.utf8)
            bytes.append(number: count)
        }
        bytes.append(rejectFile)
        bytes.append(number: duplicates)
        bytes.append(number: looks.count)
        for (name, look) in looks.sorted(by: { bytesPrecede($0.key, $1.key) }) {
            bytes.append(field: name.utf8)
            for number in look.numbers { bytes.append(number: number) }
        }
        return bytes + Self.checksum(bytes)
    }

    /// Of a head that a disk has changed nothing is believed.
    private static func checksum(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        withUnsafeBytes(of: ByteHash(bytes).value.littleEndian) { Array($0) }
    }

    /// - Parameter known: the tables there are; a head that names others is none of ours.
    init?(_ bytes: [UInt8], tables known: [Table]) {
        let magic = Array("sayso outline\n".utf8)
        let end = bytes.count - MemoryLayout<UInt64>.size
        guard bytes.starts(with: magic), end >= magic.count, Self.checksum(bytes[..<end]) == Array(bytes[end...]) else {
            return nil
        }
        var cursor = OutlineCursor(Array(bytes[magic.count..<end]))
        guard cursor.number() == Self.version, let generation = cursor.number(),
            let configuration = cursor.field(), let revision = cursor.field(), let entries = cursor.file(),
            cursor.number() == known.count
        else { return nil }
        self.generation = generation
        self.configuration = Array(configuration)
        self.revision = Array(revision)
        self.entries = entries
        tables = []
        for table in known {
            guard cursor.field()?.elementsEqual(table.name.utf8) == true, let rows = cursor.number(),
                let guarded = cursor.number(), let cut = cursor.number(), let csv = cursor.file(),
                let json = cursor.file()
            else { return nil }
            var cells = CellCounts()
            cells.guarded = guarded
            cells.cut = cut
            tables.append(WrittenTable(table: table, rows: rows, cells: cells, csv: csv, json: json))
        }
        headings = []
        for _ in OutlineEntry.tables + [OutlineRun.table] {
            guard let heading = cursor.extent() else { return nil }
            headings.append(heading)
        }
        rejects = [:]
        guard let codes = cursor.number() else { return nil }
        for _ in 0..<min(codes, RejectCode.allCases.count) {
            guard let word = cursor.field(), let code = RejectCode(rawValue: String(decoding: word, as: UTF8.self)),
                let count = cursor.number()
            else { return nil }
            rejects[code] = count
        }
        guard let rejectFile = cursor.file(), let duplicates = cursor.number(), let count = cursor.number() else {
            return nil
        }
        self.rejectFile = rejectFile
        self.duplicates = duplicates
        looks = [:]
        for _ in 0..<min(count, 1000) {
            guard let name = cursor.field(), let size = cursor.number(), let inode = cursor.number(),
                let seconds = cursor.number(), let nanoseconds = cursor.number()
            else { return nil }
            looks[String(decoding: name, as: UTF8.self)] = FileLook(numbers: [size, inode, seconds, nanoseconds])
        }
        guard cursor.isAtEnd else { return nil }
    }

    init(
        generation: Int, configuration: [UInt8], revision: [UInt8], entries: WrittenFile, tables: [WrittenTable],
        headings: [Extent], rejects: [RejectCode: Int], rejectFile: WrittenFile, duplicates: Int,
        looks: [String: FileLook]
    ) {
        self.generation = generation
        self.configuration = configuration
        self.revision = revision
        self.entries = entries
        self.tables = tables
        self.headings = headings
        self.rejects = rejects
        self.rejectFile = rejectFile
        self.duplicates = duplicates
        self.looks = looks
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ file: WrittenFile) {
        append(field: file.name.utf8)
        append(number: file.bytes)
        append(field: file.sha256.utf8)
        append(number: file.marks.distance)
        append(number: file.marks.states.count)
        for state in file.marks.states { for index in 0..<8 { append(number: Int(state.words[index])) } }
    }
}

extension OutlineCursor {
    fileprivate mutating func file() -> WrittenFile? {
        guard let name = field(), let bytes = number(), let hash = field(), let marks = marks() else { return nil }
        return WrittenFile(
            name: String(decoding: name, as: UTF8.self), bytes: bytes, sha256: String(decoding: hash, as: UTF8.self),
            marks: marks)
    }

    private mutating func marks() -> HashMarks? {
        guard let distance = number(), distance >= HashMarks.shortest, distance.nonzeroBitCount == 1,
            distance < 1 << 50, let count = number(), count < HashMarks.limit
        else { return nil }
        var states: [HashState] = []
        for _ in 0..<count {
            var words = SIMD8<UInt32>()
            for index in 0..<8 {
                guard let word = number().flatMap(UInt32.init(exactly:)) else { return nil }
                words[index] = word
            }
            states.append(HashState(words: words))
        }
        return HashMarks(distance: distance, states: states)
    }
}
