import Testing

@testable import TextModel

@Suite struct ByteOrderTests {
    @Test func isThatOfTheBytes() {
        // "é" as one scalar and as two are equal to Swift; a scalar beyond the BMP comes before one in it in UTF-16.
        let texts = [
            "", "A", "a", "aa", "b", "e\u{301}", "é", "z", "\u{FFFD}", "😀", String(repeating: "a", count: 40), "a\0",
            "a\0b",
        ]
        for left in texts {
            for right in texts {
                #expect(
                    bytesPrecede(left, right) == left.utf8.lexicographicallyPrecedes(right.utf8), "\(left), \(right)")
            }
        }
    }
}
