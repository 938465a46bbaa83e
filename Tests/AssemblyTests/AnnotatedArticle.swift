import Foundation
import Tagging
import TestSupport

@testable import Assembly

/// A sample article with its attributions marked by hand; `Annotated/README.md` tells how.
struct AnnotatedArticle {
    enum Fault: Error, Equatable {
        case unbalanced
        case unknownHeader(String)
        case withoutContent(Int)
    }

    struct Attribution {
        let number: Int
        /// The number of the attribution whose content it stands in.
        var parent: Int?
        var spans = AnnotatedAttribution(content: [])
    }

    /// The file's name without ".txt".
    let name: String
    /// Without the marks.
    let text: [UInt8]
    /// By number.
    private(set) var attributions: [Attribution] = []

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Annotated")
    /// The articles as they are shipped.
    static let samples = folder.appendingPathComponent("../../../Pipelines/korea-summit").standardized

    /// Sorted.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }

    init(named name: String) throws {
        let file = Self.folder.appendingPathComponent(name + ".txt")
        try self.init(name, marked: String(contentsOf: file, encoding: .utf8))
    }

    init(_ name: String, marked: String) throws(Fault) {
        guard let marks = Marks(marked) else { throw .unbalanced }
        self.name = name
        text = marks.text
        var byNumber: [Int: Attribution] = [:]
        for (header, bytes) in marks.all {
            let words = header.split(separator: " ")
            let parts = words.first?.split(separator: ":") ?? []
            let numbers = parts.count == 2 ? parts[1].split(separator: ",").compactMap { Int($0) } : []
            if numbers.isEmpty { throw .unknownHeader(header) }
            for number in numbers {
                try byNumber[number, default: Attribution(number: number)]
                    .add(String(parts[0]), bytes, words.dropFirst().map(String.init), header)
            }
        }
        attributions = byNumber.values.sorted { $0.number < $1.number }
        for attribution in attributions where attribution.spans.content.isEmpty || attribution.spans.type == "?" {
            throw .withoutContent(attribution.number)
        }
    }

    var gold: GoldArticle {
        GoldArticle(
            id: name, text: ScalarText(String(decoding: text, as: UTF8.self)), attributions: attributions.map(\.spans))
    }
}

extension AnnotatedArticle.Attribution {
    fileprivate mutating func add(
        _ role: String, _ bytes: Range<Int>, _ words: [String], _ header: String
    ) throws(AnnotatedArticle.Fault) {
        switch role {
        case "content": spans.content = (spans.content + [bytes]).sorted { $0.lowerBound < $1.lowerBound }
        case "cue": spans.cue.append(bytes)
        case "source": spans.source.append(bytes)
        default: throw .unknownHeader(header)
        }
        for word in words {
            if ["direct", "mixed", "indirect"].contains(word) {
                spans.type = word
            } else if word.hasPrefix("in:"), let number = Int(word.dropFirst(3)) {
                parent = number
            } else {
                throw .unknownHeader(header)
            }
        }
    }
}
