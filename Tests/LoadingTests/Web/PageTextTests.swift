import Testing

@testable import Loading

struct PageTextTests {
    @Test(arguments: [
        ("  a \n\t b  ", "a b"), ("a\u{A0}b", "a b"), ("a\u{AD}b", "ab"), ("a\u{200B}b\u{FEFF}c", "abc"),
        ("\u{93}a\u{94}", "“a”"), ("a\u{2028}b", "a b"), ("a \u{200E} b", "a b"), ("é–ü …", "é–ü …"), ("", ""),
        (" ", ""),
    ])
    func showsWhatAReaderSees(source: String, shown: String) {
        #expect(PageText.cleaned(Array(source.utf8)[...]) == shown)
    }

    @Test func blanksBetweenPiecesAreSingle() {
        var text = PageText()
        for piece in ["a ", " b", "", "c", " "] { Array(piece.utf8).withUnsafeBufferPointer { text.append($0) } }
        text.breakLine()
        Array(" d".utf8).withUnsafeBufferPointer { text.append($0) }
        #expect(String(decoding: text.take(), as: UTF8.self) == "a bc\nd")
        #expect(text.isEmpty)
    }
}
