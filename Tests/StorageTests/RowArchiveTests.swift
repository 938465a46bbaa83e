import TextModel
import Testing

@testable import Storage

@Suite struct RowArchiveTests {
    @Test func everyCellComesBack() {
        let row: Row = [
            .null, .text(""), .text("a “b” 😀\n\u{0}"), .integer(0), .integer(-1), .integer(.max), .integer(.min),
            .number(DecimalNumber(25, exponent: -300)), .number(DecimalNumber(.min)), .boolean(true), .boolean(false),
            .spans([]), .spans([0..<5, 7..<7, 1_000_000..<1_000_001]), .list([]), .list(["", "x"]),
        ]
        let sighting = SpeakerSighting(
            speakerID: "s", name: "Kim", kind: "person", role: nil, affiliation: "DPRK", variants: ["K"],
            articleID: "a",
            published: nil, attributions: 1, quotes: 2, claims: 3)
        let rows = ArticleRows(article: row, attributions: [row, []], quotes: [], claims: [row])
        #expect(RowArchiveReader.rows(RowArchive(rows).bytes) == rows)
        #expect(RowArchiveReader.row(RowArchive(row).bytes) == row)
        let share = CorpusShare(sketch: [0, 255, 7], sightings: [sighting, sighting])
        #expect(RowArchiveReader.share(RowArchive(share).bytes) == share)
    }

    @Test func damagedBytesNeverTrap() {
        let rows = ArticleRows(article: [.text("abc"), .spans([1..<3])], attributions: [[.integer(5), .list(["x"])]])
        let archive = RowArchive(rows).bytes
        for length in archive.indices { #expect(RowArchiveReader.rows(Array(archive[..<length])) == nil) }
        #expect(RowArchiveReader.rows(archive + [0]) == nil)
        for index in archive.indices {
            for value in UInt8.min...UInt8.max {
                var changed = archive
                changed[index] = value
                // Some changes make other sound rows; the checksum tells those.
                if changed != archive {
                    _ = RowArchiveReader.rows(changed)
                    _ = RowArchiveReader.share(changed)
                    #expect(RowArchive.checksum([changed]) != RowArchive.checksum([archive]))
                }
            }
        }
    }
}
