import TextModel
import WordLists

/// Knows how lines that are no running text begin or end: "Photo:", "/AFP)", "Read more".
///
/// Phrases are looked up by their first byte, so that a line costs one table look-up a byte.
struct LayoutPhrases: Sendable {
    private enum Place: String {
        /// At the start of the line, as whole words.
        case begins
        /// At the start of a line most of whose words have a capital: "Reporting by Josh Smith".
        case names
        /// At the start of a short line with a number and many capitals: "Updated 5:03 PM ET, Mon September 10, 2018".
        case dated
        /// The whole line, but for closing punctuation.
        case line
        /// Among the last 60 bytes of the line.
        case ends
    }

    private struct Phrase {
        let kind: BlockKind
        let place: Place
        let bytes: [UInt8]
    }

    private let phrases: [Phrase]
    /// For each first byte the phrases that begin with it: those at the start of a line, and those at its end.
    private let byFirstByte: [[Int]]
    private let endingsByFirstByte: [[Int]]
    private let beginsEnding: [Bool]
    private let endLength = 60

    init() {
        phrases = WordList(named: "layout-phrases").entries.compactMap { fields in
            guard fields.count == 3, !fields[2].isEmpty, let kind = BlockKind(rawValue: fields[0]),
                let place = Place(rawValue: fields[1])
            else { return nil }
            return Phrase(kind: kind, place: place, bytes: Array(fields[2].utf8))
        }
        var byFirstByte: [[Int]] = Array(repeating: [], count: 256)
        var endings = byFirstByte
        for (index, phrase) in phrases.enumerated() {
            if phrase.place == .ends {
                endings[Int(phrase.bytes[0])].append(index)
            } else {
                byFirstByte[Int(phrase.bytes[0])].append(index)
            }
        }
        self.byFirstByte = byFirstByte
        endingsByFirstByte = endings
        beginsEnding = endings.map { !$0.isEmpty }
    }

    /// The kind of a line that a phrase gives away; nil for running text.
    func kind(of line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ shape: LineShape) -> BlockKind? {
        for index in byFirstByte[Int(foldedASCII(text[line.lowerBound]))] {
            let phrase = phrases[index]
            guard matches(phrase, text, line.lowerBound, line.upperBound) else { continue }
            let end = line.lowerBound + phrase.bytes.count
            switch phrase.place {
            case .begins where !isInsideWord(text, end, line.upperBound): return phrase.kind
            case .names where shape.hasManyCapitals: return phrase.kind
            case .dated where shape.isTimeLine: return phrase.kind
            case .line where line.upperBound - end <= 1: return phrase.kind
            default: continue
            }
        }
        for start in max(line.lowerBound, line.upperBound - endLength)..<line.upperBound
        where beginsEnding[Int(foldedASCII(text[start]))] {
            for index in endingsByFirstByte[Int(foldedASCII(text[start]))] {
                if matches(phrases[index], text, start, line.upperBound) { return phrases[index].kind }
            }
        }
        return nil
    }

    private func matches(_ phrase: Phrase, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end - start >= phrase.bytes.count else { return false }
        for offset in phrase.bytes.indices where foldedASCII(text[start + offset]) != phrase.bytes[offset] {
            return false
        }
        return true
    }

    private func isInsideWord(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        index < end && scalar(text, index).kind.isWordly && scalarKind(text, before: index) == .letter
    }
}
