import Foundation
import Loading
import TextModel

/// A folder of files for one test; removed with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-loading-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path): \(error)") }
    }

    /// Writes a file, with the folders above it; its full path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = "\(path)/\(name)"
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
    }

    func input(_ name: String, format: InputFormat = .auto) -> InputFile {
        InputFile(label: name, path: "\(path)/\(name)", reading: InputReading(format: format))
    }
}

/// Bytes that come in reads of given sizes, as from a slow pipe.
struct DribblingSource: ByteSource {
    private var bytes: BytesInMemory
    private let readSize: Int
    let isReady: Bool

    init(_ bytes: [UInt8], readSize: Int, isReady: Bool = true) {
        self.bytes = BytesInMemory(bytes)
        self.readSize = readSize
        self.isReady = isReady
    }

    mutating func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        try bytes.read(into: UnsafeMutableRawBufferPointer(rebasing: room.prefix(readSize)))
    }
}

/// Bytes, and then a disk that fails.
struct FailingSource: ByteSource {
    private var bytes: BytesInMemory
    static let failure = LoadingError.unreadable(file: "failing", reason: "Input/output error")

    init(_ bytes: [UInt8]) {
        self.bytes = BytesInMemory(bytes)
    }

    var isReady: Bool { true }

    mutating func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        let count = try bytes.read(into: room)
        if count == 0 { throw Self.failure }
        return count
    }
}

/// Random bytes that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Everything a reader has to give.
func records(of reader: any ArticleReader) -> [LoadedRecord] {
    var reader = reader
    var records: [LoadedRecord] = []
    while let record = reader.next() { records.append(record) }
    return records
}

extension LoadedRecord {
    var article: Article? { if case .article(let article) = self { article } else { nil } }
    var reject: Reject? { if case .reject(let reject) = self { reject } else { nil } }
}

extension Article {
    var textString: String { String(decoding: text, as: UTF8.self) }
}
