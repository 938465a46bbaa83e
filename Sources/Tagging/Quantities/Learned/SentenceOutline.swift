import Linguistics
import TextModel

/// The verbs, nouns and marks of one sentence by its tags, laid out so that what stands between two tokens is one
/// subtraction.
///
/// A class: the features of each choice hold it.
final class SentenceOutline {
    let view: WordView
    let verbs: [VerbRun]
    /// The last token of each run of nouns, pronouns, and what stands for a noun ("the lowest", "most of them"); not
    /// "company" of "the company's".
    let nominals: [Int32]
    private let counts: [SIMD8<Int32>]

    var sentence: Range<Int> { view.sentence }
    private var tags: PartsOfSpeech { view.reading.tags }

    /// How many of each stand between two places.
    struct Between {
        fileprivate var counts: SIMD8<Int32> = .zero

        var verbs: Int32 { counts[0] }
        var nominals: Int32 { counts[1] }
        var commas: Int32 { counts[2] }
        var marks: Int32 { counts[3] }
        /// Words that open a clause: "that", "which", "if".
        var openers: Int32 { counts[4] }
        var coordinators: Int32 { counts[5] }
        var prepositions: Int32 { counts[6] }

        // Computed, since a stored one is asked for at each use whether it is there.
        fileprivate static var verb: SIMD8<Int32> { SIMD8(1, 0, 0, 0, 0, 0, 0, 0) }
        fileprivate static var nominal: SIMD8<Int32> { SIMD8(0, 1, 0, 0, 0, 0, 0, 0) }
        fileprivate static var comma: SIMD8<Int32> { SIMD8(0, 0, 1, 0, 0, 0, 0, 0) }
        fileprivate static var mark: SIMD8<Int32> { SIMD8(0, 0, 0, 1, 0, 0, 0, 0) }
        fileprivate static var opener: SIMD8<Int32> { SIMD8(0, 0, 0, 0, 1, 0, 0, 0) }
        fileprivate static var coordinator: SIMD8<Int32> { SIMD8(0, 0, 0, 0, 0, 1, 0, 0) }
        fileprivate static var preposition: SIMD8<Int32> { SIMD8(0, 0, 0, 0, 0, 0, 1, 0) }
    }

    /// - Complexity: O(*n*) in the sentence's tokens.
    init(_ reading: Reading, sentence: Range<Int>) {
        view = WordView(reading: reading, sentence: sentence)
        let tags = reading.tags
        var verbs: [VerbRun] = []
        verbs.reserveCapacity(sentence.count / 4 + 1)
        var nominals: [Int32] = []
        nominals.reserveCapacity(sentence.count / 3 + 1)
        counts = [SIMD8<Int32>](unsafeUninitializedCapacity: sentence.count + 1) { counts, count in
            var now = SIMD8<Int32>.zero
            var end = sentence.lowerBound
            for token in sentence {
                counts.initializeElement(at: token - sentence.lowerBound, to: now)
                let penn = tags.penn[token]
                if token >= end, penn.isVerb || penn == .modal || penn == .to,
                    let run = Self.verbRun(tags, at: token, sentence)
                {
                    verbs.append(run)
                    end = run.tokens.upperBound
                }
                if token < end, token == end - 1 { now &+= Between.verb }
                if Self.isNominal(reading, token, sentence) {
                    nominals.append(Int32(token))
                    now &+= Between.nominal
                }
                switch tags.universal[token] {
                case .punctuation: now &+= reading.kind(token) == .comma ? Between.comma : Between.mark
                case .subordinator: now &+= Between.opener
                case .coordinator: now &+= Between.coordinator
                case .adposition: now &+= Between.preposition
                default: if penn.opensRelativeClause { now &+= Between.opener }
                }
            }
            counts.initializeElement(at: sentence.count, to: now)
            count = sentence.count + 1
        }
        self.verbs = verbs
        self.nominals = nominals
    }

    /// What stands from one token up to another; nothing where the first is not before the second.
    @inline(__always)
    func between(_ start: Int, _ end: Int) -> Between {
        guard start < end, sentence.lowerBound <= start, end <= sentence.upperBound else { return Between() }
        return Between(counts: counts[end - sentence.lowerBound] &- counts[start - sentence.lowerBound])
    }

    @inline(__always)
    private static func isNominal(_ reading: Reading, _ token: Int, _ sentence: Range<Int>) -> Bool {
        switch reading.tags.universal[token] {
        case .noun, .properNoun:
            let next = tag(reading, token + 1, sentence)
            return !next.isNoun && next != .possessiveEnding
        case .pronoun: return reading.tags.penn[token] != .possessivePronoun
        case .adjective, .determiner: return standsForNoun(reading, token, sentence)
        default: return false
        }
    }

    /// "the lowest is", "many of them"
    private static func standsForNoun(_ reading: Reading, _ token: Int, _ sentence: Range<Int>) -> Bool {
        let next = tag(reading, token + 1, sentence)
        if next == .preposition { return reading.reads(token + 1, "of") }
        return next.isFinite && reading.tags.universal[token] == .adjective && token > sentence.lowerBound
            && reading.tags.penn[token - 1] == .determiner
    }

    @inline(__always)
    private static func tag(_ reading: Reading, _ token: Int, _ sentence: Range<Int>) -> PennTag {
        token < sentence.upperBound ? reading.tags.penn[token] : .unknown
    }

    private static func verbRun(_ tags: PartsOfSpeech, at token: Int, _ sentence: Range<Int>) -> VerbRun? {
        let first = tags.penn[token]
        var predicate = token
        var isOpen = !first.isVerb || tags.universal[token] == .auxiliary
        var index = token + 1
        while isOpen, index < sentence.upperBound, index - token < 12 {
            let tag = tags.penn[index]
            if tag.isVerb {
                predicate = index
                isOpen = tags.universal[index] == .auxiliary
            } else if !isBetween(tags, index) {
                break
            }
            index += 1
        }
        guard tags.penn[predicate].isVerb else { return nil }
        return VerbRun(from: token, to: predicate, isFinite: first.isFinite)
    }

    /// An adverb or "not" may stand inside a run.
    private static func isBetween(_ tags: PartsOfSpeech, _ token: Int) -> Bool {
        tags.universal[token] == .adverb || tags.universal[token] == .particle
    }

    /// The verb right before one that shares its subject: "wants" for "to hire" in "wants to hire", "keeps" in "keeps
    /// running"; nil for a verb with a subject of its own.
    func governor(of run: VerbRun) -> VerbRun? {
        let first = run.tokens.lowerBound
        guard tags.penn[first] == .to || tags.penn[first] == .gerund, let before = lastVerb(before: first),
            before.tokens.upperBound == first
        else { return nil }
        return before
    }

    /// The verb whose subject a verb shares; itself where it has its own.
    func controller(of run: VerbRun) -> VerbRun {
        var run = run
        for _ in 0..<Self.longestChain {
            guard let governor = governor(of: run) else { break }
            run = governor
        }
        return run
    }

    /// No longer chain of verbs is followed.
    static let longestChain = 4

    // MARK: Phrases

    /// A noun with the words before it that belong to it, without determiners and possessors' marks at its beginning.
    func core(of head: Int) -> Range<Int> { coreStart(phraseStart(of: head), head)..<head + 1 }

    /// - Parameter start: of the phrase.
    func coreStart(_ start: Int, _ head: Int) -> Int {
        var start = start
        while start < head, isOpening(start) { start += 1 }
        return start
    }

    /// The noun phrase that begins at a token, or behind an "of" there, without determiners; nil when there is none.
    func phrase(behind token: Int) -> Range<Int>? {
        var start = token
        // "12 out of its 14 districts"
        if start + 1 < sentence.upperBound, view.reading.reads(start, "out"), view.reading.reads(start + 1, "of") {
            start += 1
        }
        if start < sentence.upperBound, view.reading.reads(start, "of") { start += 1 }
        while start < sentence.upperBound, isOpening(start) { start += 1 }
        var end = start
        var head: Int?
        while end < sentence.upperBound, end - start < Self.longestPhrase,
            mayModify(end) || tags.penn[end] == .gerund || tags.penn[end] == .participle || joinsAdjectives(end)
        {
            if tags.penn[end].isNoun, !isTime(end) { head = end }
            end += 1
        }
        return head.map { start..<$0 + 1 }
    }

    /// "digital and physical sales"
    private func joinsAdjectives(_ token: Int) -> Bool {
        tags.universal[token] == .coordinator && token + 1 < sentence.upperBound
            && tags.universal[token - 1] == .adjective && tags.universal[token + 1] == .adjective
    }

    /// A verb's subject: the noun's phrase, with the phrases of prepositions and "and …" behind it that lead up to the verb.
    func subject(_ head: Int, before verb: Int) -> Range<Int> {
        let start = phraseStart(of: head)
        let between = head + 1..<max(head + 1, verb)
        // "Hague, 44" has no number behind it.
        let isWhole =
            between.count <= Self.longestModifier && between.allSatisfy(mayFollow)
            && between.first.map { tags.universal[$0] != .numeral } ?? true
            && between.last.map { tags.universal[$0] != .adposition && tags.universal[$0] != .coordinator } ?? true
        let phrase = start..<(isWhole ? between.upperBound : head + 1)
        guard let joined = joinedPhrase(before: phrase) ?? joinedPhrase(behind: phrase), opensClause(joined.lowerBound)
        else { return phrase }
        return joined
    }

    /// "CN and CP" before a verb, of which the phrase is the first.
    private func joinedPhrase(behind phrase: Range<Int>) -> Range<Int>? {
        let link = phrase.upperBound
        guard link < sentence.upperBound, view.reading.reads(link, "and") else { return nil }
        let next = nominals.partitioningIndex { Int($0) > link }
        guard next < nominals.count, phraseStart(of: Int(nominals[next])) == link + 1 else { return nil }
        let end = Int(nominals[next]) + 1
        let verb = verbs.partitioningIndex { $0.tokens.lowerBound >= end }
        return verb < verbs.count && verbs[verb].tokens.lowerBound == end ? phrase.lowerBound..<end : nil
    }

    /// Whether a clause begins at a token: the sentence, or a mark or conjunction before it.
    private func opensClause(_ token: Int) -> Bool {
        guard token > sentence.lowerBound else { return true }
        let before = tags.universal[token - 1]
        return before == .punctuation || before == .subordinator
    }

    /// Whether a preposition leads in a noun's phrase: "in a decade".
    func isComplement(_ head: Int) -> Bool {
        let before = phraseStart(of: head) - 1
        // "as the reward rises", "with prices rising" lead in clauses, whatever their tags.
        return sentence.contains(before) && tags.universal[before] == .adposition
            && !view.reading.has(before, .subordinator) && !view.reading.readsAny(before, ["with", "for", "than"])
    }

    /// What stands behind a copula, as the parse has it: "expensive" for "is" in "is very expensive", the noun in "is the
    /// new mayor"; otherwise the verb.
    func predicate(of run: VerbRun) -> Int {
        guard tags.universal[run.predicate] == .auxiliary else { return run.predicate }
        var token = run.tokens.upperBound
        while token < sentence.upperBound, token - run.tokens.upperBound < Self.longestPhrase,
            mayModify(token)
                || tags.universal[token] == .adverb || tags.universal[token] == .particle
        { token += 1 }
        let last = token - 1
        return last > run.predicate
            && (tags.penn[last].isNoun || tags.universal[last] == .adjective || tags.penn[last] == .cardinal)
            ? last : run.predicate
    }

    /// The noun phrase that ends nearest before a token and is no part of an amount.
    func nounBefore(_ token: Int, besides amounts: [Range<Int>]) -> Range<Int>? {
        let lower = max(sentence.lowerBound, token - Self.farthestNoun)
        for index in (lower..<max(lower, token)).reversed()
        where tags.penn[index].isNoun && !isTime(index) && !isWithin(amounts, index) {
            return core(of: holder(of: index))
        }
        return nil
    }

    /// The noun before the preposition that leads in a place: "villa" for "Paris" in "a villa in Paris, $8 million".
    private func holder(of head: Int) -> Int {
        let link = phraseStart(of: head) - 1
        guard link > sentence.lowerBound, tags.universal[link] == .adposition,
            view.reading.readsAny(link, ["in", "at", "near", "on"]), tags.penn[link - 1].isNoun
        else { return head }
        return link - 1
    }

    /// Whether a noun is a time: "decades", "Monday"; but not "May" of "Theresa May".
    func isTime(_ head: Int) -> Bool {
        (view.reading.has(head, .anyTime)
            || tags.penn[head] == .pluralNoun && TimeNouns.shared.holds(view.form(head)))
            && !(tags.universal[head] == .properNoun && head > sentence.lowerBound
                && tags.universal[head - 1] == .properNoun)
    }

    /// A noun with all that belongs to its name: "the Bank of England".
    func namedPhrase(of head: Int) -> Range<Int> {
        var end = head + 1
        while end < sentence.upperBound, end - head < Self.longestPhrase, view.reading.reads(end, "of") {
            let next = nominals.partitioningIndex { Int($0) > end }
            guard next < nominals.count, phraseStart(of: Int(nominals[next])) == end + 1 else { break }
            end = Int(nominals[next]) + 1
        }
        return phraseStart(of: head)..<end
    }

    /// "CN and CP", of which the phrase is the second; nil for a phrase that is not joined to one before it.
    func joinedPhrase(before phrase: Range<Int>) -> Range<Int>? {
        let link = phrase.lowerBound - 1
        guard link > sentence.lowerBound, view.reading.reads(link, "and"),
            tags.penn[link - 1].isNoun
        else { return nil }
        return phraseStart(of: link - 1)..<phrase.upperBound
    }

    /// Whether one of the ranges, which are sorted and disjoint, holds a token.
    func isWithin(_ ranges: [Range<Int>], _ token: Int) -> Bool {
        let next = ranges.partitioningIndex { $0.upperBound > token }
        return next < ranges.count && ranges[next].contains(token)
    }

    /// The place named behind a number and what it counts: "12 people in Oslo".
    func place(after number: Range<Int>) -> Range<Int>? {
        var first = number.upperBound
        while first < sentence.upperBound, first - number.upperBound < Self.longestPhrase, mayModify(first),
            tags.universal[first] != .properNoun
        {
            first += 1
        }
        guard first < sentence.upperBound, tags.universal[first] == .adposition,
            view.reading.readsAny(first, ["in", "at", "near", "across", "outside"])
        else { return nil }
        first += 1
        var end = first
        while end < sentence.upperBound, end - first < Self.longestPhrase, tags.universal[end] == .properNoun {
            end += 1
        }
        return end > first ? first..<end : nil
    }

    /// In tokens.
    private static let longestModifier = 24, longestPhrase = 16, farthestNoun = 10

    /// Where the phrase of a noun begins, with its determiner.
    func phraseStart(of head: Int) -> Int {
        guard tags.universal[head] != .pronoun else { return head }
        var start = head
        while start > sentence.lowerBound, head - start < Self.longestPhrase, mayModify(start - 1) {
            // "At 2:30 the crash": a phrase begins with its determiner; "all the people" with both.
            if isDeterminer(start), tags.penn[start - 1] != .predeterminer { break }
            start -= 1
        }
        return start
    }

    private func isDeterminer(_ token: Int) -> Bool {
        tags.penn[token] == .determiner || tags.penn[token] == .possessivePronoun
    }

    private func mayModify(_ token: Int) -> Bool {
        let tag = tags.penn[token]
        return tag.isNoun || tags.universal[token] == .adjective || tag == .determiner || tag == .predeterminer
            || tag == .possessivePronoun || tag == .possessiveEnding || tag == .cardinal || tag == .dollar
    }

    private func mayFollow(_ token: Int) -> Bool {
        switch tags.universal[token] {
        case .adposition, .coordinator: true
        default: mayModify(token)
        }
    }

    private func isOpening(_ token: Int) -> Bool {
        switch tags.penn[token] {
        case .determiner, .predeterminer, .possessivePronoun, .possessiveEnding: true
        default: false
        }
    }
}

extension PennTag {
    var isFinite: Bool {
        switch self {
        case .past, .present, .thirdPerson, .modal: true
        default: false
        }
    }

    var isPlural: Bool { self == .pluralNoun || self == .pluralProperNoun }

    var opensRelativeClause: Bool {
        switch self {
        case .whDeterminer, .whPronoun, .whPossessive, .whAdverb: true
        default: false
        }
    }
}
