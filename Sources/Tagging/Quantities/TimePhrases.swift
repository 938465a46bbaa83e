import Linguistics
import TextModel

/// A phrase of time in a sentence, and the days it names when the text or the article's date settles them.
struct TimePhrase {
    var atoms: Range<Int>
    var interval: DateInterval?
}

/// A way to name a time: a name, what it can begin with, and its reading.
struct TimeRule: Sendable {
    let name: String
    let openings: AtomOpenings
    let read: @Sendable (Passage, Int, CalendarDate?) -> TimePhrase?

    static let all: [TimeRule] = [
        TimeRule(name: "date", openings: [.digits, .month], read: TimeRule.date),
        TimeRule(name: "year", openings: .digits, read: TimeRule.year),
        TimeRule(name: "decade", openings: .the, read: TimeRule.endOfDecade),
        TimeRule(name: "span", openings: .the, read: TimeRule.span),
        TimeRule(name: "deictic", openings: .deictic, read: TimeRule.deictic),
        TimeRule(name: "day", openings: .day, read: TimeRule.day),
        TimeRule(name: "ago", openings: .numeral, read: TimeRule.ago),
    ]

    /// The time phrases of a passage from left to right, with "since", "by", "until", "before" and "after".
    static func phrases(_ passage: Passage, published: CalendarDate?) -> [TimePhrase] {
        var found: [TimePhrase] = []
        var index = 0
        while index < passage.atoms.count {
            guard passage.atoms[index].openings.hasAny(.time), let phrase = phrase(passage, index, published) else {
                index += 1
                continue
            }
            index = max(index + 1, phrase.atoms.upperBound)
            found.append(withPreposition(passage, phrase, published))
        }
        return found
    }

    /// What the first rule that reads says.
    private static func phrase(_ passage: Passage, _ index: Int, _ published: CalendarDate?) -> TimePhrase? {
        let openings = passage.atoms[index].openings
        // By index: a rule that is copied is counted up and down.
        for rule in all.indices where openings.hasAny(all[rule].openings) {
            // A text may break off inside a phrase.
            if let phrase = all[rule].read(passage, index, published), phrase.atoms.upperBound <= passage.atoms.count {
                return phrase
            }
        }
        return nil
    }

    private static func withPreposition(_ passage: Passage, _ phrase: TimePhrase, _ published: CalendarDate?)
        -> TimePhrase
    {
        let before = phrase.atoms.lowerBound - 1
        var phrase = phrase
        let range = before..<phrase.atoms.upperBound
        if passage.reads(before, "since") {
            phrase.atoms = range
            phrase.interval = phrase.interval.map { DateInterval($0.start, published) }
        } else if passage.readsAny(before, ["by", "until", "till", "before"]) {
            let isBefore = passage.reads(before, "before")
            phrase.atoms = range
            phrase.interval = phrase.interval.map { DateInterval(nil, isBefore ? $0.start?.adding(days: -1) : $0.end) }
        } else if passage.reads(before, "after") {
            phrase.atoms = range
            phrase.interval = phrase.interval.map { DateInterval($0.end?.adding(days: 1), nil) }
        }
        return phrase
    }

    // MARK: Explicit dates

    /// "June 12, 2018", "12 June", "June 2018", "June".
    @Sendable static func date(_ passage: Passage, _ index: Int, _ published: CalendarDate?) -> TimePhrase? {
        var end = index
        var day: Int?
        if passage.is(end, .digits), ExclusionRule.isMonth(passage, end + 1) {
            day = dayNumber(passage, end)
            end += 1
        }
        guard ExclusionRule.isMonth(passage, end) else { return nil }
        // "May" and "March" begin sentences as other words.
        if end == 0, passage.readsAny(end, ["may", "march", "mar"]), !passage.is(end + 1, .digits) { return nil }
        let month = Int(passage.value(end))
        end += 1
        if day == nil, let number = dayNumber(passage, end), yearNumber(passage, end) == nil {
            day = number
            end += 1
        }
        var year: Int?
        if let number = yearNumber(passage, end) {
            year = number
            end += 1
        } else if passage.is(end, .comma), let number = yearNumber(passage, end + 1) {
            year = number
            end += 2
        }
        let resolved = year ?? published.flatMap { nearestYear(month, day, $0, passage, index) }
        guard let resolved else { return TimePhrase(atoms: index..<end) }
        if let day {
            let date = CalendarDate(year: resolved, month: month, day: day)
            return TimePhrase(atoms: index..<end, interval: date.map { DateInterval($0, $0) })
        }
        return TimePhrase(atoms: index..<end, interval: DateInterval(year: resolved, month: month))
    }

    /// The year that makes the month the last one before the article, or the next one after "by", "next" and "until".
    private static func nearestYear(
        _ month: Int, _ day: Int?, _ published: CalendarDate, _ passage: Passage, _ index: Int
    ) -> Int? {
        let isFuture = passage.readsAny(index - 1, ["by", "next", "until", "till"])
        let isLater = (month, day ?? 1) > (published.month, published.day)
        if isFuture { return isLater || month == published.month ? published.year : published.year + 1 }
        return isLater ? published.year - 1 : published.year
    }

    private static func dayNumber(_ passage: Passage, _ index: Int) -> Int? {
        guard let atom = passage.atom(index) else { return nil }
        if atom.form == .digits, let day = atom.number.integer, (1...31).contains(day), !passage.isHyphenated(index) {
            return Int(day)
        }
        // "21st"
        guard atom.form == .opaque, (3...4).contains(atom.span.count) else { return nil }
        let digits = passage.text[atom.span.range].prefix { DigitScanner.isDigit($0) }
        guard (1...2).contains(digits.count), atom.span.count - digits.count == 2 else { return nil }
        let day = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (1...31).contains(day) ? day : nil
    }

    private static func yearNumber(_ passage: Passage, _ index: Int) -> Int? {
        guard let atom = passage.atom(index), atom.form == .digits, atom.span.count == 4,
            let year = atom.number.integer,
            (1000...2199).contains(year)
        else { return nil }
        return Int(year)
    }

    /// "in 2018", "the 2019 budget", "2018 to 2020".
    @Sendable static func year(_ passage: Passage, _ index: Int, _ published: CalendarDate?) -> TimePhrase? {
        guard let year = yearNumber(passage, index), (1900...2199).contains(year), !passage.is(index - 1, .currency),
            !passage.isHyphenated(index)
        else { return nil }
        let amount = Amount(Numeral(index..<index + 1, passage.atoms[index].number, .digits))
        guard ExclusionRule.isYear(passage, amount) else { return nil }
        if passage.has(index + 1, [.to, .and]) || passage.is(index + 1, .dash),
            let last = yearNumber(passage, index + 2), last > year
        {
            return TimePhrase(
                atoms: index..<index + 3,
                interval: DateInterval(DateInterval(year: year).start, DateInterval(year: last).end))
        }
        return TimePhrase(atoms: index..<index + 1, interval: DateInterval(year: year))
    }

    /// "the end of the decade", "the end of the year", "the end of 2020".
    @Sendable static func endOfDecade(_ passage: Passage, _ index: Int, _ published: CalendarDate?) -> TimePhrase? {
        guard passage.has(index, .the), passage.readsAny(index + 1, ["end", "start", "beginning", "middle"]),
            passage.has(index + 2, .of)
        else { return nil }
        if let year = yearNumber(passage, index + 3) {
            return TimePhrase(atoms: index..<index + 4, interval: DateInterval(year: year))
        }
        guard passage.has(index + 3, .the) || passage.readsAny(index + 3, ["this", "last", "next"]), let published
        else { return nil }
        switch true {
        case passage.reads(index + 4, "year"):
            let year =
                published.year + (passage.reads(index + 3, "last") ? -1 : passage.reads(index + 3, "next") ? 1 : 0)
            return TimePhrase(atoms: index..<index + 5, interval: DateInterval(year: year))
        case passage.reads(index + 4, "decade"):
            let first = published.year / 10 * 10
            return TimePhrase(
                atoms: index..<index + 5,
                interval: DateInterval(DateInterval(year: first).start, DateInterval(year: first + 9).end))
        case passage.reads(index + 4, "month"):
            return TimePhrase(
                atoms: index..<index + 5, interval: DateInterval(year: published.year, month: published.month))
        default: return TimePhrase(atoms: index..<index + 5)
        }
    }

    // MARK: Relative to the article

    /// "the past five years", "the last 12 months", "the next two weeks".
    @Sendable static func span(_ passage: Passage, _ index: Int, _ published: CalendarDate?) -> TimePhrase? {
        guard passage.has(index, .the), passage.readsAny(index + 1, ["past", "last", "next", "coming", "previous"])
        else { return nil }
        let isFuture = passage.readsAny(index + 1, ["next", "coming"])
        var count = 1
        var end = index + 2
        if let numeral = NumeralRule.read(passage, end) {
            guard let value = numeral.value.integer, value > 0, value < 1000 else { return nil }
            count = numeral.traits.contains(.vague) ? 0 : Int(value)
            end = numeral.atoms.upperBound
        }
        guard let unit = Period(passage, end) else { return nil }
        let other = published.flatMap { unit.shift($0, by: isFuture ? count : -count) }
        let interval =
            count == 0 || published == nil
            ? nil : isFuture ? DateInterval(published, other) : DateInterval(other, published)
        return TimePhrase(atoms: index..<end + 1, interval: interval)
    }

    /// "last year", "this week", "next month", "last Monday".
    @Sendable static func deictic(_ passage: Passage, _ index: Int, _ published: CalendarDate?) -> TimePhrase? {
        let shift =
            passage.reads(index, "last")
            ? -1 : passage.reads(index, "next") ? 1 : passage.reads(index, "this") ? 0 : nil
        guard let shift else { return nil }
        if passage.has(index + 1, .weekday), let published {
            let date = weekday(Int(passage.value(index + 1)), published, isFuture: shift >= 0)
            return TimePhrase(atoms: index..<index + 2, interval: DateInterval(date, date))
        }
        if passage.wordClasses(index + 1).hasAny(.seasonOrMonth) { return TimePhrase(atoms: index..<index + 2) }
        guard let unit = Period(passage, index + 1) else { return nil }
        return TimePhrase(atoms: index..<index + 2, interval: published.flatMap { unit.whole($0, shift: shift) })
    }

    /// "Monday", "yesterday", "today".
    @Sendable static func day(_ passage: Passage, _ index: Int, _ published: CalendarDate?) -> TimePhrase? {
        let shift =
            passage.readsAny(index, ["today", "tonight"])
            ? 0 : passage.reads(index, "yesterday") ? -1 : passage.reads(index, "tomorrow") ? 1 : nil
        if let shift {
            let date = published?.adding(days: shift)
            return TimePhrase(atoms: index..<index + 1, interval: date.map { DateInterval($0, $0) })
        }
        guard passage.has(index, .weekday), passage.isCapitalised(index) else { return nil }
        let date = published.flatMap {
            weekday(Int(passage.value(index)), $0, isFuture: passage.readsAny(index - 1, ["by", "next", "until"]))
        }
        return TimePhrase(atoms: index..<index + 1, interval: date.map { DateInterval($0, $0) })
    }

    /// "two years ago".
    @Sendable static func ago(_ passage: Passage, _ index: Int, _ published: CalendarDate?) -> TimePhrase? {
        guard passage.holdsAgo,
            let numeral = NumeralRule.read(passage, index)
                ?? (passage.has(index, .article) ? Numeral(index..<index + 1, DecimalNumber(1)) : nil),
            let count = numeral.value.integer, count > 0, count < 1000,
            let unit = Period(passage, numeral.atoms.upperBound),
            passage.reads(numeral.atoms.upperBound + 1, "ago")
        else { return nil }
        let end = numeral.atoms.upperBound + 2
        let isVague = !numeral.traits.isDisjoint(with: [.vague, .couple])
        let date = isVague ? nil : published.flatMap { unit.shift($0, by: -Int(count)) }
        return TimePhrase(atoms: index..<end, interval: date.flatMap { unit.whole($0, shift: 0) })
    }

    private static func weekday(_ number: Int, _ published: CalendarDate, isFuture: Bool) -> CalendarDate? {
        let distance = (number - published.weekday + 7) % 7
        return published.adding(days: isFuture ? distance : distance == 0 ? 0 : distance - 7)
    }
}

/// A unit of calendar time that phrases shift by.
private enum Period {
    case day, week, month, quarter, year, decade

    init?(_ passage: Passage, _ index: Int) {
        let names: [(Period, [StaticString])] = [
            (.day, ["day", "days"]), (.week, ["week", "weeks"]), (.month, ["month", "months"]),
            (.quarter, ["quarter", "quarters"]),
            (.year, ["year", "years"]), (.decade, ["decade", "decades"]),
        ]
        guard let found = names.first(where: { passage.readsAny(index, $0.1) }) else { return nil }
        self = found.0
    }

    func shift(_ date: CalendarDate, by count: Int) -> CalendarDate? {
        switch self {
        case .day: date.adding(days: count)
        case .week: date.adding(days: 7 * count)
        case .month: date.adding(months: count)
        case .quarter: date.adding(months: 3 * count)
        case .year: date.adding(months: 12 * count)
        case .decade: date.adding(months: 120 * count)
        }
    }

    /// The whole calendar period that holds the date, some periods before or after.
    func whole(_ date: CalendarDate, shift count: Int) -> DateInterval? {
        guard let date = shift(date, by: count) else { return nil }
        switch self {
        case .day: return DateInterval(date, date)
        case .week:
            let monday = date.adding(days: 1 - date.weekday)
            return DateInterval(monday, monday?.adding(days: 6))
        case .month: return DateInterval(year: date.year, month: date.month)
        case .quarter:
            let first = (date.month - 1) / 3 * 3 + 1
            return DateInterval(
                DateInterval(year: date.year, month: first).start, DateInterval(year: date.year, month: first + 2).end)
        case .year: return DateInterval(year: date.year)
        case .decade:
            let first = date.year / 10 * 10
            return DateInterval(DateInterval(year: first).start, DateInterval(year: first + 9).end)
        }
    }
}
