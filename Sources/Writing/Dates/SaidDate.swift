/// Reads "Monday", "yesterday", "in June" or "on Sept. 11" against the day an article was published.
///
/// What was said was said before it was printed: a weekday, month or day of the year is the latest such one on or before
/// the article's date. A week or weekend gives what its days share, most often the month; so does "three weeks ago".
struct SaidDate {
    /// - Parameter published: nil when unknown; then only a date with a year is settled.
    /// - Returns: nil when the words do not settle even a year, and when they look ahead or name a stretch ("since May").
    static func resolve(_ text: String, published: CivilDate?) -> PartialDate? {
        if let date = CivilDate(isoPrefix: text) { return PartialDate(date) }
        let words = DateWords(text)
        guard !words.words.contains(where: blocking.contains) else { return nil }
        if let calendar = words.calendarDate {
            return calendarDate(calendar, published: published, isLast: words.contains("last"))
        }
        guard let published else { return nil }
        return day(words, published: published) ?? stretch(words, published: published)
    }

    /// Words that make the text something other than one past time.
    private static let blocking = Set(
        [
            "next", "following", "tomorrow", "since", "before", "until", "till", "after", "every", "each", "and", "or",
            "between", "from", "to", "through", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
            "saturdays", "sundays",
        ].map(DateWords.Word.text))

    private static func calendarDate(
        _ named: (year: Int?, month: Int?, day: Int?), published: CivilDate?, isLast: Bool
    ) -> PartialDate? {
        guard let month = named.month else { return named.year.map { PartialDate(year: $0) } }
        guard let day = named.day else {
            if let year = named.year { return PartialDate(year: year, month: month) }
            guard let published else { return nil }
            let isPast = isLast ? month < published.month : month <= published.month
            return PartialDate(year: isPast ? published.year : published.year - 1, month: month)
        }
        if let year = named.year { return CivilDate(year: year, month: month, day: day).map { PartialDate($0) } }
        guard let published else { return nil }
        // Eight years back always hold a 29 February.
        for year in stride(from: published.year, through: published.year - 8, by: -1) {
            if let date = CivilDate(year: year, month: month, day: day), date <= published { return PartialDate(date) }
        }
        return nil
    }

    private static func day(_ words: DateWords, published: CivilDate) -> PartialDate? {
        daysBack(words, published: published).flatMap { published.adding(days: -$0) }.map { PartialDate($0) }
    }

    private static func daysBack(_ words: DateWords, published: CivilDate) -> Int? {
        if words.contains("ago") {
            guard let place = words.words.firstIndex(where: { $0 == .text("days") || $0 == .text("day") }) else {
                return nil
            }
            return words.word(place - 1).flatMap(count)
        }
        if let weekday = words.weekday {
            let back = (published.weekday - weekday + 7) % 7
            return back == 0 && words.contains("last") ? 7 : back
        }
        if words.contains("yesterday") || (words.contains("last") && words.contains("night")) { return 1 }
        if words.contains("today") || words.contains("tonight") { return 0 }
        let isThis = words.contains("this")
        return isThis && ["morning", "afternoon", "evening"].contains(where: words.contains) ? 0 : nil
    }

    private static func stretch(_ words: DateWords, published: CivilDate) -> PartialDate? {
        if words.contains("ago") { return distance(words, published: published) }
        let isLast = words.contains("last")
        guard isLast || words.contains("this") || words.contains("weekend") else { return nil }
        if words.contains("weekend") {
            let sinceSaturday = (published.weekday - 5 + 7) % 7
            let back = sinceSaturday + (isLast && sinceSaturday < 2 ? 7 : 0)
            return between(published, back, back - 1)
        }
        if words.contains("week") {
            let sinceMonday = published.weekday
            return isLast ? between(published, sinceMonday + 7, sinceMonday + 1) : between(published, sinceMonday, 0)
        }
        if words.contains("month") {
            guard isLast else { return PartialDate(year: published.year, month: published.month) }
            return published.month > 1
                ? PartialDate(year: published.year, month: published.month - 1)
                : PartialDate(year: published.year - 1, month: 12)
        }
        return words.contains("year") ? PartialDate(year: isLast ? published.year - 1 : published.year) : nil
    }

    /// "Three weeks ago" is some day of that week, "two months ago" some day of that month.
    private static func distance(_ words: DateWords, published: CivilDate) -> PartialDate? {
        func many(_ units: [String]) -> Int? {
            words.words.firstIndex { units.map(DateWords.Word.text).contains($0) }
                .flatMap { words.word($0 - 1) }.flatMap(count).flatMap { $0 < 1000 ? $0 : nil }
        }
        if let weeks = many(["week", "weeks"]) { return between(published, weeks * 7 + 3, weeks * 7 - 3) }
        if let months = many(["month", "months"]) {
            let index = published.year * 12 + published.month - 1 - months
            return PartialDate(year: index / 12, month: index % 12 + 1)
        }
        return many(["year", "years"]).map { PartialDate(year: published.year - $0) }
    }

    private static func between(_ published: CivilDate, _ first: Int, _ last: Int) -> PartialDate? {
        guard let first = published.adding(days: -first), let last = published.adding(days: -last) else { return nil }
        return PartialDate(from: first, through: last)
    }

    private static func count(_ word: DateWords.Word) -> Int? {
        switch word {
        case .number(let value, _): return value
        case .text(let name):
            let names = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
            return names.firstIndex(of: name == "one" ? "a" : name).map { $0 + 1 }
        }
    }
}
