import Testing

@testable import Assembly

@Suite struct MarkedPassageTests {
    /// Takes the marks out of a text, and gives what is shown of it with its sentence.
    private func shown(_ marked: String, sentence: String? = nil) throws -> String {
        var plain: [UInt8] = []
        var open: [(label: String, start: Int)] = []
        var marks: [MarkedPassage.Mark] = []
        var rest = marked[...]
        while let character = rest.first {
            if character == "⟦", let bar = rest.firstIndex(of: "|") {
                open.append((String(rest[rest.index(after: rest.startIndex)..<bar]), plain.count))
                rest = rest[rest.index(after: bar)...]
            } else if character == "⟧", let mark = open.popLast() {
                marks.append(MarkedPassage.Mark(label: mark.label, range: mark.start..<plain.count))
                rest = rest.dropFirst()
            } else {
                plain += String(character).utf8
                rest = rest.dropFirst()
            }
        }
        let text = ScalarText(String(decoding: plain, as: UTF8.self))
        let place = try sentence.map { try #require(text.occurrence(of: $0, around: 0)) }
        return MarkedPassage(of: text, sentence: place, marks: marks).description
    }

    @Test func marksWhatIsMarked() throws {
        let marked = "Rain fell. ⟦source|The mayor⟧ ⟦cue|said⟧ ⟦content|the café was “safe”⟧. Snow fell."
        let sentence = "The mayor said the café was “safe”."
        #expect(
            try shown(marked, sentence: sentence) == "⟦source|The mayor⟧ ⟦cue|said⟧ ⟦content|the café was “safe”⟧.")
        #expect(try shown(marked) == marked)
    }

    @Test func oneInsideAnotherAndSideBySide() throws {
        for marked in [
            "⟦content|It ⟦claim|has ⟦counted|cars⟧⟧ now⟧", "⟦content|⟦source|Smith⟧ now⟧⟦cue|:⟧", "⟦a|x⟧⟦b|y⟧", "none",
        ] {
            #expect(try shown(marked) == (marked == "none" ? "" : marked))
        }
    }

    @Test func oneThatReachesIntoAnotherIsSplit() {
        let text = ScalarText("abcdef")
        let marks = [MarkedPassage.Mark(label: "x", range: 0..<4), MarkedPassage.Mark(label: "y", range: 2..<6)]
        #expect(MarkedPassage(of: text, sentence: nil, marks: marks).description == "⟦x|ab⟦y|cd⟧⟧⟦y|ef⟧")
    }

    @Test func isOneLine() throws {
        #expect(try shown("⟦content|one\n\n two\r\n\tthree⟧", sentence: "one") == "⟦content|one two three⟧")
    }

    @Test func aContentFarFromItsCueIsJoined() throws {
        let marked = "“⟦content|One.⟧”\n\n⟦source|Smith⟧ ⟦cue|said⟧."
        #expect(try shown(marked, sentence: "Smith said.") == "⟦content|One.⟧” ⟦source|Smith⟧ ⟦cue|said⟧.")
    }

    @Test func whatIsLongIsShortened() throws {
        let words = (0..<2000).map { "word\($0)" }.joined(separator: " ")
        let text = try shown("⟦source|Smith⟧ ⟦cue|said⟧: ⟦content|\(words)⟧. End.", sentence: "Smith said: \(words).")
        #expect(text.hasPrefix("⟦source|Smith⟧ ⟦cue|said⟧: ⟦content|word0 word1 "))
        #expect(text.hasSuffix(" word1998 word1999⟧."))
        #expect(text.count < 1200 && text.contains(" … word"))
    }

    /// Offsets in scalars, in texts with and without characters beyond ASCII.
    @Test func scalarsAndBytes() {
        let texts = ["", "plain", String(repeating: "a", count: 200), String(repeating: "aé🐦n\u{301}", count: 100)]
        for string in texts {
            let text = ScalarText(string)
            let scalars = Array(string.unicodeScalars)
            #expect(text.scalarCount == scalars.count)
            for start in stride(from: 0, through: scalars.count, by: 7) {
                for end in stride(from: start, through: scalars.count, by: 31) {
                    var expected = String.UnicodeScalarView()
                    expected.append(contentsOf: scalars[start..<end])
                    #expect(text.surface(of: [start..<end]) == String(expected))
                }
            }
            #expect(text.surface(of: [0..<scalars.count + 1]) == nil && text.surface(of: [-1..<0]) == nil)
        }
    }

    @Test func occurrences() {
        let text = ScalarText("a b a b a")
        #expect(text.occurrence(of: "a b", around: 4) == 4..<7)
        #expect(text.occurrence(of: "a b", around: 0) == 0..<3)
        #expect(text.occurrence(of: "b a b", around: 9) == 2..<7)
        #expect(text.occurrence(of: "c", around: 0) == nil && text.occurrence(of: "", around: 0) == nil)
        #expect(text.occurrence(of: "a b a b a b", around: 3) == nil)
    }
}
