import Foundation
import TextModel

/// An article with its annotated attributions, as `../shared/gold/*.jsonl` hold them.
struct GoldArticle: Decodable {
    struct Attribution: Decodable {
        let content: [[Int]]
        let cue: [[Int]]
        let source: [[Int]]
        let type: String
    }

    let docID: String
    let text: String
    let quotes: [Attribution]

    enum CodingKeys: String, CodingKey {
        case docID = "doc_id"
        case text, quotes
    }

    /// - Throws: what Foundation says of a file or line that cannot be read.
    static func read(_ path: String) throws -> [GoldArticle] {
        let decoder = JSONDecoder()
        return try Data(contentsOf: URL(fileURLWithPath: path))
            .split(separator: UInt8(ascii: "\n"))
            .map { try decoder.decode(GoldArticle.self, from: $0) }
    }

    /// For each Unicode scalar of the text its UTF-8 byte offset, and the text's length at the end.
    var byteOffsets: [Int] {
        var offsets: [Int] = []
        offsets.reserveCapacity(text.utf8.count + 1)
        var offset = 0
        for scalar in text.unicodeScalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        return offsets
    }
}
