import CZlib
import Foundation
import Testing
import TextModel

@testable import Loading

/// One bad file among good ones: each ends as a clear reject, within limits, and the others are whole.
struct HostileInputTests {
    private static let good = "The bridge reopened on Wednesday."

    /// Reads every file of a folder, as a run does.
    private func read(_ folder: TemporaryFolder, limits: LoadingLimits = LoadingLimits()) throws -> [String:
        [LoadedRecord]]
    {
        var found: [String: [LoadedRecord]] = [:]
        for file in try InputListing.expand(["."], relativeTo: folder.path) {
            let name = String(file.path.dropFirst(folder.path.count).drop { $0 == "/" || $0 == "." })
            found[name, default: []] += records(of: ArticleReaders.open(file))
        }
        return found
    }

    /// An entry "../../x.txt", stored.
    static let climbingZip: [UInt8] = {
        let name = Array("../../x.txt".utf8)
        let text = Array(String(repeating: good + " ", count: 4).utf8)
        let checksum = UInt32(truncatingIfNeeded: crc32_z(0, text, text.count))
        func little(_ number: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return [0x50, 0x4B, 3, 4] + little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4)
            + little(Int(checksum), 4) + little(text.count, 4) + little(text.count, 4) + little(name.count, 2)
            + little(0, 2) + name + text
    }()

    /// A record that says that it is so long.
    static func warc(length: Int) -> [UInt8] {
        let head =
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: \(length)\r\n\r\n"
        return Array((head + "HTTP/1.1 200 OK\r\n\r\n<p>x").utf8)
    }

    static let files: [(name: String, bytes: [UInt8], code: RejectCode)] = [
        ("bomb.txt.gz", CompressedBytes.gzip([UInt8](repeating: 0x61, count: 40 << 20), level: 9), .articleTooLarge),
        ("bomb.jsonl.gz", CompressedBytes.gzip([UInt8](repeating: 0x20, count: 40 << 20), level: 9), .expandsTooMuch),
        ("bomb.jsonl.zst", CompressedBytes.zstd([UInt8](repeating: 0x20, count: 40 << 20)), .expandsTooMuch),
        ("deep.html", Array(("<html>" + String(repeating: "<div>", count: 100_000)).utf8), .tooComplex),
        (
            "deep.jsonl", Array((#"{"text": "x", "a": "# + String(repeating: "[", count: 10_000) + "\n").utf8),
            .malformedJSON
        ),
        (
            "entities.xml",
            Array("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss>&b;</rss>".utf8), .malformedXML
        ),
        (
            "laughs.xml",
            Array(
                ("<!DOCTYPE rss [<!ENTITY l0 \"ha\">"
                    + (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
                    + "]><rss>&l9;</rss>").utf8), .malformedXML
        ),
        (
            "parameters.xml",
            Array(
                "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"%x;\">%x;]><rss>&y;</rss>".utf8),
            .malformedXML
        ),
        ("lies.warc", HostileInputTests.warc(length: 999_999_999), .damagedRecord),
        ("short.warc", HostileInputTests.warc(length: 5000), .damagedRecord),
        ("climbs.zip", Array(HostileInputTests.climbingZip.dropLast(60)), .damagedCompression),
        (
            "outside.xml", Array("<!DOCTYPE rss [<!ENTITY x SYSTEM \"/etc/passwd\">]><rss>&x;</rss>".utf8),
            .malformedXML
        ),
        (
            "cut.txt.zst", Array(CompressedBytes.zstd(Array(String(repeating: good, count: 99).utf8)).dropLast(9)),
            .damagedCompression
        ),
        ("nul.txt", Array("The bridge\0 reopened.".utf8), .unsupportedFormat),
        ("nul.html", Array("<p>The bridge\0 reopened.</p>".utf8), .unsupportedFormat),
        ("quote.csv", Array("id,text\n1,\"The bridge reopened.\n2,x\n".utf8), .malformedCSV),
        (
            "matryoshka.gz", CompressedBytes.gzip(CompressedBytes.gzip(CompressedBytes.gzip(Array(good.utf8)))),
            .unsupportedFormat
        ),
    ]

    @Test(arguments: files.indices)
    func aBadFileIsARejectAndTheOthersAreWhole(index: Int) throws {
        let bad = Self.files[index]
        let folder = try TemporaryFolder()
        try folder.write("a.txt", Self.good)
        try folder.write(bad.name, bad.bytes)
        try folder.write("z.jsonl", "{\"text\": \"\(Self.good)\"}\n")
        let found = try read(folder)
        #expect(found[bad.name]?.map { $0.reject?.code } == [bad.code])
        #expect(found["a.txt"]?.first?.article?.textString == Self.good)
        #expect(found["z.jsonl"]?.first?.article?.textString == Self.good)
    }

    /// A line of 2 GB, most of it a hole: passed over, with the lines around it.
    @Test func aLineOfTwoGigabytesCostsItself() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("long.jsonl", "{\"text\": \"\(Self.good)\"}\n{\"text\": \"")
        #expect(truncate(path, 2 << 30) == 0)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("\"}\n{\"text\": \"\(Self.good)\"}\n".utf8))
        try handle.close()
        let found = try read(folder)["long.jsonl"] ?? []
        #expect(found.map { $0.reject?.code } == [nil, .articleTooLarge, nil])
    }

    /// Names in archives are labels: nothing is written, wherever they point.
    @Test func aNameThatClimbsOutIsALabel() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        try folder.makeFolder("in/deep")
        try folder.write(
            "in/deep/a.zip", Self.climbingZip + [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
        let found = records(of: ArticleReaders.open(folder.input("in/deep/a.zip")))
        #expect(found.count == 1)
        #expect(found.first?.article?.origin.file.hasSuffix("a.zip!/../../x.txt") == true)
        #expect(found.first?.article?.textString.hasPrefix(Self.good) == true)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/x.txt"))
        #expect(
            try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == [
                "in", "in/deep", "in/deep/a.zip",
            ])
    }

    /// A DTD elsewhere is not fetched, and its absence spoils nothing.
    @Test(arguments: ["file:///etc/passwd", "http://127.0.0.1:9/x.dtd", "/etc/passwd"])
    func aDTDElsewhereIsNotRead(address: String) throws {
        let xml = """
            <!DOCTYPE rss SYSTEM "\(address)"><rss><channel><item><title>Bridge</title>
            <description>\(Self.good)</description></item></channel></rss>
            """
        let file = InputFile(label: "a.xml", path: "a.xml")
        let found = records(of: ArticleReaders.open(Array(xml.utf8), as: file))
        #expect(found.map { $0.article?.textString } == ["Bridge\n\n\(Self.good)"])
    }

    @Test func loopsPipesAndNamesThatClimbOut() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", Self.good)
        try folder.link("loop", to: ".")
        try folder.link("self", to: "self")
        #expect(mkfifo("\(folder.path)/fifo", 0o600) == 0)
        let found = try read(folder)
        #expect(found["a.txt"]?.count == 1)
        #expect(found["self"]?.map { $0.reject?.code } == [.unreadable])
        #expect(found["fifo"] == nil)
        let named = records(of: ArticleReaders.open(folder.input("fifo")))
        #expect(named.map { $0.reject?.code } == [.notARegularFile])
    }

    /// Longer than any buffer, so that most of it is read after the change. What is whole then comes out, once; half a line
    /// is one reject.
    @Test(arguments: ["grows", "shrinks"])
    func aFileThatIsAnotherWhileItIsRead(change: String) throws {
        let folder = try TemporaryFolder()
        let line = "{\"text\": \"\(Self.good)\"}\n"
        let count = 200_000
        let path = try folder.write("a.jsonl", String(repeating: line, count: count))
        var reader = ArticleReaders.open(folder.input("a.jsonl"))
        #expect(reader.next()?.article?.textString == Self.good)
        let kept = 150_000
        if change == "grows" {
            let handle = try #require(FileHandle(forWritingAtPath: path))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data("not JSON\n".utf8))
            try handle.close()
        } else {
            #expect(truncate(path, off_t(kept * line.utf8.count + 9)) == 0)
        }
        let rest = records(of: reader)
        #expect(rest.compactMap(\.article).count == (change == "grows" ? count : kept) - 1)
        #expect(rest.compactMap { $0.reject?.code } == [.malformedJSON])
        #expect(rest.last?.reject?.origin.record == (change == "grows" ? count : kept) + 1)
    }

    @Test func aFileThatVanishes() throws {
        let folder = try TemporaryFolder()
        let line = "{\"text\": \"\(Self.good)\"}\n"
        let path = try folder.write("a.jsonl", line)
        var reader = ArticleReaders.open(folder.input("a.jsonl"))
        try FileManager.default.removeItem(atPath: path)
        #expect(reader.next()?.article != nil)
        #expect(reader.next() == nil)
        #expect(records(of: ArticleReaders.open(folder.input("a.jsonl"))).map { $0.reject?.code } == [.unreadable])
    }
}
