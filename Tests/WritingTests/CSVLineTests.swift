import Learning
import TextModel
import Testing

@testable import Writing

@Suite struct CSVLineTests {
    private let table = Table(
        name: "t", rowMeaning: "", primaryKey: [],
        columns: [
            Column("t", .text, ""), Column("n", .number, ""), Column("b", .boolean, ""), Column("s", .spans, ""),
            Column("d", .date, ""), Column("l", .list, ""), Column("whole", .text, "", jsonOnly: true),
        ])

    private func line(_ cells: [Cell], safe: Bool = true) -> (String, CellCounts) {
        var bytes: [UInt8] = []
        var counts = CellCounts()
        CSVLine(table, CSVOptions(spreadsheetSafe: safe)).append(
            cells + Array(repeating: .null, count: table.columns.count - cells.count), to: &bytes, counts: &counts)
        return (String(decoding: bytes, as: UTF8.self), counts)
    }

    @Test func textIsQuotedAndNumbersAreBare() {
        let cells: [Cell] = [
            .text("a \"b\""), .number(DecimalNumber(-12, exponent: -1)), .boolean(true), .spans([0..<5, 7..<9]),
            .text("2018-06-12"), .list(["x", "y\"z"]), .text("never here"),
        ]
        #expect(
            line(cells).0
                == "\"a \"\"b\"\"\",-1.2,TRUE,\"[[0, 5], [7, 9]]\",\"2018-06-12\",\"[\"\"x\"\", \"\"y\\\"\"z\"\"]\"\r\n"
        )
    }

    @Test func unknownIsNothingAtAll() {
        #expect(line([]).0 == ",,,,,\r\n")
    }

    /// Against the definition, scalar by scalar.
    @Test func anyTextIsFoldedToOneLine() {
        let scalars: [Unicode.Scalar] = [
            "a", "\n", "\r", "\t", "\u{0}", "\u{7E}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{A0}", "é", "“",
            "\u{2027}",
            "\u{2028}", "\u{2029}", "\u{202A}", "\u{20A8}", "\u{E2}", "🦜",
        ]
        var chance = Chance(seed: 11)
        for _ in 0..<2000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &chance) {
                text.append(scalars[Int.random(in: scalars.indices, using: &chance)])
            }
            var folded = String.UnicodeScalarView()
            var isInRun = false
            for scalar in text {
                let isBreak =
                    scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
                if !isBreak { folded.append(scalar) } else if !isInRun { folded.append(" ") }
                isInRun = isBreak
            }
            #expect(withoutLineBreaks(String(text)).utf8.elementsEqual(String(folded).utf8), "\(Array(text))")
        }
    }

    @Test func headerNamesTheColumns() {
        var bytes: [UInt8] = []
        CSVLine(table, CSVOptions()).appendHeader(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "\"t\",\"n\",\"b\",\"s\",\"d\",\"l\"\r\n")
    }

    @Test(arguments: [
        ("a\nb", "a b"), ("a\r\n\r\n b", "a  b"), ("\t\n", " "), ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
        ("a\u{0}b", "a b"),
        ("naïve — “so”", "naïve — “so”"),
    ])
    func lineBreaksBecomeOneSpace(_ text: String, _ shown: String) {
        #expect(line([.text(text)]).0 == "\"\(shown)\",,,,,\r\n")
    }

    @Test func guardedCellsAreCounted() {
        let (text, counts) = line([.text("=1+1"), .null, .null, .null, .text("2018-06")])
        #expect(text == "\"'=1+1\",,,,\"'2018-06\",\r\n")
        #expect(counts.guarded == 2 && counts.cut == 0)
        let (unsafe, none) = line([.text("=1+1"), .null, .null, .null, .text("2018-06")], safe: false)
        #expect(unsafe == "\"=1+1\",,,,\"2018-06\",\r\n" && none.guarded == 0)
    }

    @Test func threeDecimalsGetAFourth() {
        for (number, shown) in [
            ("1.234", "1.2340"), ("-123.456", "-123.4560"), ("0.905", "0.9050"), ("1234.567", "1234.567"),
            ("0.25", "0.25"),
        ] {
            #expect(line([.null, DecimalNumber(plain: number).map(Cell.number) ?? .null]).0 == ",\(shown),,,,\r\n")
        }
        #expect(line([.null, .number(DecimalNumber(1234, exponent: -3))], safe: false).0 == ",1.234,,,,\r\n")
    }

    @Test func aCellKeepsToTheSpreadsheetsLength() {
        let family = "👩‍👩‍👧"
        let (text, counts) = line([.text("x" + String(repeating: family, count: 10_000))])
        let cell = text.dropFirst().prefix { $0 != "\"" }
        #expect(counts.cut == 1)
        #expect(cell.utf16.count <= CellLength.limit && cell.utf16.count > CellLength.limit - 10)
        #expect(cell.hasSuffix(family + "…"))
        #expect(line([.text(String(repeating: "x", count: 32_767))]).1.cut == 0)
        #expect(line([.text(String(repeating: "x", count: 32_768))]).1.cut == 1)
        #expect(line([.text(String(repeating: "x", count: 40_000))], safe: false).0.utf8.count == 40_000 + 9)
    }

    @Test func oneEndlessCharacterIsCutToo() {
        let (text, counts) = line([.text("e" + String(repeating: "\u{301}", count: 40_000))])
        #expect(counts.cut == 1)
        #expect(text.utf16.count < CellLength.limit + 20)
    }

    @Test func aLongArrayLosesWholeElements() throws {
        let spans = (0..<5000).map { $0 * 10..<$0 * 10 + 5 }
        let (text, counts) = line([.null, .null, .null, .spans(spans)])
        let cell = text.drop { $0 == "," }.dropFirst().prefix { $0 != "\"" }
        #expect(counts.cut == 1)
        #expect(cell.utf16.count <= CellLength.limit && cell.utf16.count > CellLength.limit - 30)
        #expect(cell.hasPrefix("[[0, 5], [10, 15]") && cell.hasSuffix("]]"))
    }
}
