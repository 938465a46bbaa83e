import CZlib
import TextModel

/// A zip archive, read from its beginning to its end without seeking: every file in it through the reader of its own
/// format.
///
/// Names are labels only: nothing is ever written. Entries that are encrypted or packed with rare methods, and stored ones
/// whose size comes behind them, become rejects.
struct ZipReader: ArchiveReader {
    private let shared: SharedInput
    private let file: InputFile
    private let limits: LoadingLimits
    private let nesting: ArticleReaders.Nesting
    var entry: (any ArticleReader)?
    /// What unpacks the entry, when it is packed.
    private var unpacked: InflatedEntry?
    private var current: ZipHeader?
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
        Reject(error, file: label, record: max(entryCount, 1), byteOffset: shared.input.offset)
    }

    private var label: String { current.map { "\(file.label)!/\($0.name)" } ?? file.label }

    private func reject(_ code: RejectCode, _ message: String) -> Reject {
        Reject(
            origin: Origin(file: label, record: 1, byteOffset: shared.input.offset), code: code, message: message)
    }

    mutating func openNext() throws(LoadingError) -> Reject? {
        try leaveEntry()
        guard try shared.input.fill(atLeast: 4) else {
            hasEnded = true
            return shared.input.isEmpty && entryCount > 0 ? nil : reject(.damagedRecord, "the archive breaks off")
        }
        let signature = Array(shared.input.available.prefix(4))
        guard signature == [0x50, 0x4B, 3, 4] else {
            hasEnded = true
            // The list of contents, or the end of an empty archive.
            let isEnd =
                signature == [0x50, 0x4B, 1, 2] || signature == [0x50, 0x4B, 5, 6] || signature == [0x50, 0x4B, 6, 6]
            return isEnd ? nil : reject(.damagedRecord, "no entry where one belongs; what is behind it is not read")
        }
        guard let header = try readHeader() else {
            hasEnded = true
            return reject(.damagedRecord, "the archive breaks off")
        }
        entryCount += 1
        current = header
        if entryCount > limits.archiveEntries {
            throw .expandsTooMuch(reason: "more than \(limits.archiveEntries) entries")
        }
        return open(header)
    }

    private mutating func readHeader() throws(LoadingError) -> ZipHeader? {
        guard try shared.input.fill(atLeast: 30) else { return nil }
        let count = ZipHeader.count(of: Array(shared.input.available.prefix(30)))
        guard try shared.input.fill(atLeast: count) else { return nil }
        defer { shared.input.consume(count) }
        return ZipHeader(Array(shared.input.available.prefix(count)))
    }

    private mutating func open(_ header: ZipHeader) -> Reject? {
        shared.left = header.packedSize
        if entryCount == 1, header.isOfficeFile {
            hasEnded = true
            return Reject(
                origin: Origin(file: file.label), code: .unsupportedFormat,
                message: "a zip file that is a document, such as DOCX; save it as text")
        }
        if header.isEncrypted {
            if header.isSizeBehind { hasEnded = true }
            return reject(.unsupportedFormat, "encrypted")
        }
        if header.name.hasSuffix("/") { return nil }
        var source: any ByteSource = ArchiveEntrySource(shared: shared)
        switch header.method {
        case 0:
            if header.isSizeBehind {
                hasEnded = true
                return reject(.unsupportedFormat, "stored without its size; what is behind it is not read")
            }
        case 8:
            let inflated = InflatedEntry(shared, header: header, limits: limits)
            unpacked = inflated
            source = inflated
        default:
            if header.isSizeBehind { hasEnded = true }
            return reject(.unsupportedFormat, "packed with method \(header.method); only deflate is read")
        }
        do throws(Reject) {
            entry = try ArticleReaders.reader(
                ofEntry: source, name: header.name, byteCount: header.isSizeBehind ? nil : header.size, in: file,
                limits: limits, nesting: nesting)
        } catch {
            entry = RejectReader(error)
        }
        return nil
    }

    private mutating func leaveEntry() throws(LoadingError) {
        defer { (entry, unpacked) = (nil, nil) }
        try unpacked?.finish()
        guard try shared.input.skip(shared.left) else {
            throw .damaged(byteOffset: shared.input.offset, reason: "the archive breaks off inside an entry")
        }
        shared.left = 0
    }
}

/// What stands before an entry.
struct ZipHeader {
    var name: String
    var method: Int
    var isEncrypted: Bool
    /// Whether sizes and checksum come behind the entry.
    var isSizeBehind: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int

    /// How long the header is that begins with these 30 bytes.
    static func count(of head: [UInt8]) -> Int { 30 + little(head, 26, 2) + little(head, 28, 2) }

    init(_ bytes: [UInt8]) {
        let flags = Self.little(bytes, 6, 2)
        isEncrypted = flags & 1 != 0
        isSizeBehind = flags & 8 != 0
        method = Self.little(bytes, 8, 2)
        checksum = UInt32(Self.little(bytes, 14, 4))
        packedSize = Self.little(bytes, 18, 4)
        size = Self.little(bytes, 22, 4)
        let nameEnd = 30 + Self.little(bytes, 26, 2)
        name = String(decoding: bytes[30..<nameEnd], as: UTF8.self)
        // Zip64: the sizes stand in an extra field.
        var index = nameEnd
        while index + 4 <= bytes.count {
            let (id, count) = (Self.little(bytes, index, 2), Self.little(bytes, index + 2, 2))
            if id == 1, count >= 16, index + 20 <= bytes.count {
                if size == 0xFFFF_FFFF { size = Self.little(bytes, index + 4, 7) }
                if packedSize == 0xFFFF_FFFF { packedSize = Self.little(bytes, index + 12, 7) }
            }
            index += 4 + count
        }
        if isSizeBehind { packedSize = 0 }
    }

    var isOfficeFile: Bool { name == "[Content_Types].xml" || name == "mimetype" || name.hasPrefix("word/") }

    private static func little(_ bytes: [UInt8], _ index: Int, _ count: Int) -> Int {
        (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[index + $1]) }
    }
}

/// The bytes of one deflated entry.
final class InflatedEntry: ByteSource {
    private let shared: SharedInput
    private let header: ZipHeader
    private var meter: ExpansionMeter
    private let stream: UnsafeMutablePointer<z_stream>
    private var checksum: UInt = 0
    private var hasEnded = false

    init(_ shared: SharedInput, header: ZipHeader, limits: LoadingLimits) {
        self.shared = shared
        self.header = header
        meter = ExpansionMeter(limits)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Raw deflate: no wrapper.
        inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    var isReady: Bool { shared.input.isReady }

    func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        while !hasEnded {
            guard try shared.input.fill() else { throw fault("the archive breaks off inside this entry") }
            let (code, taken, given) = inflateOnce(into: room)
            shared.input.consume(taken)
            if !header.isSizeBehind { shared.left = max(shared.left - taken, 0) }
            checksum = crc32_z(checksum, room.baseAddress?.assumingMemoryBound(to: UInt8.self), given)
            try meter.count(taken: taken, given: given)
            if code == Z_STREAM_END {
                hasEnded = true
                try check()
            } else if code != Z_OK && code != Z_BUF_ERROR || !header.isSizeBehind && shared.left == 0 && given == 0 {
                throw fault("broken deflate")
            }
            if given > 0 { return given }
        }
        return 0
    }

    /// Reads on to the end of the entry, where the next one begins.
    func finish() throws(LoadingError) {
        // An entry of known size is passed over without unpacking it.
        guard header.isSizeBehind else { return }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while try chunk.withUnsafeMutableBytes({ buffer in
            Result { () throws(LoadingError) in try read(into: buffer) }
        }).get() > 0 {}
    }

    private func fault(_ reason: String) -> LoadingError {
        hasEnded = true
        return .damaged(byteOffset: shared.input.offset, reason: "\(header.name): \(reason)")
    }

    /// Compares the checksum with the one before or behind the entry.
    private func check() throws(LoadingError) {
        var stated = header.checksum
        if header.isSizeBehind {
            // Signature (often), checksum, and two sizes of four or eight bytes.
            guard try shared.input.fill(atLeast: 16) else { throw fault("the archive breaks off behind this entry") }
            var bytes = Array(shared.input.available.prefix(16))
            let hasSignature = bytes.starts(with: [0x50, 0x4B, 7, 8])
            if hasSignature { bytes.removeFirst(4) }
            stated = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
            try skipDescriptor(hasSignature: hasSignature)
        }
        guard stated == UInt32(truncatingIfNeeded: checksum) else { throw fault("the checksum does not match") }
    }

    private func skipDescriptor(hasSignature: Bool) throws(LoadingError) {
        let short = (hasSignature ? 4 : 0) + 12
        let long = short + 8
        _ = try shared.input.fill(atLeast: long + 2)
        let bytes = Array(shared.input.available.prefix(long + 2))
        let isLong =
            bytes.count >= long + 2 && bytes[long...].starts(with: [0x50, 0x4B])
            && !bytes[short...].starts(with: [0x50, 0x4B])
        shared.input.consume(min(isLong ? long : short, bytes.count))
    }

    private func inflateOnce(into room: UnsafeMutableRawBufferPointer) -> (code: Int32, taken: Int, given: Int) {
        let limit = header.isSizeBehind ? Int.max : shared.left
        return shared.input.withAvailable { bytes in
            let available = min(bytes.count, limit)
            let room = UnsafeMutableRawBufferPointer(rebasing: room.prefix(1 << 30))
            stream.pointee.next_in = bytes.baseAddress
            stream.pointee.avail_in = UInt32(available)
            stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(room.count)
            let code = inflate(stream, Z_NO_FLUSH)
            return (code, available - Int(stream.pointee.avail_in), room.count - Int(stream.pointee.avail_out))
        }
    }
}
