import Testing
import TextModel

@testable import Loading

/// A tar archive of entries that are given by name, type and bytes.
private func tar(_ entries: [(name: String, type: Character, bytes: [UInt8])]) -> [UInt8] {
    entries.flatMap { name, type, bytes -> [UInt8] in
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, _ index: Int) {
            header.replaceSubrange(index..<index + text.utf8.count, with: text.utf8)
        }
        func octal(_ number: Int, _ digits: Int) -> String {
            let text = String(number, radix: 8)
            return String(repeating: "0", count: digits - text.count) + text
        }
        put(String(name.prefix(100)), 0)
        put(octal(bytes.count, 11), 124)
        put(String(type), 156)
        put("ustar", 257)
        put("00", 263)
        put("        ", 148)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0", 148)
        return header + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
}

private let end = [UInt8](repeating: 0, count: 1024)

struct TarReaderTests {
    private func read(_ bytes: [UInt8], limits: LoadingLimits = LoadingLimits()) throws -> [LoadedRecord] {
        records(
            of: try ArticleReaders.reader(
                of: BytesInMemory(bytes), byteCount: nil, file: InputFile(label: "a.tar", path: "a.tar"), limits: limits
            ))
    }

    private func text(_ words: String) -> [UInt8] { Array(words.utf8) }

    @Test func everyFileIsReadByItsFormat() throws {
        let json = text("{\"id\": \"j\", \"text\": \"Two.\"}\n{\"text\": \"Three.\"}\n")
        let archive =
            tar([
                ("folder/", "5", []), ("folder/a.txt", "0", text("One.")), ("b.jsonl", "0", json),
                ("c.txt.gz", "0", CompressedBytes.gzip(text("Four."))), ("link", "2", []),
                ("../../d.txt", "0", text("Five.")),
            ]) + end
        for packed in [archive, CompressedBytes.gzip(archive), CompressedBytes.zstd(archive)] {
            let articles = try read(packed).compactMap(\.article)
            #expect(articles.map(\.textString) == ["One.", "Two.", "Three.", "Four.", "Five."])
            #expect(
                articles.map(\.origin.file) == [
                    "a.tar!/folder/a.txt", "a.tar!/b.jsonl", "a.tar!/b.jsonl", "a.tar!/c.txt.gz", "a.tar!/../../d.txt",
                ])
        }
    }

    @Test func longNamesOfGNUAndPax() throws {
        let long = String(repeating: "n", count: 150) + ".txt"
        let pax = "164 path=\(long)\n"
        let archive =
            tar([
                ("././@LongLink", "L", text(long + "\0")), ("cut", "0", text("One.")), ("pax", "x", text(pax)),
                ("cut", "0", text("Two.")),
            ]) + end
        #expect(try read(archive).map { $0.article?.origin.file } == ["a.tar!/\(long)", "a.tar!/\(long)"])
    }

    /// Links, devices and pipes are none of our business, wherever they point.
    @Test func onlyFilesAreRead() throws {
        let others: [(name: String, type: Character, bytes: [UInt8])] = [
            ("hard", "1", []), ("/etc/passwd", "2", []), ("device", "3", []), ("block", "4", []), ("fifo", "6", []),
        ]
        let archive = tar([("a.txt", "0", text("One."))] + others + [("b.txt", "0", text("Two."))]) + end
        #expect(try read(archive).map { $0.article?.textString } == ["One.", "Two."])
    }

    @Test func aBadEntryCostsItself() throws {
        let archive =
            tar([("a.txt", "0", text("One.")), ("b.pdf", "0", text("%PDF-1.7")), ("c.txt", "0", text("Two."))]) + end
        #expect(try read(archive).map { $0.reject?.code } == [nil, .unsupportedFormat, nil])
    }

    @Test func aCutOrBrokenArchiveIsTold() throws {
        let archive = tar([("a.txt", "0", text("One.")), ("b.txt", "0", [UInt8](repeating: 0x61, count: 3000))])
        for count in [archive.count - 1000, archive.count - 3000 - 200] {
            let found = try read(Array(archive.prefix(count)))
            #expect(found.first?.article?.textString == "One.")
            #expect(found.last?.reject != nil)
        }
        var broken = archive
        broken[1024 + 3] ^= 1
        #expect(try read(broken).map { $0.reject?.code } == [nil, .damagedRecord])
    }

    @Test func archivesInArchivesAndTooManyEntriesAreTold() throws {
        let inner = tar([("a.txt", "0", text("One."))]) + end
        #expect(try read(tar([("b.tar", "0", inner)]) + end).map { $0.reject?.code } == [.unsupportedFormat])
        var limits = LoadingLimits()
        limits.archiveEntries = 1
        let two = tar([("a.txt", "0", text("One.")), ("b.txt", "0", text("Two."))]) + end
        #expect(try read(two, limits: limits).map { $0.reject?.code } == [nil, .expandsTooMuch])
    }
}
