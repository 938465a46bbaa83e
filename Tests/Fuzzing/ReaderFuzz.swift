import Foundation
import Loading
import TextModel

/// The format that the bytes are read as: the environment's READER, or what they look like.
private let format = InputFormat(rawValue: ProcessInfo.processInfo.environment["READER"] ?? "auto") ?? .auto

/// Small limits, so that the fuzzer reaches them.
private let limits = LoadingLimits(articleBytes: 1 << 16, recordBytes: 1 << 17)

/// What libFuzzer calls for each input: any bytes must give articles in well-formed UTF-8 and rejects, and end.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var reader = ArticleReaders.open(bytes, as: InputFile(label: "f", path: "f", format: format), limits: limits)
    while let record = reader.next() {
        guard case .article(let article) = record else { continue }
        precondition(article.text.count <= limits.articleBytes)
        precondition(String(validating: article.text, as: UTF8.self) != nil, "ill-formed UTF-8")
        for block in article.layout {
            precondition(
                block.span.start < block.span.end && Int(block.span.end) <= article.text.count, "a block outside")
        }
    }
    return 0
}
