import Foundation
import Testing
import TextModel

@testable import Loading

struct WARCReaderTests {
    private static let words =
        "The bridge over the river reopened on Wednesday after eleven months of repairs, the city said."

    private func page(_ name: String) -> [UInt8] {
        Array("<html><body><p>\(name): \(Self.words)</p></body></html>".utf8)
    }

    private func response(
        _ name: String, body: [UInt8]? = nil, fields: String = "Content-Type: text/html; charset=utf-8",
        status: Int = 200,
        length: Int? = nil
    ) -> [UInt8] {
        let content = Array("HTTP/1.1 \(status) OK\r\n\(fields)\r\n\r\n".utf8) + (body ?? page(name))
        return record("response", "application/http; msgtype=response", name, content, length: length)
    }

    private func record(
        _ type: String, _ contentType: String, _ name: String, _ content: [UInt8], length: Int? = nil
    ) -> [UInt8] {
        let header = """
            WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: <https://daily.example/\(name)>\r\n\
            WARC-Record-ID: <urn:uuid:\(name)>\r\nContent-Type: \(contentType)\r\n\
            Content-Length: \(length ?? content.count)\r\n\r\n
            """
        return Array(header.utf8) + content + Array("\r\n\r\n".utf8)
    }

    private func read(_ bytes: [UInt8], limits: LoadingLimits = LoadingLimits()) throws -> [LoadedRecord] {
        let file = InputFile(label: "a.warc", path: "a.warc")
        return records(
            of: try ArticleReaders.reader(of: BytesInMemory(bytes), byteCount: nil, file: file, limits: limits))
    }

    private func names(_ found: [LoadedRecord]) -> [String] {
        found.map { $0.article?.textString.prefix(while: { $0 != ":" }).description ?? $0.reject?.code.rawValue ?? "" }
    }

    @Test func pagesAndTextsComeOutAndNothingElse() throws {
        let bytes =
            record("warcinfo", "application/warc-fields", "i", Array("software: x".utf8)) + response("one")
            + record("request", "application/http; msgtype=request", "r", Array("GET / HTTP/1.1\r\n\r\n".utf8))
            + response("gone", status: 404) + response("image", fields: "Content-Type: image/png")
            + record("conversion", "text/plain", "two", Array("two: \(Self.words)".utf8))
            + record("resource", "text/html", "three", page("three")) + response("four")
        let found = try read(bytes)
        #expect(names(found) == ["one", "two", "three", "four"])
        let article = try #require(found.first?.article)
        #expect(article.url == "https://daily.example/one")
        #expect(article.givenID == "urn:uuid:one")
        #expect(article.site == "daily.example")
        #expect(article.published == nil)
        #expect(article.origin.record == 2 && article.origin.byteOffset > 0)
    }

    /// A revisit has no page of its own; a digest says nothing that the content does not; the blank line behind a record may
    /// be missing.
    @Test func whatOtherToolsWriteAndLeaveOut() throws {
        let digest = String(decoding: response("two"), as: UTF8.self)
            .replacing("WARC-Type: response\r\n", with: "WARC-Type: response\r\nWARC-Payload-Digest: sha1:WRONG\r\n")
        let bytes =
            Array(response("one").dropLast(4)) + Array(digest.utf8)
            + record("revisit", "application/http; msgtype=response", "r", Array("HTTP/1.1 200 OK\r\n\r\n".utf8))
            + response("three")
        #expect(names(try read(bytes)) == ["one", "two", "three"])
    }

    @Test func membersOfTheirOwnAndOneForAll() throws {
        let all = ["one", "two", "three"].map { response($0) }
        #expect(names(try read(all.flatMap { CompressedBytes.gzip($0) })) == ["one", "two", "three"])
        #expect(names(try read(CompressedBytes.gzip(all.flatMap { $0 }))) == ["one", "two", "three"])
        #expect(names(try read(CompressedBytes.zstd(all.flatMap { $0 }))) == ["one", "two", "three"])
    }

    @Test func aBrokenMemberCostsItsRecord() throws {
        var second = CompressedBytes.gzip(response("two"))
        for index in second.count / 2..<second.count / 2 + 20 { second[index] = 0 }
        let bytes = CompressedBytes.gzip(response("one")) + second + CompressedBytes.gzip(response("three"))
        let found = try read(bytes)
        #expect(names(found).first == "one" && names(found).last == "three")
        #expect(found.compactMap(\.reject).map(\.code) == [.damagedCompression])
    }

    /// Never silence: what was whole comes out, and one reject says that the rest is missing.
    @Test func aCutFileIsTold() throws {
        let members = ["one", "two", "three"].map { CompressedBytes.gzip(response($0)) }
        let bytes = members.flatMap { $0 }
        for end in stride(from: members[0].count + 1, to: bytes.count, by: 7)
        where end != members[0].count + members[1].count {
            let found = try read(Array(bytes[..<end]))
            // What only lacks its checksum may come out.
            let articles = names(found).dropLast()
            let whole = end > members[0].count + members[1].count ? 2 : 1
            #expect(["one", "two", "three"].starts(with: articles) && articles.count >= whole, "cut at \(end)")
            #expect(names(found).last == "damaged_compression")
        }
        let plain = response("one") + response("two")
        let found = try read(Array(plain.dropLast(60)))
        #expect(names(found) == ["one", "damaged_record"])
    }

    /// A length that is a few bytes out costs nothing; one that swallows the next record costs its own only.
    @Test(arguments: [
        (-2, "two"), (2, "two"), (5, "damaged_record"), (150, "damaged_record"), (100_000, "damaged_record"),
    ])
    func aLengthThatLiesCostsItsRecordAtMost(by error: Int, name: String) throws {
        let lengths = record("response", "application/http; msgtype=response", "two", [], length: 0)
        let content = response("two", length: 0).count - lengths.count
        let bytes = response("one") + response("two", length: content + error) + response("three") + response("four")
        #expect(names(try read(bytes)) == ["one", name, "three", "four"])
    }

    @Test(arguments: ["Content-Length: -5", "Content-Length: x", "X: y", "Content-Length: 99999999999999999999"])
    func aRecordWithoutALengthIsPassedOver(field: String) throws {
        let bad = Array("WARC/1.0\r\nWARC-Type: response\r\n\(field)\r\n\r\nwords\r\n\r\n".utf8)
        #expect(names(try read(response("one") + bad + response("two"))) == ["one", "damaged_record", "two"])
    }

    @Test func junkBetweenRecordsIsTold() throws {
        let junk = Array("nothing that belongs here\r\n".utf8)
        #expect(names(try read(response("one") + junk + response("two"))) == ["one", "damaged_record", "two"])
    }

    @Test func aRecordOverTheLimitIsPassedOver() throws {
        let limits = LoadingLimits(articleBytes: 1000, recordBytes: 2000)
        let long = response("long", body: [UInt8](repeating: 0x20, count: 5000))
        #expect(
            names(try read(response("one") + long + response("two"), limits: limits)) == [
                "one", "article_too_large", "two",
            ])
    }

    @Test func chunksAndContentEncodingsAreUndone() throws {
        let body = page("one")
        let (first, second) = (body.prefix(20), body.dropFirst(20))
        let chunks =
            Array("\(String(first.count, radix: 16)); x=y\r\n".utf8) + first + Array("\r\n".utf8)
            + Array("\(String(second.count, radix: 16))\r\n".utf8) + second + Array("\r\n0\r\n\r\n".utf8)
        let html = "Content-Type: text/html\r\n"
        for (fields, sent) in [
            ("Transfer-Encoding: chunked", chunks), ("Content-Encoding: gzip", CompressedBytes.gzip(body)),
            ("Content-Encoding: zstd", CompressedBytes.zstd(body)),
            // The header stayed and the encoding went.
            ("Transfer-Encoding: chunked", body), ("Content-Encoding: gzip", body),
            ("Content-Encoding: identity", body),
        ] {
            #expect(names(try read(response("one", body: sent, fields: html + fields))) == ["one"], "\(fields)")
        }
        let brotli = try read(response("one", body: Array("no brotli".utf8), fields: html + "Content-Encoding: br"))
        #expect(names(brotli) == ["damaged_compression"])
    }

    @Test func arcFilesAreReadToo() throws {
        let content = Array("HTTP/1.0 200 OK\nContent-Type: text/html\n\n".utf8) + page("one")
        let bytes =
            Array("filedesc://a.arc 0.0.0.0 20181107090000 text/plain 9\n1 0 Owner\n\n".utf8)
            + Array("http://daily.example/one 1.2.3.4 20181107090000 text/html \(content.count)\n".utf8) + content
            + Array("\n".utf8)
        let found = try read(bytes)
        #expect(names(found) == ["one"])
        #expect(found.first?.article?.url == "http://daily.example/one")
    }

    /// The good and the broken files of warcio's tests.
    @Test(.enabled(if: Shared.folder("formats/warc") != nil, "needs ../shared"))
    func theFilesOfOtherReaders() throws {
        let folder = try #require(Shared.folder("formats/warc"))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let found = records(of: ArticleReaders.open(InputFile(label: name, path: "\(folder)/\(name)")))
            // One of them breaks off inside a compressed page.
            let isCut = name == "example-trunc.warc"
            #expect(found.map { $0.article == nil } == [isCut], "\(name)")
        }
    }

    @Test func anyBytesEnd() throws {
        var generator = SeededGenerator(seed: 3)
        let good = response("one") + response("two") + response("three")
        for _ in 0..<300 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...20, using: &generator) {
                bytes[Int.random(in: 5..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            #expect(try read(bytes).count <= 40)
        }
    }
}
