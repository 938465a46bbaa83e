/// A day of the proleptic Gregorian calendar.
struct CalendarDate: Comparable {
    var year: Int
    var month: Int
    var day: Int

    /// Reads the date that an ISO 8601 text begins with: "2018-09-10T08:00:00Z".
    /// - Returns: nil when it begins with none.
    init?(iso text: String) {
        let bytes = Array(text.utf8.prefix(10))
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(Optional(0)) { total, byte in
                guard let total, byte &- 0x30 < 10 else { return nil }
                return total * 10 + Int(byte - 0x30)
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// - Returns: nil for a day that the calendar lacks.
    init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...9999).contains(year), day >= 1, day <= Self.days(in: month, of: year)
        else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// - Parameter number: days since 1 March of the year 0; must be positive.
    init?(dayNumber number: Int) {
        guard number > 306, number < 3_652_060 else { return nil }
        let era = number / 146_097
        let dayOfEra = number % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// Days since 1 March of the year 0.
    var dayNumber: Int {
        let year = month <= 2 ? self.year - 1 : self.year
        let yearOfEra = year % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return year / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    /// 1 is Monday, 7 Sunday.
    var weekday: Int { (dayNumber + 2) % 7 + 1 }

    func adding(days: Int) -> CalendarDate? { CalendarDate(dayNumber: dayNumber + days) }

    /// The same day of another month, or its last day when it has fewer.
    func adding(months: Int) -> CalendarDate? {
        let total = year * 12 + month - 1 + months
        guard total >= 12 else { return nil }
        let month = total % 12 + 1
        return CalendarDate(year: total / 12, month: month, day: min(day, Self.days(in: month, of: total / 12)))
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    var iso: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// Two days, both inclusive; an open end is nil.
struct DateInterval: Equatable {
    var start: CalendarDate?
    var end: CalendarDate?

    init(_ start: CalendarDate?, _ end: CalendarDate?) {
        self.start = start
        self.end = end
    }

    init(year: Int) {
        self.init(CalendarDate(year: year, month: 1, day: 1), CalendarDate(year: year, month: 12, day: 31))
    }

    init(year: Int, month: Int) {
        self.init(
            CalendarDate(year: year, month: month, day: 1),
            CalendarDate(year: year, month: month, day: CalendarDate.days(in: month, of: year)))
    }
}
