/// Brings an article's date of publication to ISO 8601.
enum PublishedDate {
    /// ISO 8601 texts stay as they are, time of day and zone included; "September 10, 2018", "10 Sep 2018" and mail dates
    /// become a day; "20180910" too.
    /// - Returns: nil when no year can be read, or when "9/10/2018" could be two days.
    static func iso(_ text: String) -> String? {
        let text = onOneLine(text)
        if let date = CivilDate(isoPrefix: text) {
            return isTime(text.utf8.dropFirst(10)) ? text : PartialDate(date).iso
        }
        let parts = DateWords(text)
        if parts.words.count == 1, case .number(let value, 8)? = parts.word(0) {
            return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100).map {
                PartialDate($0).iso
            }
        }
        if parts.words.count == 2, case .number(let year, 4)? = parts.word(0),
            case .number(let month, 2)? = parts.word(1), (1...12).contains(month)
        {
            return PartialDate(year: year, month: month).iso
        }
        return (slashed(parts) ?? named(parts))?.iso
    }

    /// The day of an ISO 8601 text; nil when it is less precise.
    static func day(_ iso: String?) -> CivilDate? { iso.flatMap(CivilDate.init(isoPrefix:)) }

    private static func named(_ parts: DateWords) -> PartialDate? {
        guard let calendar = parts.calendarDate else { return nil }
        guard let month = calendar.month else {
            return parts.words.count == 1 ? calendar.year.map { PartialDate(year: $0) } : nil
        }
        // A mail date has its year after the day and the month: "Mon, 10 Sep 2018".
        guard let year = calendar.year else { return nil }
        guard let day = calendar.day else { return PartialDate(year: year, month: month) }
        return CivilDate(year: year, month: month, day: day).map { PartialDate($0) }
    }

    /// Three leading numbers, the year last, when only one order of day and month makes a date.
    private static func slashed(_ parts: DateWords) -> PartialDate? {
        guard case .number(let first, ...2)? = parts.word(0), case .number(let second, ...2)? = parts.word(1),
            let year = parts.word(2).flatMap(DateWords.year)
        else { return nil }
        let monthFirst = CivilDate(year: year, month: first, day: second)
        let dayFirst = CivilDate(year: year, month: second, day: first)
        guard first == second || monthFirst == nil || dayFirst == nil else { return nil }
        return (monthFirst ?? dayFirst).map { PartialDate($0) }
    }

    /// Nothing, or "T08:00:00Z" and the like.
    private static func isTime(_ rest: Substring.UTF8View) -> Bool {
        guard let first = rest.first else { return true }
        guard first == UInt8(ascii: "T") || first == UInt8(ascii: " "), rest.count > 1 else { return false }
        return rest.dropFirst().allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"),
                UInt8(ascii: "-"), UInt8(ascii: "Z"):
                return true
            default: return false
            }
        }
    }
}
