/// A text about a date as lower-case words and numbers: "On Sept. 11th, 2018" is on, sept, 11, 2018.
struct DateWords {
    enum Word: Hashable {
        case text(String)
        case number(Int, digits: Int)
    }

    let words: [Word]

    /// Full stops within a word vanish ("a.m." is "am"); every other mark parts words. Reads no more than 200 bytes.
    init(_ text: String) {
        var words: [Word] = []
        var current: [UInt8] = []
        func flush() {
            defer { current.removeAll(keepingCapacity: true) }
            guard !current.isEmpty else { return }
            words.append(Self.word(current))
        }
        for byte in text.lowercased().utf8.prefix(200) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                current.append(byte)
            case UInt8(ascii: "."): break
            default: flush()
            }
        }
        flush()
        self.words = words
    }

    func contains(_ text: String) -> Bool { words.contains(.text(text)) }

    /// The names of the calendar, and the year, month and day that they settle.
    /// - Returns: nil when no month or year is named, or more than one month.
    var calendarDate: (year: Int?, month: Int?, day: Int?)? {
        let months = words.indices.filter { Self.month(words[$0]) != nil }
        guard let place = months.first else {
            let years = words.compactMap(Self.year)
            return years.count == 1 ? (years[0], nil, nil) : nil
        }
        guard months.count == 1 else { return nil }
        let next = word(place + 1)
        if let day = next.flatMap(Self.day) {
            return (word(place + 2).flatMap(Self.year), Self.month(words[place]), day)
        }
        let before = word(place - 1) == .text("of") ? word(place - 2) : word(place - 1)
        return (next.flatMap(Self.year), Self.month(words[place]), before.flatMap(Self.day))
    }

    /// 0 is Monday; the first weekday that is named.
    var weekday: Int? {
        for case .text(let name) in words {
            if let index = Self.index(of: name, in: Self.weekdays) { return index }
        }
        return nil
    }

    func word(_ index: Int) -> Word? { words.indices.contains(index) ? words[index] : nil }

    static func month(_ word: Word) -> Int? {
        guard case .text(let name) = word else { return nil }
        return index(of: name, in: months).map { $0 + 1 }
    }

    static func day(_ word: Word) -> Int? {
        guard case .number(let value, let digits) = word, digits <= 2, (1...31).contains(value) else { return nil }
        return value
    }

    static func year(_ word: Word) -> Int? {
        guard case .number(let value, 4) = word, (1500...2999).contains(value) else { return nil }
        return value
    }

    /// Takes abbreviations of three letters and more: "sep", "sept", "thurs".
    private static func index(of name: String, in names: [String]) -> Int? {
        name.utf8.count >= 3 ? names.firstIndex { $0.hasPrefix(name) } : nil
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// "12" and "12th" are numbers; "1990s" is a word.
    private static func word(_ bytes: [UInt8]) -> Word {
        let digits = bytes.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        let ending = String(decoding: bytes[digits.count...], as: UTF8.self)
        guard (1...9).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(ending),
            let value = Int(String(decoding: digits, as: UTF8.self))
        else { return .text(String(decoding: bytes, as: UTF8.self)) }
        return .number(value, digits: digits.count)
    }
}
