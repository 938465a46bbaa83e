import Foundation
import Loading
import TextModel

/// What libFuzzer calls for each input.
enum Reading {
    /// The environment's READER: a format, or the name of a package ("tar"), which is told by its first bytes.
    private static let reader = ProcessInfo.processInfo.environment["READER"] ?? "auto"
    private static let format = InputFormat(rawValue: reader) ?? .auto

    /// Small, so that the fuzzer reaches them.
    private static let limits = {
        var limits = LoadingLimits(articleBytes: 1 << 16, recordBytes: 1 << 17)
        limits.expandedBytes = 1 << 22
        limits.archiveEntries = 64
        return limits
    }()

    /// Any bytes must give articles in well-formed UTF-8 and rejects, and end.
    static let readAnything: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { start, count in
        var bytes = Array(UnsafeBufferPointer(start: start, count: count))
        if reader == "tar" { mendChecksums(&bytes) }
        let file = InputFile(label: "f", path: "f", reading: InputReading(format: format))
        var records = ArticleReaders.open(bytes, as: file, limits: limits)
        while let record = records.next() {
            if case .article(let article) = record { check(article) }
            _ = record.inEnglish
        }
        precondition(records.next() == nil, "something behind the end")
        return 0
    }

    private static func check(_ article: Article) {
        precondition(article.text.count <= limits.articleBytes, "an article over the limit")
        precondition(String(validating: article.text, as: UTF8.self) != nil, "ill-formed UTF-8")
        for block in article.layout {
            precondition(
                block.span.start < block.span.end && Int(block.span.end) <= article.text.count, "a block outside")
        }
    }

    /// Gives each header of a tar the checksum that it should have, or no change would get past it.
    private static func mendChecksums(_ bytes: inout [UInt8]) {
        for start in stride(from: 0, to: bytes.count - 511, by: 512)
        where bytes[start + 257..<start + 262].elementsEqual("ustar".utf8) {
            bytes.replaceSubrange(start + 148..<start + 156, with: repeatElement(0x20, count: 8))
            let sum = bytes[start..<start + 512].reduce(0) { $0 + Int($1) }
            let digits = String(sum, radix: 8)
            let field = String(repeating: "0", count: 6 - digits.count) + digits + "\0 "
            bytes.replaceSubrange(start + 148..<start + 156, with: field.utf8)
        }
    }
}
