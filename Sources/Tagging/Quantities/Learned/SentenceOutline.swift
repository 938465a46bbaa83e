import Linguistics
import TextModel

/// A verb with the auxiliaries and adverbs before it: "has not been told", "to sell", "is".
struct VerbRun: Equatable {
    var tokens: Range<Int>
    /// The last verb.
    var predicate: Int
    /// Whether it begins with a modal verb or a form that agrees with a subject.
    var isFinite: Bool
}

/// The verbs, nouns and marks of one sentence by its tags, laid out so that what stands between two tokens is one
/// subtraction.
struct SentenceOutline {
    let view: WordView
    let verbs: [VerbRun]
    /// The last token of each run of nouns, and pronouns; not "company" of "the company's".
    let nominals: [Int32]
    private let counts: [Between]

    var sentence: Range<Int> { view.sentence }
    private var tags: PartsOfSpeech { view.reading.tags }

    /// How many of each stand between two places.
    struct Between {
        var verbs: Int32 = 0, nominals: Int32 = 0, commas: Int32 = 0, marks: Int32 = 0
        /// Words that open a clause: "that", "which", "if".
        var openers: Int32 = 0
        var coordinators: Int32 = 0, prepositions: Int32 = 0

        static func - (left: Between, right: Between) -> Between {
            Between(
                verbs: left.verbs - right.verbs, nominals: left.nominals - right.nominals,
                commas: left.commas - right.commas, marks: left.marks - right.marks,
                openers: left.openers - right.openers, coordinators: left.coordinators - right.coordinators,
                prepositions: left.prepositions - right.prepositions)
        }
    }

    /// - Complexity: O(*n*) in the sentence's tokens.
    init(_ reading: Reading, sentence: Range<Int>) {
        view = WordView(reading: reading, sentence: sentence)
        var verbs: [VerbRun] = []
        var nominals: [Int32] = []
        var counts: [Between] = []
        counts.reserveCapacity(sentence.count + 1)
        var now = Between()
        var end = sentence.lowerBound
        for token in sentence {
            counts.append(now)
            if token >= end, let run = Self.verbRun(reading.tags, at: token, sentence) {
                verbs.append(run)
                end = run.tokens.upperBound
            }
            if token < end, let last = verbs.last, token == last.predicate { now.verbs += 1 }
            if Self.isNominal(reading, token, sentence) {
                nominals.append(Int32(token))
                now.nominals += 1
            }
            switch reading.tags.universal[token] {
            case .punctuation: if reading.kind(token) == .comma { now.commas += 1 } else { now.marks += 1 }
            case .subordinator: now.openers += 1
            case .coordinator: now.coordinators += 1
            case .adposition: now.prepositions += 1
            default: if reading.tags.penn[token].opensRelativeClause { now.openers += 1 }
            }
        }
        counts.append(now)
        self.verbs = verbs
        self.nominals = nominals
        self.counts = counts
    }

    /// What stands from one token up to another; nothing where the first is not before the second.
    func between(_ start: Int, _ end: Int) -> Between {
        guard start < end, sentence.lowerBound <= start, end <= sentence.upperBound else { return Between() }
        return counts[end - sentence.lowerBound] - counts[start - sentence.lowerBound]
    }

    private static func isNominal(_ reading: Reading, _ token: Int, _ sentence: Range<Int>) -> Bool {
        let next = token + 1 < sentence.upperBound ? reading.tags.penn[token + 1] : .unknown
        switch reading.tags.universal[token] {
        case .noun, .properNoun: return !next.isNoun && next != .possessiveEnding
        case .pronoun: return reading.tags.penn[token] != .possessivePronoun
        default: return false
        }
    }

    private static func verbRun(_ tags: PartsOfSpeech, at token: Int, _ sentence: Range<Int>) -> VerbRun? {
        let first = tags.penn[token]
        guard first.isVerb || first == .modal || first == .to else { return nil }
        var predicate = token
        var isOpen = first == .modal || first == .to || tags.universal[token] == .auxiliary
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
        return VerbRun(tokens: token..<predicate + 1, predicate: predicate, isFinite: first.isFinite)
    }

    /// An adverb or "not" may stand inside a run.
    private static func isBetween(_ tags: PartsOfSpeech, _ token: Int) -> Bool {
        tags.universal[token] == .adverb || tags.universal[token] == .particle
    }

    /// The verb whose subject a verb shares: "wants" for "to hire" in "wants to hire".
    func controller(of run: VerbRun) -> VerbRun {
        var run = run
        for _ in 0..<4 where tags.penn[run.tokens.lowerBound] == .to {
            guard let before = lastVerb(before: run.tokens.lowerBound),
                before.tokens.upperBound == run.tokens.lowerBound
            else { break }
            run = before
        }
        return run
    }

    // MARK: Phrases

    /// A noun with the words before it that belong to it, without determiners and possessors' marks at its beginning.
    func core(of head: Int) -> Range<Int> {
        var start = phraseStart(of: head)
        while start < head, isOpening(start) { start += 1 }
        return start..<head + 1
    }

    /// The noun phrase that begins at a token, or behind an "of" there, without determiners; nil when there is none.
    func phrase(behind token: Int) -> Range<Int>? {
        var start = token
        if start < sentence.upperBound, view.reading.reads(start, "of") { start += 1 }
        while start < sentence.upperBound, isOpening(start) { start += 1 }
        var end = start
        var head: Int?
        while end < sentence.upperBound, end - start < Self.longestPhrase,
            mayModify(end) || tags.penn[end] == .gerund || tags.penn[end] == .participle
        {
            if tags.penn[end].isNoun { head = end }
            end += 1
        }
        return head.map { start..<$0 + 1 }
    }

    /// A verb's subject: the noun's phrase, with the phrases of prepositions and "and …" behind it that lead up to the verb.
    func subject(_ head: Int, before verb: Int) -> Range<Int> {
        let start = phraseStart(of: head)
        let between = head + 1..<max(head + 1, verb)
        let isWhole = between.count <= Self.longestModifier && between.allSatisfy(mayFollow)
        return start..<(isWhole ? between.upperBound : head + 1)
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
        where tags.penn[index].isNoun && !view.reading.has(index, .anyTime) && !isWithin(amounts, index) {
            return core(of: index)
        }
        return nil
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

    private func phraseStart(of head: Int) -> Int {
        guard tags.universal[head] != .pronoun else { return head }
        var start = head
        while start > sentence.lowerBound, head - start < Self.longestPhrase, mayModify(start - 1) { start -= 1 }
        return start
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

    var opensRelativeClause: Bool {
        switch self {
        case .whDeterminer, .whPronoun, .whPossessive, .whAdverb: true
        default: false
        }
    }
}
