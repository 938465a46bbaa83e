import Foundation

/// A document with its mentions and whom each means, as `../shared/gold/gum-coref-*.jsonl` hold them, packed or not.
struct CoreferenceDocument: Decodable {
    struct Mention: Decodable {
        let span: [Int]
        let head: [Int]
        let entity: String
        let type: String
        let form: String
    }

    let docID: String
    let text: String
    let mentions: [Mention]

    enum CodingKeys: String, CodingKey {
        case docID = "doc_id"
        case text, mentions
    }

    /// - Throws: what zlib says of a file or Foundation of a line that cannot be read.
    static func read(_ path: String) throws -> [CoreferenceDocument] {
        let decoder = JSONDecoder()
        return try PackedFile.read(path)
            .split(separator: UInt8(ascii: "\n"))
            .map { try decoder.decode(CoreferenceDocument.self, from: Data($0)) }
    }

    /// For each Unicode scalar of the text its UTF-8 byte offset, and the text's length at the end.
    var byteOffsets: [Int] {
        text.unicodeScalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
    }

    /// For the byte at which a mention's head begins, all that begin there mention.
    var entities: [Int32: Set<String>] {
        let offsets = byteOffsets
        return mentions.reduce(into: [:]) { $0[Int32(offsets[$1.head[0]]), default: []].insert($1.entity) }
    }
}
