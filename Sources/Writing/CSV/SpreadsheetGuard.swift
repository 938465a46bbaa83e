import TextModel

/// Tells which text cells a spreadsheet would run as a formula or turn into a date, time, number or truth value.
///
/// It looks at the whole cell and would rather guard too much: an apostrophe too many is a blemish, a changed cell a
/// fault. Measured with LibreOffice 7.4 under en-US, en-GB and de-DE; see `SpreadsheetGuardTests`.
enum SpreadsheetGuard {
    /// - Parameter type: a date column's full dates, times and years stay bare, since there a date is what is meant; but
    ///   "2018-06" is guarded there too, because a spreadsheet makes it a day.
    static func needsApostrophe(_ text: String, in type: ColumnType) -> Bool {
        if startsFormula(text) { return true }
        if type == .date { return isYearAndMonth(text) }
        return isConverted(text)
    }

    /// Whether the first visible character is one that begins a formula (OWASP, "CSV Injection"), full-width ones too.
    static func startsFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { !isBlank($0) }) else { return false }
        switch first {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
        default: return false
        }
    }

    /// Whether the cell is nothing but digits and what dates, times, amounts and shares are written with, or one word for
    /// true or false.
    ///
    /// A plain whole number of up to 15 digits looks the same as a number, so it may stay.
    /// - Complexity: stops at the first character that no number or date has.
    static func isConverted(_ text: String) -> Bool {
        if isPlainInteger(text) || beginsWithOrdinaryWord(text) { return false }
        var digits = 0
        var words: [String] = []
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.first {
            if scalar.properties.isAlphabetic {
                let word = scalars.prefix { $0.properties.isAlphabetic }
                let name = String(String.UnicodeScalarView(word.prefix(12))).lowercased()
                if !isPart(name, afterDigit: digits > 0) {
                    guard digits == 0, words.isEmpty, isTruthValue(name) else { return false }
                }
                words.append(name)
                scalars.removeFirst(word.count)
            } else if scalar.properties.numericType == .decimal {
                digits += 1
                scalars.removeFirst()
            } else if isSeparator(scalar) {
                scalars.removeFirst()
            } else {
                return false
            }
        }
        return digits > 0 || (words.count == 1 && isTruthValue(words[0]))
    }

    /// Nearly every cell does, and then there is nothing else to look at.
    /// - Returns: false also where it takes a longer look to tell.
    private static func beginsWithOrdinaryWord(_ text: String) -> Bool {
        var beginning = PackedWord()
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                beginning.append(byte | 0x20)
            case 0x80...0xFF: return false
            default: return beginning.length > 0 && !beginnings.contains(beginning)
            }
            if beginning.length > longestBeginning { return true }
        }
        return beginning.length > 0 && !beginnings.contains(beginning)
    }

    /// What a cell that is converted may begin with.
    private static let beginnings = Set(
        calendarNames.union(currencyCodes).union(truthValues).filter { $0.utf8.allSatisfy { $0 < 0x80 } }.map { name in
            var word = PackedWord()
            for byte in name.utf8 { word.append(byte) }
            return word
        })
    private static let longestBeginning = 12

    /// A short word in small letters.
    private struct PackedWord: Hashable {
        private var letters = SIMD16<UInt8>()
        private(set) var length = 0

        mutating func append(_ letter: UInt8) {
            letters[length] = letter
            length += 1
        }
    }

    private static func isYearAndMonth(_ text: String) -> Bool { text.utf8.count == 7 && isConverted(text) }

    private static func isPlainInteger(_ text: String) -> Bool {
        let utf8 = text.utf8
        guard (1...15).contains(utf8.count), utf8.first != UInt8(ascii: "0") || utf8.count == 1 else { return false }
        return utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", ",", ":", "/", "-", "+", "(", ")", "%", "'", "\u{2019}", "\u{2212}": return true
        default: return isBlank(scalar) || scalar.properties.generalCategory == .currencySymbol
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
    }

    /// A month, weekday, half of the day, exponent, ISO 8601 time mark or currency code.
    private static func isPart(_ name: String, afterDigit: Bool) -> Bool {
        if calendarNames.contains(name) || currencyCodes.contains(name) { return true }
        return afterDigit && ["a", "p", "am", "pm", "e", "t"].contains(name)
    }

    private static func isTruthValue(_ name: String) -> Bool { truthValues.contains(name) }

    private static let truthValues: Set<String> = [
        "true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso", "vero", "waar", "onwaar",
    ]

    private static let currencyCodes: Set<String> = ["usd", "eur", "gbp", "chf", "us", "dm"]

    /// English and German, in full and shortened.
    private static let calendarNames: Set<String> = {
        let full = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december", "januar", "jänner", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag",
            "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
        ]
        return Set(full).union(full.map { String($0.prefix(3)) })
            .union(["sept", "tues", "thur", "thurs", "mo", "di", "mi", "do", "fr", "sa", "so"])
    }()
}
