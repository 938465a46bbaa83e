/// A date to the precision that is known: a year, a month or a day.
struct PartialDate: Hashable, Sendable {
    let year: Int
    let month: Int?
    let day: Int?

    init(year: Int) {
        self.year = year
        month = nil
        day = nil
    }

    init(year: Int, month: Int) {
        self.year = year
        self.month = month
        day = nil
    }

    init(_ date: CivilDate) {
        year = date.year
        month = date.month
        day = date.day
    }

    /// What the days from one to the other have in common: their day, else their month, else their year.
    /// - Returns: nil when they do not even share the year.
    init?(from first: CivilDate, through last: CivilDate) {
        guard first.year == last.year else { return nil }
        if first == last {
            self.init(first)
        } else if first.month == last.month {
            self.init(year: first.year, month: first.month)
        } else {
            self.init(year: first.year)
        }
    }

    /// ISO 8601: "2018", "2018-06", "2018-06-12".
    var iso: String {
        var text = Self.padded(year, to: 4)
        if let month { text += "-" + Self.padded(month, to: 2) }
        if let day { text += "-" + Self.padded(day, to: 2) }
        return text
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
