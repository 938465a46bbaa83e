import Testing

@testable import sayso_train

@Suite("Texts that teach claims")
struct ClaimTextsTests {
    private static func texts(_ lines: [String]) -> [String] {
        ClaimTexts.columns(Array(lines.joined(separator: "\n").utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("Columns of tokens become running text")
    func columns() {
        let lines = [
            "# doc = one", "The\tO", "port\tO", "'s\tO", "ferry\tO", "cost\tO", "$\tO", "5\tO", "million\tO", ".\tO",
            "", "It\tO",
            "holds\tO", "ninety\tO", "-\tO", "two\tO", "cars\tO", "(\tO", "vans\tO", "too\tO", ")\tO", ".\tO", "",
        ]
        #expect(Self.texts(lines) == ["The port's ferry cost $5 million.\nIt holds ninety-two cars (vans too).\n"])
    }

    @Test("Each article stands by itself, and what stands before the first is none")
    func articles() {
        #expect(Self.texts(["Lost\tO", "# doc = a", "One\tO", "# doc = b", "Two\tO"]) == ["One", "Two"])
        #expect(Self.texts([]) == [])
    }
}
