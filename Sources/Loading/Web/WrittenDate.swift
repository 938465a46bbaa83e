/// Reads a day as pages write it for their readers: "Posted on 7 November 2018", "Nov. 7th, 2018, 9 a.m.", "2018-11-07 09:00".
///
/// Numbers alone ("07/11/2018") are not read: which is the month depends on who wrote them.
enum WrittenDate {
    /// The first day that is written out, as ISO 8601; nil when there is none.
    /// - Complexity: O(*n*) in bytes.
    static func iso(_ text: String) -> String? {
        let words = Array(text.utf8.prefix(400)).split(whereSeparator: { !isLetterOrDigit($0) }).flatMap(parts)
        for index in words.indices {
            if let month = month(words[index]) {
                if index > 0, let day = number(words[index - 1], 1...31),
                    let year = words.dropFirst(index + 1).first.flatMap({ number($0, 1900...2199) })
                {
                    return Self.text(year, month, day)
                }
                let rest = words.dropFirst(index + 1)
                if let day = rest.first.flatMap({ number($0, 1...31) }),
                    let year = rest.dropFirst().first.flatMap({ number($0, 1900...2199) })
                {
                    return Self.text(year, month, day)
                }
            }
            if let year = number(words[index], 1900...2199), index + 2 < words.count, words[index + 1].count == 2,
                words[index + 2].count == 2, let month = number(words[index + 1], 1...12),
                let day = number(words[index + 2], 1...31)
            {
                return Self.text(year, month, day)
            }
        }
        return nil
    }

    /// "2018-11-07", whatever follows.
    static func beginsWithISO(_ text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(10))
        return bytes.count == 10
            && bytes.enumerated().allSatisfy { [4, 7].contains($0.offset) ? $0.element == 0x2D : isDigit($0.element) }
    }

    static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// "7th" is "7"; "T09" of "07T09" stays with nothing.
    private static func parts(_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let digits = word.prefix(while: isDigit)
        guard !digits.isEmpty, digits.count < word.count else {
            // The letters of "of" and "the" stand between a day and its month.
            return ["of", "the"].contains(String(decoding: word, as: UTF8.self).lowercased()) ? [] : [word]
        }
        return [digits]
    }

    private static func number(_ word: ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> Int? {
        guard word.count <= 4, word.allSatisfy(isDigit) else { return nil }
        return Int(String(decoding: word, as: UTF8.self)).flatMap { range.contains($0) ? $0 : nil }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// By its name or the first three letters of it or more.
    private static func month(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 3 else { return nil }
        let word = String(decoding: word, as: UTF8.self).lowercased()
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    }
}
