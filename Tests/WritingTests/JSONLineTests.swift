import TextModel
import Testing

@testable import Writing

@Suite struct JSONLineTests {
    @Test func everyColumnIsThereInOrder() {
        let table = Table(
            name: "t", rowMeaning: "", primaryKey: [],
            columns: [
                Column("t", .text, ""), Column("n", .number, ""), Column("b", .boolean, ""), Column("s", .spans, ""),
                Column("l", .list, ""), Column("whole", .text, "", jsonOnly: true), Column("gone", .integer, ""),
            ])
        var bytes: [UInt8] = []
        JSONLine(table).append(
            [
                .text("=a\n"), .number(DecimalNumber(25, exponent: -2)), .boolean(false), .spans([1..<2]),
                .list(["x", "y"]),
                .text("w"), .null,
            ], to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"t":"=a\n","n":0.25,"b":false,"s":[[1, 2]],"l":["x", "y"],"whole":"w","gone":null}"# + "\n")
    }

    @Test func documentsAreIndented() {
        let value = JSONValue.members([
            "a": .integer(1), "left out": nil, "b": .array([]), "c": .array([.boolean(true), .null]),
        ])
        #expect(
            String(decoding: value.document(), as: UTF8.self)
                == "{\n  \"a\": 1,\n  \"b\": [],\n  \"c\": [\n    true,\n    null\n  ]\n}\n")
    }
}
