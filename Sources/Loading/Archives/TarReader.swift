import TextModel

/// A tar archive (POSIX ustar, pax, GNU): every regular file in it through the reader of its own format.
///
/// Names are labels only: nothing is ever written, and links, devices and folders are passed over.
struct TarReader: ArchiveReader {
    private let shared: SharedInput
    private let file: InputFile
    private let limits: LoadingLimits
    private let nesting: ArticleReaders.Nesting
    var entry: (any ArticleReader)?
    private var padding = 0
    private var entryCount = 0
    var hasEnded = false

    init(
        _ source: any ByteSource, file: InputFile, limits: LoadingLimits, nesting: ArticleReaders.Nesting
    ) {
        shared = SharedInput(source)
        self.file = file
        self.limits = limits
        self.nesting = nesting
    }

    func reject(of error: LoadingError) -> Reject {
        Reject(error, file: file.label, byteOffset: shared.input.offset)
    }

    /// - Returns: rejects: `damaged_record`, and those of a file that cannot be read.
    mutating func openNext() throws(LoadingError) -> Reject? {
        entry = nil
        guard try shared.input.skip(shared.left + padding) else { return cut() }
        (shared.left, padding) = (0, 0)
        var longName: String?
        var longSize: Int?
        while true {
            let offset = shared.input.offset
            guard try shared.input.fill(atLeast: 512) else {
                try shared.input.throwFailure()
                hasEnded = true
                return shared.input.isEmpty ? nil : cut()
            }
            let block = Array(shared.input.available.prefix(512))
            if block.allSatisfy({ $0 == 0 }) {
                hasEnded = true
                return nil
            }
            guard let header = TarHeader(block) else {
                hasEnded = true
                return Reject(
                    origin: Origin(file: file.label, record: entryCount + 1, byteOffset: offset), code: .damagedRecord,
                    message: "no header of an entry where one belongs; what is behind it is not read")
            }
            shared.input.consume(512)
            let size = longSize ?? header.size
            switch header.kind {
            case .longName, .extended:
                guard size <= 1 << 20, try shared.input.fill(atLeast: size) else { return cut() }
                let content = Array(shared.input.available.prefix(size))
                if header.kind == .longName {
                    longName = String(decoding: content.prefix { $0 != 0 }, as: UTF8.self)
                } else {
                    let fields = TarHeader.extendedFields(content)
                    longName = fields["path"] ?? longName
                    longSize = fields["size"].flatMap { Int($0) } ?? longSize
                }
                guard try shared.input.skip(Self.padded(size)) else { return cut() }
            case .other:
                guard try shared.input.skip(Self.padded(size)) else { return cut() }
                (longName, longSize) = (nil, nil)
            case .file:
                entryCount += 1
                if entryCount > limits.archiveEntries {
                    throw .expandsTooMuch(reason: "more than \(limits.archiveEntries) entries")
                }
                shared.left = size
                padding = Self.padded(size) - size
                let name = longName ?? header.name
                return open(name)
            }
        }
    }

    private mutating func open(_ name: String) -> Reject? {
        do throws(Reject) {
            entry = try ArticleReaders.reader(
                ofEntry: ArchiveEntrySource(shared: shared), name: name, byteCount: shared.left, in: file,
                limits: limits,
                nesting: nesting)
            return nil
        } catch {
            return error
        }
    }

    private mutating func cut() -> Reject {
        hasEnded = true
        return Reject(
            origin: Origin(file: file.label, record: max(entryCount, 1), byteOffset: shared.input.offset),
            code: .damagedRecord, message: "the archive breaks off")
    }

    private static func padded(_ size: Int) -> Int { (size + 511) & ~511 }
}

/// The block before an entry.
private struct TarHeader {
    enum Kind { case file, longName, extended, other }

    var name: String
    var size: Int
    var kind: Kind

    /// - Returns: nil when the checksum does not match.
    init?(_ block: [UInt8]) {
        // The checksum counts its own field as blanks.
        let sum = block.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
        guard let stated = Self.number(block[148..<156]), stated == sum, let size = Self.number(block[124..<136]) else {
            return nil
        }
        self.size = size
        func text(_ range: Range<Int>) -> String { String(decoding: block[range].prefix { $0 != 0 }, as: UTF8.self) }
        let prefix = block[257..<263].elementsEqual([0x75, 0x73, 0x74, 0x61, 0x72, 0]) ? text(345..<500) : ""
        name = prefix.isEmpty ? text(0..<100) : prefix + "/" + text(0..<100)
        switch block[156] {
        case UInt8(ascii: "0"), 0, UInt8(ascii: "7"): kind = name.hasSuffix("/") ? .other : .file
        case UInt8(ascii: "L"): kind = .longName
        case UInt8(ascii: "x"): kind = .extended
        default: kind = .other
        }
    }

    /// Octal digits, or GNU's binary form for what is over 8 GB.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        if let first = field.first, first & 0x80 != 0 {
            guard field.dropLast(7).dropFirst().allSatisfy({ $0 == 0 }) else { return nil }
            return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
        }
        let digits = field.filter { $0 != 0 && $0 != 0x20 }
        return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8).flatMap { $0 < 0 ? nil : $0 }
    }

    /// `LENGTH NAME=VALUE` lines of pax.
    static func extendedFields(_ content: [UInt8]) -> [String: String] {
        var fields: [String: String] = [:]
        for line in content.split(separator: 0x0A) {
            guard let blank = line.firstIndex(of: 0x20), let equals = line[blank...].firstIndex(of: UInt8(ascii: "="))
            else { continue }
            fields[String(decoding: line[(blank + 1)..<equals], as: UTF8.self)] = String(
                decoding: line[(equals + 1)...], as: UTF8.self)
        }
        return fields
    }
}
