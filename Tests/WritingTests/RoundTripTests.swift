import Foundation
import TextModel
import Testing

@testable import Writing

/// Tables written to disk and read back by programs that are not ours.
@Suite struct RoundTripTests {
    private let table = Table(
        name: "cells", rowMeaning: "A cell.", primaryKey: ["id"],
        columns: [
            Column("id", .text, "Key.", required: true), Column("t", .text, "Text."), Column("n", .number, "Number."),
            Column("b", .boolean, "Flag."), Column("s", .spans, "Spans."), Column("l", .list, "List."),
        ])

    /// Seeded mixtures of what is known to be hard.
    private var rows: [Row] {
        var generator = SeededGenerator(seed: 2018)
        let pieces = NastyCells.texts + NastyCells.converted + NastyCells.formulas + NastyCells.harmless
        var texts = pieces
        for _ in 0..<300 {
            let count = Int.random(in: 1...5, using: &generator)
            texts.append((0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined())
        }
        return texts.enumerated().map { index, text in
            let number = DecimalNumber(
                Int64.random(in: -99_999...99_999, using: &generator),
                exponent: Int.random(in: -4...4, using: &generator))
            return [
                .text("r\(index)"), .text(text), .number(number), .boolean(index % 2 == 0), .spans([index..<index + 2]),
                .list([text, "x"]),
            ]
        }
    }

    private func written(to folder: String, options: CSVOptions) throws {
        let files = try TableFiles(table, in: folder, options: options)
        for row in rows { try files.append(row) }
        _ = try files.finish()
    }

    @Test(.enabled(if: ExternalTool.isPythonInstalled), arguments: [true, false])
    func pythonReadsTheSameCells(_ byteOrderMark: Bool) throws {
        let python = try #require(ExternalTool("python3"))
        try withTemporaryFolder { folder in
            try written(to: folder, options: CSVOptions(byteOrderMark: byteOrderMark, spreadsheetSafe: false))
            let script = """
                import csv, json, re
                csv.field_size_limit(1 << 30)
                with open("cells.csv", encoding="\(byteOrderMark ? "utf-8-sig" : "utf-8")", newline="") as f:
                    cells = list(csv.DictReader(f, strict=True))
                with open("cells.jsonl", encoding="utf-8") as f:
                    lines = [json.loads(line) for line in f.read().splitlines()]
                assert len(cells) == len(lines) > 300, (len(cells), len(lines))
                for cell, line in zip(cells, lines):
                    assert list(cell) == list(line)
                    flat = re.sub("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]+", " ", line["t"])
                    assert cell["t"] == flat, (cell, line)
                    assert float(cell["n"]) == line["n"] and cell["b"] == str(line["b"]).upper()
                    assert json.loads(cell["s"]) == line["s"] and json.loads(cell["l"]) == line["l"]
                print("same", len(cells))
                """
            let (status, output) = try python.run(["-c", script], in: folder)
            #expect(status == 0 && output == "same \(rows.count)\n", "\(output)")
        }
    }

    /// Text must come back as text, letter by letter; numbers as numbers. LibreOffice writes text cells quoted and all
    /// others bare, which tells them apart.
    @Test(
        .enabled(if: ExternalTool.isLibreOfficeInstalled),
        arguments: [("en-US", 1033), ("en-GB", 2057), ("de-DE", 1031)])
    func libreOfficeChangesNoCell(_ locale: (name: String, code: Int)) throws {
        let office = try #require(ExternalTool("soffice"))
        try withTemporaryFolder { folder in
            try written(to: folder, options: CSVOptions())
            let (status, output) = try office.run(
                [
                    "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,\(locale.code),true,true",
                    "--infilter=CSV:44,34,76,1,,\(locale.code),false,true", "cells.csv", "--outdir", "out",
                ], in: folder)
            #expect(status == 0, "\(output)")
            let ours = CSVCells.parse(try read(folder + "/cells.csv"))
            let theirs = CSVCells.parse(try read(folder + "/out/cells.csv"))
            #expect(ours.count == theirs.count && ours.count > 300)
            for (our, their) in zip(ours, theirs).dropFirst() {
                for column in [0, 1, 4, 5] {
                    guard our.indices.contains(column), their.indices.contains(column) else { continue }
                    // A whole number that stands alone in a text cell is shown the same as a number.
                    let isPlain = our[column].text.allSatisfy(\.isNumber)
                    #expect(their[column].isQuoted || isPlain, "\(locale.name): \(our[column]) → \(their[column])")
                    #expect(our[column].text == their[column].text, "\(locale.name)")
                }
                #expect(Self.sameNumber(our[2], their[2]), "\(locale.name): \(our[2]) → \(their[2])")
                #expect(our[3].text == their[3].text)
            }
        }
    }

    /// A German spreadsheet keeps a decimal point as text, which is unchanged too.
    private static func sameNumber(_ our: CSVCells.Cell, _ their: CSVCells.Cell) -> Bool {
        our.text == their.text || (!their.isQuoted && Double(our.text) == Double(their.text))
    }
}

/// The cells of a CSV and whether each was quoted: enough for well-formed files.
enum CSVCells {
    struct Cell: Hashable {
        var text: String
        var isQuoted: Bool
    }

    static func parse(_ bytes: [UInt8]) -> [[Cell]] {
        var rows: [[Cell]] = []
        var row: [Cell] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var isOpen = false
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        func endCell() {
            row.append(Cell(text: String(decoding: cell, as: UTF8.self), isQuoted: isQuoted))
            cell.removeAll()
            isQuoted = false
        }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isOpen && rest.first == UInt8(ascii: "\""):
                cell.append(byte)
                rest.removeFirst()
            case UInt8(ascii: "\""):
                isOpen.toggle()
                isQuoted = true
            case UInt8(ascii: ",") where !isOpen: endCell()
            case 0x0D where !isOpen: break
            case 0x0A where !isOpen:
                endCell()
                rows.append(row)
                row.removeAll()
            default: cell.append(byte)
            }
        }
        return rows
    }
}
