/// An article with what Tagging found in it.
public struct TaggedArticle: Sendable {
    public var segmented: SegmentedArticle
    /// Sorted by content start; an outer attribution comes before those inside it.
    public var attributions: [Attribution]
    /// Sorted by span.
    public var claims: [NumericClaim]
    /// In order of first mention.
    public var speakers: [Speaker]

    public init(
        segmented: SegmentedArticle, attributions: [Attribution] = [],
        claims: [NumericClaim] = [], speakers: [Speaker] = []
    ) {
        self.segmented = segmented
        self.attributions = attributions
        self.claims = claims
        self.speakers = speakers
    }

    @inlinable public var article: Article { segmented.article }
}

/// A source, cue, content relation (PARC 3.0 roles; Pareti 2016).
public struct Attribution: Hashable, Sendable {
    public var contentType: ContentType
    public var attitude: Attitude
    /// What is said, believed, known or meant; one span a piece, in text order, quotation marks included.
    public var content: [Span]
    /// The words that attribute: "said", "according to", "a report that".
    public var cue: [Span]
    /// The dictionary form of the cue's main word: "say".
    public var cueLemma: String
    public var cueKind: CueKind
    /// Whose it is, as the text names it; empty when the text does not say.
    public var source: [Span]
    public var sourceKind: SourceKind
    /// Index into `TaggedArticle.speakers`; nil when the source could not be resolved.
    public var speaker: Int?
    /// "did not say that …".
    public var negated: Bool
    /// When it was said, as the text has it: "Monday".
    public var saidTime: Span?
    /// Index of the attribution whose content this one stands in.
    public var parent: Int?
    /// An intermediate source: "citing three senior officials".
    public var via: Span?
    /// Index of the sentence that holds the cue, or else the content's start.
    public var sentence: Int
    /// 0 to 1: how often rows of this rule were right on held-out articles.
    public var confidence: Double
    /// The name of the rule or model that found it, for `sayso explain`.
    public var rule: String

    public init(
        contentType: ContentType, attitude: Attitude = .statement, content: [Span],
        cue: [Span] = [], cueLemma: String = "", cueKind: CueKind = .other, source: [Span] = [],
        sourceKind: SourceKind = .none, speaker: Int? = nil, negated: Bool = false,
        saidTime: Span? = nil, parent: Int? = nil, via: Span? = nil, sentence: Int,
        confidence: Double, rule: String
    ) {
        self.contentType = contentType
        self.attitude = attitude
        self.content = content
        self.cue = cue
        self.cueLemma = cueLemma
        self.cueKind = cueKind
        self.source = source
        self.sourceKind = sourceKind
        self.speaker = speaker
        self.negated = negated
        self.saidTime = saidTime
        self.parent = parent
        self.via = via
        self.sentence = sentence
        self.confidence = confidence
        self.rule = rule
    }

    /// Whether it is also a row of the quotes table: a statement with its words.
    @inlinable public var isQuote: Bool { attitude == .statement }
}

public enum ContentType: String, CaseIterable, Sendable {
    /// All inside quotation marks.
    case direct
    /// Partly inside quotation marks.
    case mixed
    /// Reported speech.
    case indirect
}

public enum Attitude: String, CaseIterable, Sendable {
    case statement, belief, knowledge, intention, other
}

public enum CueKind: String, CaseIterable, Sendable {
    case verb, noun, preposition, punctuation, other
}

public enum SourceKind: String, CaseIterable, Sendable {
    case person, organization
    case unnamedPerson = "unnamed_person"
    case unnamedGroup = "unnamed_group"
    case document, pronoun, none
}

/// Somebody or something that speaks in the article: a resolved source.
public struct Speaker: Hashable, Sendable {
    /// The fullest mention: "Maria Elena Ruiz".
    public var name: Span
    /// Never `.pronoun` or `.none`.
    public var kind: SourceKind
    /// "White House Press Secretary".
    public var role: Span?
    /// "RIA", "the University of Leeds".
    public var affiliation: Span?
    /// Every mention that was resolved to this speaker, sorted.
    public var mentions: [Span]

    public init(
        name: Span, kind: SourceKind, role: Span? = nil, affiliation: Span? = nil,
        mentions: [Span] = []
    ) {
        self.name = name
        self.kind = kind
        self.role = role
        self.affiliation = affiliation
        self.mentions = mentions
    }
}

/// A number that somebody claims, with its reading.
public struct NumericClaim: Hashable, Sendable {
    /// The whole expression: "between five and eight", "at least one", "$1.2bn".
    public var span: Span
    /// One value; nil for a range or a one-sided bound.
    public var value: DecimalNumber?
    public var low: DecimalNumber?
    public var high: DecimalNumber?
    public var bound: Bound
    public var kind: QuantityKind
    public var change: Change
    /// Normalised: "percent", "USD", "kilometre", "day"; empty when a noun is counted.
    public var unit: String
    public var unitSurface: Span?
    /// The noun phrase that is counted, "new nuclear weapons", or measured: "driving range".
    public var counted: Span?
    /// The clause's subject, "North Korea", or what it means if it is a pronoun: then it may stand in another sentence.
    public var subject: Span?
    /// The clause's main verb, as it stands: "produce".
    public var predicate: Span?
    public var modality: Modality
    public var negated: Bool
    public var time: Span?
    /// ISO 8601 dates, both inclusive; nil when the text and the article's date do not settle them.
    public var timeStart: String?
    public var timeEnd: String?
    /// Where it is so, when the text names the place: "Asia".
    public var place: Span?
    /// The base unit of the unit's dimension: "metre"; nil for money, counts and units of no fixed size.
    public var baseUnit: String?
    /// `value`, `low` and `high` in the base unit, to 15 digits.
    public var baseValue: DecimalNumber?
    public var baseLow: DecimalNumber?
    public var baseHigh: DecimalNumber?
    /// Subject, counted, unit and dates in lemmas, between bars, for comparison with other claims: bars alone where none is known.
    public var normalForm: String
    /// Index of the innermost attribution whose content holds the claim.
    public var attribution: Int?
    /// Whose claim it is: that attribution's source, or the document that its cue names ("a July report that …").
    public var source: Span?
    public var confidence: Double
    public var rule: String

    public init(
        span: Span, value: DecimalNumber? = nil, low: DecimalNumber? = nil,
        high: DecimalNumber? = nil, bound: Bound = .exact, kind: QuantityKind = .count,
        change: Change = .none, unit: String = "", unitSurface: Span? = nil, counted: Span? = nil,
        subject: Span? = nil, predicate: Span? = nil, modality: Modality = .asserted,
        negated: Bool = false, time: Span? = nil, timeStart: String? = nil, timeEnd: String? = nil,
        place: Span? = nil, baseUnit: String? = nil, baseValue: DecimalNumber? = nil, baseLow: DecimalNumber? = nil,
        baseHigh: DecimalNumber? = nil, normalForm: String = "|||", attribution: Int? = nil, source: Span? = nil,
        confidence: Double, rule: String
    ) {
        self.span = span
        self.value = value
        self.low = low
        self.high = high
        self.bound = bound
        self.kind = kind
        self.change = change
        self.unit = unit
        self.unitSurface = unitSurface
        self.counted = counted
        self.subject = subject
        self.predicate = predicate
        self.modality = modality
        self.negated = negated
        self.time = time
        self.timeStart = timeStart
        self.timeEnd = timeEnd
        self.place = place
        self.baseUnit = baseUnit
        self.baseValue = baseValue
        self.baseLow = baseLow
        self.baseHigh = baseHigh
        self.normalForm = normalForm
        self.attribution = attribution
        self.source = source
        self.confidence = confidence
        self.rule = rule
    }
}

public enum Bound: String, CaseIterable, Sendable {
    case exact
    case atLeast = "at_least"
    case moreThan = "more_than"
    case atMost = "at_most"
    case lessThan = "less_than"
    /// "about 60"; "about 50 to 60" has low and high.
    case about
    /// "between five and eight": low and high.
    case range
    /// "one or two": low and high are the alternatives.
    case either
}

public enum QuantityKind: String, CaseIterable, Sendable {
    case count, percent, money, measure, duration, ratio, multiple, rate, score
}

public enum Change: String, CaseIterable, Sendable {
    case up, down, none
}

public enum Modality: String, CaseIterable, Sendable {
    case asserted, could, may, might, can, will, would, should, must
}
