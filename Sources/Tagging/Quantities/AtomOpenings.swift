/// What can begin with an atom: rules pass over all others by one look.
struct AtomOpenings: OptionSet, Sendable {
    let rawValue: UInt8

    static var numeral: AtomOpenings { AtomOpenings(rawValue: 1) }
    /// Ordinals and phrases that stand for one.
    static var ordinal: AtomOpenings { AtomOpenings(rawValue: 2) }
    static var digits: AtomOpenings { AtomOpenings(rawValue: 4) }
    static var month: AtomOpenings { AtomOpenings(rawValue: 8) }
    static var the: AtomOpenings { AtomOpenings(rawValue: 16) }
    /// "last", "next", "this".
    static var deictic: AtomOpenings { AtomOpenings(rawValue: 32) }
    /// "today", "Monday".
    static var day: AtomOpenings { AtomOpenings(rawValue: 64) }
    static var ago: AtomOpenings { AtomOpenings(rawValue: 128) }

    /// What a phrase of time can begin with.
    static var time: AtomOpenings { [.numeral, .month, .the, .deictic, .day] }

    /// As the word lists name them.
    static let named: [String: AtomOpenings] = ["deictic": .deictic, "day": .day, "ago": .ago]

    @inline(__always)
    func hasAny(_ other: AtomOpenings) -> Bool { rawValue & other.rawValue != 0 }
}

extension AtomOpenings {
    /// What a word opens by its classes, beside what the lists say.
    init(of classes: AtomClasses, _ named: AtomOpenings) {
        self = named
        if classes.hasAny(.startsNumeral) { insert(.numeral) }
        if classes.hasAny([.ordinal, .the]) || named.contains(.deictic) { insert(.ordinal) }
        if classes.contains(.month) { insert(.month) }
        if classes.contains(.the) { insert(.the) }
        if classes.contains(.weekday) { insert(.day) }
    }
}
