/// Finds the dateline that a paragraph begins with: "SEOUL, South Korea (Reuters) — ", "Washington (CNN) — ".
///
/// A dateline begins with a place in capitals, or ends with an agency in brackets; between them stand only capitalised
/// words, dates and short words such as "of"; a dash and the beginning of a sentence follow. Without an agency, words
/// that are not all capitals come after a comma.
struct DatelineScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private let line: Range<Int>
    private let limit: Int
    private static let longest = 80
    /// In words: "PORT OF SPAIN".
    private let longestPlace = 3

    init(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.line = line
        limit = min(line.upperBound, line.lowerBound + Self.longest)
    }

    /// Where the dateline ends, its dash included, and where the paragraph's own words begin; nil without one.
    func end() -> (end: Int, next: Int)? {
        guard line.count > 12, startsUppercase(text, line.lowerBound) else { return nil }
        var index = line.lowerBound
        var words = 0
        var hasComma = false
        var hasAgency = false
        var hasSmallLetters = false
        let capitals = leadingCapitals()
        guard capitals >= 3 || isASCIILowercase(text[line.lowerBound + 1]) else { return nil }
        while index < limit {
            let here = scalar(text, index)
            switch here.kind {
            case .letter, .digit:
                guard words < 12, !hasAgency, !startsLowercase(text, index) || joinsNames(index) else { return nil }
                words += 1
                let end = wordEnd(index)
                hasSmallLetters = hasSmallLetters || isASCIILowercase(text[end - 1])
                index = end
            case .comma:
                hasComma = true
                index += here.length
            case .space, .period, .slash, .apostrophe, .singleMark:
                index += here.length
            case .openBracket:
                guard !hasAgency, let close = agencyEnd(index) else { return nil }
                hasAgency = true
                index = close
            case .dash, .hyphen:
                guard hasAgency || capitals >= 3 && (hasComma || !hasSmallLetters && words <= longestPlace) else {
                    return nil
                }
                return dashEnd(index, here)
            default:
                return nil
            }
        }
        return nil
    }

    /// How many capital letters the line begins with, blanks, full stops and apostrophes left out.
    private func leadingCapitals() -> Int {
        var capitals = 0
        var index = line.lowerBound
        while index < limit {
            let here = scalar(text, index)
            if startsUppercase(text, index) {
                capitals += 1
            } else if here.kind != .space && here.kind != .period && !here.kind.isMark {
                // "SEOUL" but not "SEoul": the last capital may begin "South".
                return isASCIILowercase(text[index]) && scalarKind(text, before: index) == .letter
                    ? capitals - 1 : capitals
            }
            index += here.length
        }
        return capitals
    }

    /// Past letters, digits and inner hyphens and apostrophes.
    private func wordEnd(_ start: Int) -> Int {
        var index = start
        while index < limit {
            let here = scalar(text, index)
            let after = index + here.length
            switch here.kind {
            case .letter, .digit: index = after
            case .hyphen, .apostrophe:
                guard after < limit, scalar(text, after).kind.isWordly else { return index }
                index = after
            default: return index
            }
        }
        return index
    }

    /// "of", "and", "de", "el": short words within the names of places, with a capital to follow.
    private func joinsNames(_ start: Int) -> Bool {
        let end = wordEnd(start)
        return end - start <= 3 && end + 1 < limit && text[end] == UInt8(ascii: " ") && startsUppercase(text, end + 1)
    }

    /// Past "(Reuters)".
    private func agencyEnd(_ open: Int) -> Int? {
        var index = open + 1
        guard index < limit, startsUppercase(text, index) else { return nil }
        while index < limit {
            let here = scalar(text, index)
            index += here.length
            if here.kind == .closeBracket { return index }
        }
        return nil
    }

    /// Past the dash at `index`, if a sentence begins after it.
    private func dashEnd(_ index: Int, _ here: Scalar) -> (end: Int, next: Int)? {
        var end = index + here.length
        while end < line.upperBound, text[end] == UInt8(ascii: "-") { end += 1 }
        let isSpaced = scalarKind(text, before: index).isBlank || scalarKind(text, before: index) == .closeBracket
        guard here.kind == .dash || isSpaced || end - index > here.length else { return nil }
        var next = end
        while next < line.upperBound, case let blank = scalar(text, next), blank.kind == .space { next += blank.length }
        guard next < line.upperBound, !startsLowercase(text, next) else { return nil }
        return (end, next)
    }
}
