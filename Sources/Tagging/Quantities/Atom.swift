import TextModel

/// A piece of a sentence as the grammar of quantities reads it: a word, a run of digits or a mark.
///
/// Tokens are cut further here: "34-year-old" is three atoms, "$1.2bn" is three, "5-8" is two.
struct Atom: Sendable {
    var start: Int32
    var end: Int32
    var token: Int32
    var form: AtomForm
    /// The vocabulary's number of the word; -1 when it has none.
    var word: Int32 = -1
    var classes: AtomClasses = []
    var openings: AtomOpenings = []
    /// The value of `.digits`.
    var number: DecimalNumber = .zero
    /// No blank stands before it.
    var glued = false
    /// A hyphen or an en dash joins it to the atom before.
    var hyphenated = false

    var span: Span { Span(start, end) }
}

enum AtomForm: UInt8, Sendable {
    case word
    /// Digits with a reading.
    case digits
    /// Digits without a safe reading: dates, clock times, "1.234.567", "5G".
    case opaque
    case currency, percent
    case comma, period, colon, semicolon, dash, openBracket, closeBracket, quote
    case mark
}

/// What an atom can be; an ambiguous word has several.
struct AtomClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    private static func bit(_ position: UInt64) -> AtomClasses { AtomClasses(rawValue: 1 << position) }

    // Number words.
    static let ones = bit(0)
    static let teen = bit(1)
    static let tens = bit(2)
    static let hundred = bit(3)
    static let magnitude = bit(4)
    /// "k", "m", "b" right after digits.
    static let suffix = bit(5)
    static let dozen = bit(6)
    /// "dozens", "hundreds", "thousands".
    static let vague = bit(7)
    static let several = bit(8)
    static let couple = bit(9)
    static let half = bit(10)
    static let quarter = bit(11)
    static let ordinal = bit(12)
    /// "thirds", "fifths".
    static let denominators = bit(13)
    static let twice = bit(14)
    static let double = bit(15)
    static let multiplied = bit(16)
    static let halved = bit(17)
    static let fold = bit(18)
    static let foldUnit = bit(19)
    /// "-way", "-time": what makes a compound with a number an idiom.
    static let idiomTail = bit(20)

    // Small words.
    static let article = bit(21)
    static let and = bit(22)
    static let point = bit(23)
    static let of = bit(24)
    static let to = bit(25)
    static let or = bit(26)
    static let between = bit(27)
    static let from = bit(28)
    static let `in` = bit(29)
    /// "twenties": the numbers from twenty to twenty-nine.
    static let decade = bit(30)
    static let per = bit(31)
    static let each = bit(32)
    static let minus = bit(33)
    static let the = bit(34)
    static let times = bit(35)
    static let comparative = bit(36)
    static let `as` = bit(37)
    static let old = bit(38)
    static let aged = bit(39)
    static let by = bit(40)
    static let filler = bit(41)
    /// A year can follow: "in", "since", "fiscal".
    static let beforeYear = bit(42)

    // Contexts.
    static let label = bit(43)
    static let capitalLabel = bit(44)
    static let street = bit(45)
    static let clock = bit(46)
    static let month = bit(47)
    static let weekday = bit(48)
    static let score = bit(49)
    static let beforePronoun = bit(50)
    static let afterPronoun = bit(51)
    static let plural = bit(52)
    static let container = bit(53)
    static let denominator = bit(54)
    static let changeUp = bit(55)
    static let changeDown = bit(56)
    static let changeVerb = bit(57)
    static let changeNoun = bit(58)
    static let changeAdverb = bit(59)
    static let verb = bit(60)
    static let capitalised = bit(61)
    static let allCapitals = bit(62)
    /// "owns", "makes": a verb after a singular noun.
    static let thirdPerson = bit(63)

    static let change: AtomClasses = [.changeUp, .changeDown]
    /// A numeral can begin with it.
    static let startsNumeral: AtomClasses = [
        .ones, .teen, .tens, .hundred, .magnitude, .dozen, .vague, .several, .couple, .half, .quarter, .article,
        .twice, .double, .multiplied, .halved, .fold, .decade,
    ]
    /// The same without "a".
    static var startsNumeralAlone: AtomClasses { startsNumeral.subtracting(.article) }
    /// What goes on a numeral that "a" begins: "a dozen", "a couple", "a third", "a 25th".
    static let afterArticle: AtomClasses = [
        .ones, .teen, .tens, .hundred, .magnitude, .dozen, .several, .couple, .half, .quarter, .ordinal, .denominators,
        .article,
    ]
    /// A sentence without digits and without one of these has no quantity.
    static let triggers: AtomClasses = [
        .ones, .teen, .tens, .hundred, .magnitude, .dozen, .vague, .several, .couple, .half, .quarter, .ordinal,
        .denominators, .twice, .double, .multiplied, .halved, .fold, .decade,
    ]

    @inline(__always)
    func hasAny(_ other: AtomClasses) -> Bool { rawValue & other.rawValue != 0 }

    /// The classes as the word lists name them.
    static let named: [String: AtomClasses] = [
        "ones": .ones, "teen": .teen, "tens": .tens, "hundred": .hundred, "magnitude": .magnitude, "suffix": .suffix,
        "dozen": .dozen, "vague": .vague, "several": .several, "couple": .couple, "half": .half, "quarter": .quarter,
        "ordinal": .ordinal, "denominators": .denominators, "twice": .twice, "double": .double,
        "multiplied": .multiplied, "halved": .halved, "fold": .fold, "foldUnit": .foldUnit, "idiomTail": .idiomTail,
        "article": .article, "and": .and, "point": .point, "of": .of, "to": .to, "or": .or, "between": .between,
        "from": .from, "in": .in, "decade": .decade, "per": .per, "each": .each, "minus": .minus, "the": .the,
        "times": .times, "comparative": .comparative, "as": .as, "old": .old, "aged": .aged, "by": .by,
        "filler": .filler, "beforeYear": .beforeYear, "label": .label, "capitalLabel": .capitalLabel, "street": .street,
        "clock": .clock, "month": .month, "weekday": .weekday, "score": .score, "beforePronoun": .beforePronoun,
        "afterPronoun": .afterPronoun, "plural": .plural, "container": .container, "denominator": .denominator,
    ]
}
