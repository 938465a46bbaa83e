import Testing
import TestSupport
import TextModel

/// A text in which each source is marked with its speaker's name: `⟦Ada Finch|Finch⟧ said …`; `⟦-|We⟧` has none.
///
/// After the name may stand `role=…`, `of=…` (the affiliation), `source=…` (the source's kind) and `kind=…` (the speaker's), each
/// after a blank and a semicolon; an empty value means none.
struct SpeakerExample: ExpressibleByStringLiteral, CustomTestStringConvertible, Sendable {
    let marked: String

    init(stringLiteral marked: String) { self.marked = marked }

    var testDescription: String { marked }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let marks = try #require(Marks(marked), sourceLocation: sourceLocation)
        let tagged = Program.tag(marks.text)
        for mark in marks.all {
            let attribution = tagged.attributions.first { $0.source.first?.overlaps(Span(mark.bytes)) == true }
            let words = String(decoding: marks.text[mark.bytes], as: UTF8.self)
            let found = try #require(attribution, "\(words) is no source", sourceLocation: sourceLocation)
            let speaker = found.speaker.map { tagged.speakers[$0] }
            for part in mark.header.split(separator: ";").map({ $0.drop { $0 == " " } }) {
                let field = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let expected = field.count == 2 ? field[1] : field[0]
                let actual = Self.value(field.count == 2 ? field[0] : "name", found, speaker, tagged)
                #expect(actual == expected, "\(words) in: \(marked)", sourceLocation: sourceLocation)
            }
        }
    }

    private static func value(
        _ field: String, _ found: Attribution, _ speaker: Speaker?, _ tagged: TaggedArticle
    ) -> String? {
        func surface(_ span: Span?) -> String { span.map { tagged.article.surface($0) } ?? "" }
        switch field {
        case "name": return speaker.map { surface($0.name) } ?? "-"
        case "role": return surface(speaker?.role)
        case "of": return surface(speaker?.affiliation)
        case "source": return found.sourceKind.rawValue
        case "kind": return speaker?.kind.rawValue ?? ""
        default: return nil
        }
    }
}
