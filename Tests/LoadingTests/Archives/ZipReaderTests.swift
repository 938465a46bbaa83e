import CZlib
import Testing
import TextModel

@testable import Loading

/// An entry of a zip archive as programs write them: stored, deflated, or deflated with its sizes behind it.
private func zipEntry(_ name: String, _ bytes: [UInt8], method: Int = 8, sizeBehind: Bool = false, flags: Int = 0)
    -> [UInt8]
{
    func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    // gzip without its header of 10 bytes and trailer of 8 is bare deflate.
    let packed = method == 8 ? Array(CompressedBytes.gzip(bytes).dropFirst(10).dropLast(8)) : bytes
    let checksum = Int(crc32_z(0, bytes, bytes.count))
    let sizes = little(checksum, 4) + little(packed.count, 4) + little(bytes.count, 4)
    let header =
        [0x50, 0x4B, 3, 4] + little(20, 2) + little(flags | (sizeBehind ? 8 : 0), 2) + little(method, 2) + little(0, 4)
        + (sizeBehind ? little(0, 12) : sizes) + little(name.utf8.count, 2) + little(0, 2)
    return header + Array(name.utf8) + packed + (sizeBehind ? [0x50, 0x4B, 7, 8] + sizes : [])
}

private let end: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)

struct ZipReaderTests {
    private func read(_ bytes: [UInt8], limits: LoadingLimits = LoadingLimits()) throws -> [LoadedRecord] {
        records(
            of: try ArticleReaders.reader(
                of: BytesInMemory(bytes), byteCount: nil, file: InputFile(label: "a.zip", path: "a.zip"), limits: limits
            ))
    }

    private func text(_ words: String) -> [UInt8] { Array(words.utf8) }

    @Test func entriesPackedInEveryUsualWay() throws {
        let long = text(String(repeating: "The bridge reopened. ", count: 5000))
        let archive =
            zipEntry("folder/", [], method: 0) + zipEntry("a.txt", text("One."), method: 0)
            + zipEntry("../../b.txt", text("Two."), sizeBehind: true) + zipEntry("c.txt", long)
            + zipEntry("d.jsonl", text("{\"text\": \"Four.\"}\n{\"text\": \"Five.\"}\n"), sizeBehind: true) + end
        let articles = try read(archive).compactMap(\.article)
        #expect(articles.map(\.text.count) == [4, 4, long.count, 5, 5])
        #expect(articles.map(\.origin.file).prefix(2) == ["a.zip!/a.txt", "a.zip!/../../b.txt"])
    }

    @Test func theRestOfAnEntryThatIsNotReadToItsEndIsPassedOver() throws {
        let limits = LoadingLimits(articleBytes: 1000)
        let long = text(String(repeating: "The bridge reopened. ", count: 50_000))
        for sizeBehind in [true, false] {
            let archive = zipEntry("a.txt", long, sizeBehind: sizeBehind) + zipEntry("b.txt", text("Two.")) + end
            #expect(try read(archive, limits: limits).map { $0.reject?.code } == [.articleTooLarge, nil])
        }
    }

    @Test func whatCannotBeUnpackedIsTold() throws {
        let after = zipEntry("z.txt", text("Last.")) + end
        #expect(
            try read(zipEntry("a.txt", text("One."), method: 12) + after).map { $0.reject?.code } == [
                .unsupportedFormat, nil,
            ])
        #expect(
            try read(zipEntry("a.txt", text("One."), flags: 1) + after).map { $0.reject?.code } == [
                .unsupportedFormat, nil,
            ])
        #expect(
            try read(zipEntry("word/document.xml", text("One.")) + after).map { $0.reject?.code } == [
                .unsupportedFormat
            ])
        #expect(
            try read(zipEntry("b.zip", zipEntry("a.txt", text("One.")) + end) + after).map { $0.reject?.code } == [
                .unsupportedFormat, nil,
            ])
        #expect(try read(end).isEmpty)
    }

    @Test func aWrongChecksumACutAndJunkAreTold() throws {
        var entry = zipEntry("a.txt", text("One."), method: 8)
        entry[14] ^= 1
        #expect(try read(entry + end).map { $0.reject?.code } == [.damagedCompression])
        let whole = zipEntry("a.txt", text("One.")) + zipEntry("b.txt", text("Two and more."))
        let found = try read(Array(whole.dropLast(4)))
        #expect(found.first?.article?.textString == "One." && found.last?.reject?.code == .damagedCompression)
        #expect(
            try read(zipEntry("a.txt", text("One.")) + text("junk")).map { $0.reject?.code } == [nil, .damagedRecord])
    }

    @Test func aBombIsStopped() throws {
        let bomb = zipEntry("a.jsonl", [UInt8](repeating: 0x20, count: 40 << 20)) + end
        #expect(try read(bomb).map { $0.reject?.code } == [.expandsTooMuch])
    }

    @Test func anyBytesEnd() throws {
        var generator = SeededGenerator(seed: 9)
        let good = zipEntry("a.txt", text("One.")) + zipEntry("b.txt", text("Two."), sizeBehind: true) + end
        for _ in 0..<2000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 4..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            #expect(try read(bytes).count < 10)
        }
    }
}
