import Testing
import TextModel

@testable import Loading

struct CSVArticleReaderTests {
    private func read(
        _ csv: String, columns: [ArticleField: String] = [:], delimiter: Character = ",",
        limits: LoadingLimits = LoadingLimits()
    ) -> [LoadedRecord] {
        let file = InputFile(label: "a.csv", path: "a.csv", reading: InputReading(columns: columns))
        return records(
            of: CSVArticleReader(
                BytesInMemory(Array(csv.utf8)), file: file, delimiter: delimiter.asciiValue ?? 0, limits: limits))
    }

    private func texts(_ found: [LoadedRecord]) -> [String] {
        found.map { $0.article?.textString ?? $0.reject?.code.rawValue ?? "" }
    }

    @Test func columnsAreFoundByTheirUsualNames() throws {
        let csv =
            "\u{FEFF}ID, Headline ,Body,publish_date,Link\r\n1,\"One, two\",\"First \"\"quoted\"\"\nline\",2018-11-07,https://d.example/1\r\n"
        let article = try #require(read(csv).first?.article)
        #expect(article.givenID == "1" && article.title == "One, two" && article.published == "2018-11-07")
        #expect(article.textString == "First \"quoted\"\nline")
        #expect(article.url == "https://d.example/1")
        #expect(article.origin.record == 2)
    }

    @Test func theRecipeNamesColumns() {
        let csv = "text;story\nno;The bridge is safe.\n"
        #expect(texts(read(csv, columns: [.text: "story"], delimiter: ";")) == ["The bridge is safe."])
    }

    @Test func theBestNameThatHasSomethingWins() {
        #expect(texts(read("content,text\nsecond,first\nsecond,\n")) == ["first", "second"])
    }

    @Test func aHundredThousandColumnsAreNoMoreThanThat() {
        let names = (0..<100_000).map { "c\($0)" }.joined(separator: ",")
        let cells = String(repeating: ",", count: 100_000)
        #expect(
            texts(read("\(names),text\n\(cells)One\n\(cells.dropLast())\n\(cells)Two\n")) == [
                "One", "malformed_csv", "Two",
            ])
    }

    /// A row must not be taken for it.
    @Test func aHeaderThatCannotBeReadIsTheEnd() {
        let bytes = Array("id,text,caf".utf8) + [0xE9] + Array("\n1,One,x\n2,Two,y\n".utf8)
        let reader = CSVArticleReader(
            BytesInMemory(bytes), file: InputFile(label: "a.csv", path: "a.csv"), delimiter: UInt8(ascii: ","))
        #expect(texts(records(of: reader)) == ["invalid_encoding"])
    }

    @Test func linesMayEndInACarriageReturnAndCellsHoldZeros() {
        #expect(texts(read("id,text\r1,One\r2,Two\r")) == ["One", "Two"])
        #expect(texts(read("id,text\n1,On\0e\n")) == ["On\0e"])
    }

    @Test func badRowsCostThemselves() {
        let found = read("id,text\n1,One\n2\n3, \n4,Four\n")
        #expect(texts(found) == ["One", "malformed_csv", "empty_article", "Four"])
        #expect(found.compactMap(\.reject).map(\.origin.record) == [3, 4])
    }

    @Test func anUnclosedQuotationMarkIsToldWithItsPlace() {
        let found = read("id,text\n1,\"One\n2,Two\n")
        #expect(texts(found) == ["malformed_csv"])
        #expect(found.first?.reject?.origin.byteOffset == 8)
    }

    /// It must not swallow the rest of a long file into one cell.
    @Test func anUnclosedQuotationMarkIsNotReadForEver() {
        let csv = "id,text\n1,\"" + String(repeating: "2,Two\n", count: 100_000)
        #expect(texts(read(csv, limits: LoadingLimits(articleBytes: 10_000))) == ["article_too_large"])
    }

    @Test func aSheetWithoutATextColumnIsTold() {
        let found = read("id,name\n1,x\n")
        #expect(texts(found) == ["missing_text"])
        #expect(found.first?.reject?.message.contains("id, name") ?? false)
        #expect(texts(read("")) == ["missing_text"])
    }
}
