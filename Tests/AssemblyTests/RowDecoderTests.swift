import TextModel
import Testing

@testable import Assembly

@Suite struct RowDecoderTests {
    private static let table = Table(
        name: "t", rowMeaning: "A row.", primaryKey: ["id"],
        columns: [
            Column("id", .text, "", required: true), Column("i", .integer, ""), Column("n", .number, ""),
            Column("b", .boolean, ""), Column("d", .date, ""), Column("s", .spans, ""), Column("l", .list, ""),
        ])
    private let decoder = RowDecoder(Self.table)

    private func decode(_ line: String) -> (cells: Row?, faults: [String]) { decoder.decode(Array(line.utf8)[...]) }

    @Test func readsEveryType() {
        let line = #"{"id":"a\"\u00e9","i":-7,"n":0.50,"b":true,"d":"2018-06","s":[[0, 5], [7, 9]],"l":["x", "y"]}"#
        let (cells, faults) = decode(line)
        #expect(faults.isEmpty)
        #expect(
            cells == [
                .text("a\"é"), .integer(-7), .number(DecimalNumber(5, exponent: -1)), .boolean(true), .text("2018-06"),
                .spans([0..<5, 7..<9]), .list(["x", "y"]),
            ])
        #expect(decoder.key(of: Array(line.utf8)[...]) == "a\"é")
    }

    @Test func nullsAreCells() {
        let (cells, faults) = decode(#"{"id":"a","i":null,"n":null,"b":null,"d":null,"s":null,"l":null}"#)
        #expect(faults.isEmpty && cells == [.text("a"), .null, .null, .null, .null, .null, .null])
    }

    @Test(arguments: [
        ("1000000", DecimalNumber(1, exponent: 6)), ("-20", DecimalNumber(-2, exponent: 1)), ("0", .zero),
        ("-0", .zero),
        ("1" + String(repeating: "0", count: 300), DecimalNumber(1, exponent: 300)),
        ("0.000125", DecimalNumber(125, exponent: -6)),
    ])
    func readsNumbersExactly(digits: String, number: DecimalNumber) {
        let (cells, faults) = decode(#"{"id":"a","i":1,"n":\#(digits),"b":null,"d":null,"s":null,"l":null}"#)
        #expect(faults.isEmpty && cells?[2] == .number(number))
    }

    /// One value in a good row → the faults.
    @Test(arguments: [
        ("i", "1.5", "i is not an integer"), ("i", "\"1\"", "i is not an integer"),
        ("i", "99999999999999999999", "i is not an integer"), ("n", "1e3", "n is not a decimal number"),
        ("n", "1234567890123456789012345", "n is not a decimal number"), ("n", "[1]", "n is not a decimal number"),
        ("b", "0", "b is not true or false"), ("d", "2018", "d is not a date"),
        ("d", "\"12 June\"", "d is '12 June', not an ISO 8601 date"), ("d", "\"\"", "d is an empty text, not null"),
        ("s", "[1, 2]", "s is not a list of [start, end]"), ("s", "[[1]]", "s is not a list of [start, end]"),
        ("s", "[[1, 2, 3]]", "s is not a list of [start, end]"), ("s", "[[2, 1]]", "s is not a list of [start, end]"),
        ("s", "[[1, 2.5]]", "s is not a list of [start, end]"),
        ("s", "{\"a\": [[1, 2]]}", "s is not a list of [start, end]"),
        ("s", "[]", "s is an empty list, not null"), ("s", "[[1, 1]]", "s has an empty span"),
        ("s", "[[-1, 1]]", "s begins before the text"),
        ("s", "[[5, 7], [1, 2]]", "s is not sorted, or its spans overlap"),
        ("s", "[[1, 3], [2, 4]]", "s is not sorted, or its spans overlap"), ("l", "[1]", "l is not a list of texts"),
        ("l", "\"x\"", "l is not a list of texts"), ("id", "null", "id is null, but required"),
    ])
    func namesTheFault(column: String, value: String, fault: String) {
        let names = Self.table.columns.map(\.name)
        let members = names.map { name in
            "\"\(name)\":" + (name == column ? value : name == "id" ? "\"a\"" : "null")
        }
        let (cells, faults) = decode("{" + members.joined(separator: ",") + "}")
        #expect(faults == [fault])
        #expect(cells?.count == names.count)
    }

    @Test(arguments: [
        ("", "malformed JSON: ends too early at byte 1"), ("[1]", "JSON, but not an object"),
        (#"{"id":"a"} x"#, "malformed JSON: 'x' where the end belongs at byte 12"),
    ])
    func whatIsNoRow(line: String, fault: String) {
        let (cells, faults) = decode(line)
        #expect(cells == nil && faults == [fault])
    }

    @Test(arguments: [
        ("2018", true), ("2018-06", true), ("2018-06-12", true), ("2018-06-12T08:00:00Z", true),
        ("2018-06-12 08:00", true), ("2020-02-29", true), ("2000-02-29", true), ("2019-02-29", false),
        ("1900-02-29", false), ("2018-13", false), ("2018-00", false), ("2018-06-31", false), ("2018-06-00", false),
        ("2018-6-1", false), ("20180612", false), ("2018-06-12T", false), ("2018-06-12x", false), ("18", false),
        ("2018-06-", false), ("２０１８", false), ("", false),
    ])
    func dates(text: String, isValid: Bool) {
        #expect(ISODate.isValid(text) == isValid)
    }

    @Test func identifiersAreDistinct() {
        let texts = [
            "att_aaaaaaaaaaaaaaaa", "quo_aaaaaaaaaaaaaaaa", "att_aaaaaaaaaaaaaaab", "att_baaaaaaaaaaaaaaa",
            "att_7777777777777777", "att_AAAAAAAAAAAAAAAA", "att_1aaaaaaaaaaaaaaa", "xyz_aaaaaaaaaaaaaaaa", "", "att_",
        ]
        #expect(Set(texts.map(RowKey.init)).count == texts.count)
        #expect(RowKey(texts[0]) == RowKey("att_" + String(repeating: "a", count: 16)))
    }
}
