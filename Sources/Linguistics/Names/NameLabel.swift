/// The labels that the tagger gives to atoms, sixteen, so that a row of weights is sixteen numbers.
///
/// A name of a person, organization or place is begin, inside*, last or a single unit (four labels a class, in this
/// order). Nationalities are nearly always one word, so one label does; other names have begin and inside.
package enum NameLabel {
    package static let count = 16
    package static let outside: UInt8 = 0
    package static let nationality: UInt8 = 13
    package static let otherBegin: UInt8 = 14
    package static let otherInside: UInt8 = 15

    package enum Position: UInt8 { case begin, inside, last, unit }

    /// `NameClass` by its raw value, or 5 for none.
    @inline(__always)
    package static func classCode(_ label: UInt8) -> Int {
        label == 0 ? 5 : label < 13 ? Int(label - 1) >> 2 : label == nationality ? 3 : 4
    }

    /// The labels of a name over `count` atoms.
    package static func labels(_ nameClass: NameClass, count: Int) -> [UInt8] {
        switch nameClass {
        case .nationality: return Array(repeating: nationality, count: count)
        case .other: return [otherBegin] + Array(repeating: otherInside, count: max(0, count - 1))
        default:
            let base = 1 + nameClass.rawValue * 4
            if count == 1 { return [base + Position.unit.rawValue] }
            let inner = Array(repeating: base + Position.inside.rawValue, count: max(0, count - 2))
            return [base + Position.begin.rawValue] + inner + [base + Position.last.rawValue]
        }
    }

    /// Whether a name may end, or none be open, at this label.
    package static func isClosed(_ label: Int) -> Bool { label == 0 || label >= 13 || (label - 1) & 3 >= 2 }

    /// Whether `next` may follow `label`.
    package static func allows(_ label: Int, _ next: Int) -> Bool {
        let nextPosition = next > 0 && next < 13 ? (next - 1) & 3 : -1
        if next == Int(otherInside) { return label >= Int(otherBegin) }
        if isClosed(label) { return nextPosition != 1 && nextPosition != 2 }
        return (nextPosition == 1 || nextPosition == 2) && (label - 1) >> 2 == (next - 1) >> 2
    }

    /// Calls `body` with the atoms and the class code of each name that `labels` spell, in order.
    /// - Complexity: O(*n*).
    @inline(__always)
    package static func forEachName(
        in labels: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Range<Int>, Int) -> Void
    ) {
        var start = range.lowerBound
        for index in range where labels[index] != outside {
            let label = labels[index]
            let next = index + 1 < range.upperBound ? labels[index + 1] : outside
            var ends = false
            if label < 13 {
                let position = (label - 1) & 3
                if position == 0 || position == 3 { start = index }
                ends = position >= 2
            } else if label == nationality {
                if index == range.lowerBound || labels[index - 1] != nationality { start = index }
                ends = next != nationality
            } else {
                if label == otherBegin { start = index }
                ends = next != otherInside
            }
            if ends { body(start..<(index + 1), classCode(label)) }
        }
    }
}
