import Foundation
import TextModel
import Testing

@testable import Writing

@Suite struct JSONTextTests {
    /// Foundation drops a leading U+FEFF of a string; `RoundTripTests` reads that one back with Python.
    @Test(arguments: NastyCells.texts.filter { !$0.hasPrefix("\u{FEFF}") } + NastyCells.converted + NastyCells.harmless)
    func roundTripsThroughFoundation(_ text: String) throws {
        var bytes: [UInt8] = []
        bytes.appendJSON(text)
        let value = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        let scalars = (value as? String).map { Array($0.unicodeScalars) }
        #expect(scalars == Array(text.unicodeScalars))
        #expect(!bytes.contains { $0 < 0x20 })
    }

    @Test func separatorsThatBreakLinesAreEscaped() {
        var bytes: [UInt8] = []
        bytes.appendJSON("a\u{2028}b\u{2029}c\u{85}d\u{1}\u{7F}\u{A0}\u{2026}")
        #expect(String(decoding: bytes, as: UTF8.self) == #""a\u2028b\u2029c\u0085d\u0001\u007f"# + "\u{A0}\u{2026}\"")
    }

    @Test func decimalsAreTheirDescription() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            let number = DecimalNumber(
                Int64.random(in: -1_000_000...1_000_000, using: &generator),
                exponent: Int.random(in: -9...9, using: &generator))
            var bytes: [UInt8] = []
            bytes.append(decimal: number)
            #expect(String(decoding: bytes, as: UTF8.self) == number.description)
        }
        for number in [DecimalNumber(.min), DecimalNumber(.max, exponent: -18), .zero] {
            var bytes: [UInt8] = []
            bytes.append(decimal: number)
            #expect(String(decoding: bytes, as: UTF8.self) == number.description)
        }
    }

    @Test func confidenceHasTwoDecimals() {
        for (value, shown) in [(0.905, "0.91"), (1, "1"), (0, "0"), (0.5, "0.5"), (2, "1"), (-1, "0"), (.nan, "null")] {
            var bytes: [UInt8] = []
            bytes.append(confidence: value)
            #expect(String(decoding: bytes, as: UTF8.self) == shown)
        }
    }
}
