import TextModel

/// A number as the text writes it, before its unit, bounds and range are known.
struct Numeral {
    var atoms: Range<Int>
    var value: DecimalNumber
    /// The value without its magnitude words: 10 in "10 million".
    var base: DecimalNumber
    /// The power of ten of its magnitude words: 6 in "10 million", 0 without.
    var magnitude = 0
    var traits: NumeralTraits = []
    var rule: RuleName

    init(_ atoms: Range<Int>, _ value: DecimalNumber, _ traits: NumeralTraits = [], rule: RuleName = .numberDigits) {
        self.atoms = atoms
        self.value = value
        base = value
        self.traits = traits
        self.rule = rule
    }

    /// Times a power of ten; nil when it does not fit a decimal.
    func scaled(by power: Int, through end: Int) -> Numeral? {
        guard let product = value.multiplied(by: DecimalNumber(1, exponent: power)) else { return nil }
        var numeral = self
        numeral.value = product
        numeral.magnitude += power
        numeral.atoms = atoms.lowerBound..<end
        return numeral
    }
}

struct NumeralTraits: OptionSet {
    let rawValue: UInt16
    static let digits = NumeralTraits(rawValue: 1)
    static let words = NumeralTraits(rawValue: 2)
    static let fraction = NumeralTraits(rawValue: 4)
    /// "dozens": only a lower bound.
    static let vague = NumeralTraits(rawValue: 8)
    static let couple = NumeralTraits(rawValue: 16)
    /// "twenty-first": recognised and never claimed.
    static let ordinal = NumeralTraits(rawValue: 32)
    static let multiple = NumeralTraits(rawValue: 64)
    static let up = NumeralTraits(rawValue: 128)
    static let down = NumeralTraits(rawValue: 256)
    static let negative = NumeralTraits(rawValue: 512)
    /// "a" or "an" stands for one.
    static let article = NumeralTraits(rawValue: 1024)
    /// Recognised as no quantity at all: "scored twice".
    static let unclaimed = NumeralTraits(rawValue: 2048)
    /// "twenties", "20s": from its value to nine more.
    static let decade = NumeralTraits(rawValue: 4096)
}

/// One way to write a number: a name, the atoms it can begin with, and its reading.
struct NumeralRule: Sendable {
    let name: RuleName
    /// It can begin with an atom of this form, or of one of these classes.
    var form: AtomForm?
    var classes: AtomClasses = []
    let read: @Sendable (Passage, Int) -> Numeral?

    /// In the order of trial; the first that reads wins.
    static let all: [NumeralRule] = [
        NumeralRule(name: .numberDigits, form: .digits, read: DigitNumerals.read),
        NumeralRule(
            name: .numberFraction, classes: [.half, .quarter, .article, .ones, .teen, .tens, .hundred],
            read: FractionNumerals.read),
        NumeralRule(
            name: .numberVague, classes: [.vague, .several, .couple, .article], read: VagueNumerals.read),
        NumeralRule(
            name: .numberMultiple, classes: [.twice, .double, .multiplied, .halved, .fold], read: MultipleNumerals.read),
        NumeralRule(name: .rangeDecade, form: .opaque, classes: .decade, read: DecadeNumerals.read),
        NumeralRule(
            name: .numberWords, classes: [.ones, .teen, .tens, .hundred, .magnitude, .dozen, .article],
            read: WordNumerals.read),
    ]

    /// - Parameter index: of an atom, or of the end of the passage, where there is none.
    static func read(_ passage: Passage, _ index: Int) -> Numeral? {
        guard index < passage.atoms.count, passage.atoms[index].openings.hasAny(.numeral) else { return nil }
        let atom = passage.atoms[index]
        // "a" begins few numerals and very many phrases.
        if !atom.classes.hasAny(.startsNumeralAlone), atom.form == .word, !mayFollowArticle(passage, index + 1) {
            return nil
        }
        // By index: a rule that is copied is counted up and down.
        for rule in all.indices where all[rule].form == atom.form || atom.classes.hasAny(all[rule].classes) {
            if var numeral = all[rule].read(passage, index) {
                numeral.rule = all[rule].name
                return numeral
            }
        }
        return nil
    }

    private static func mayFollowArticle(_ passage: Passage, _ index: Int) -> Bool {
        passage.has(index, .afterArticle) || passage.is(index, .opaque)
    }
}
