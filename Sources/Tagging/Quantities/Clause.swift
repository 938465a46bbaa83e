import Linguistics
import TextModel

/// A clause as far as numeric claims need it.
struct Clause {
    var start: Int
    /// Tokens of the subject; nil when the clause has none.
    var subject: Range<Int>?
    /// The first auxiliary or verb; nil before one is seen.
    var verb: Int?
    /// The main verb.
    var predicate: Int?
    var modality: Modality = .asserted
    var negated = false
}

/// Cuts a sentence into clauses and finds their subjects and verbs, from left to right, without a parse.
///
/// A clause begins at the sentence's start, at a subordinating or relative word, at a semicolon or dash, where reported
/// speech begins, and where a second finite verb follows a noun phrase ("officials said North Korea could").
/// - Complexity: O(*n*) in tokens.
final class ClauseReader {
    let article: SegmentedArticle
    let words: Words
    let text: UnsafeBufferPointer<UInt8>
    let vocabulary: QuantityVocabulary
    private(set) var clauses: [Clause] = []
    /// By token of the sentence: its clause.
    private(set) var clauseOfToken: [Int32] = []
    private var sentence = 0..<0
    /// A noun phrase that may be the subject of the next verb, with its prepositional phrases.
    private var nominal: Range<Int>?
    /// The clause that goes on when a relative clause ends, and its waiting noun phrase.
    private var outer: (clause: Int, nominal: Range<Int>?)?
    private var inOpeningPhrase = false
    private var lastWasAuxiliary = false
    private var bracketDepth = 0
    /// A comma stands after the waiting noun phrase: what follows is beside it, until a finite verb comes.
    private var commaAfterNominal = false

    init(
        _ article: SegmentedArticle, _ words: Words, _ text: UnsafeBufferPointer<UInt8>,
        _ vocabulary: QuantityVocabulary
    ) {
        self.article = article
        self.words = words
        self.text = text
        self.vocabulary = vocabulary
    }

    /// - Parameter contentStarts: tokens where reported content begins, in order.
    func read(_ range: Range<Int>, contentStarts: [Int]) {
        sentence = range
        clauses.removeAll(keepingCapacity: true)
        clauses.append(Clause(start: range.lowerBound))
        clauseOfToken.removeAll(keepingCapacity: true)
        nominal = nil
        commaAfterNominal = false
        outer = nil
        inOpeningPhrase = false
        lastWasAuxiliary = false
        bracketDepth = 0
        var next = 0
        for token in range {
            var contentBegins = false
            while next < contentStarts.count, contentStarts[next] <= token {
                contentBegins = true
                next += 1
            }
            if contentBegins, token > range.lowerBound { begin(at: token) }
            step(token)
            clauseOfToken.append(Int32(clauses.count - 1))
        }
    }

    /// The clause of a token; nil outside the sentence that was read last.
    func clause(of token: Int) -> Clause? {
        guard sentence.contains(token) else { return nil }
        return clauses[Int(clauseOfToken[token - sentence.lowerBound])]
    }

    private func step(_ token: Int) {
        let kind = article.tokens.kinds[token]
        switch kind {
        case .openBracket: bracketDepth += 1
        case .closeBracket: bracketDepth = max(0, bracketDepth - 1)
        default: break
        }
        guard bracketDepth == 0 else { return }
        let classes = words.classes[token]
        switch kind {
        case .semicolon, .dash, .colon: begin(at: token)
        case .comma: comma(token)
        case .word, .clitic: word(token, classes)
        case .number, .currency, .percent: extend(token)
        default: break
        }
    }

    private func comma(_ token: Int) {
        if nominal != nil { commaAfterNominal = true }
        if clauses[clauses.count - 1].verb != nil, let outer {
            // ", which has 13,000 workers," ends: the outer clause goes on.
            clauses.append(clauses[outer.clause])
            nominal = outer.nominal
            commaAfterNominal = nominal != nil
            self.outer = nil
        } else if inOpeningPhrase {
            nominal = nil
            commaAfterNominal = false
            inOpeningPhrase = false
        }
        lastWasAuxiliary = false
    }

    private func word(_ token: Int, _ classes: WordClasses) {
        if classes.contains(.negation) {
            clauses[clauses.count - 1].negated = clauses[clauses.count - 1].negated || !classes.contains(.determiner)
            if classes.contains(.determiner) { extend(token) }
            return
        }
        if classes.contains(.relative), !isDeterminer(token, classes) { return relative(token) }
        if classes.contains(.subordinator), !classes.contains(.preposition) || classes.contains(.relative),
            !classes.contains(.adverb)
        {
            return begin(at: token)
        }
        if classes.contains(.modal), classes.contains(.capitalised), token > sentence.lowerBound,
            classes.contains(.month)
        {
            return extend(token)
        }
        if classes.contains(.modal) || (classes.hasAny(.primaryAuxiliary) && isFinite(token)) {
            return verb(token, classes, isAuxiliary: true)
        }
        if classes.hasAny(.primaryAuxiliary) {
            if lastWasAuxiliary { clauses[clauses.count - 1].predicate = token }
            return
        }
        if classes.contains(.coordinator) { return coordinator(token) }
        if classes.contains(.preposition) { return preposition(token) }
        if classes.contains(.adverb), !classes.hasAny(.anyVerbForm) { return }
        if lastWasAuxiliary, isVerbForm(token, classes) {
            clauses[clauses.count - 1].predicate = token
            lastWasAuxiliary = false
            nominal = nil
            commaAfterNominal = false
            return
        }
        if isFiniteVerb(token, classes) { return verb(token, classes, isAuxiliary: false) }
        if classes.contains(.clitic), text[Int(article.tokens.ends[token]) - 1] != UInt8(ascii: "s") {
            return verb(token, classes, isAuxiliary: true)
        }
        if classes.contains(.subjectPronoun), !classes.contains(.relative) {
            nominal = token..<token + 1
            commaAfterNominal = false
            return
        }
        extend(token)
    }

    // MARK: Verbs

    private func verb(_ token: Int, _ classes: WordClasses, isAuxiliary: Bool) {
        if lastWasAuxiliary, isAuxiliary {
            clauses[clauses.count - 1].predicate = token
            return
        }
        let current = clauses.count - 1
        if clauses[current].verb != nil {
            guard let nominal else {
                if !isAuxiliary { clauses[current].predicate = clauses[current].predicate ?? token }
                return
            }
            var clause = Clause(start: nominal.lowerBound)
            clause.subject = nominal
            clauses.append(clause)
            reassign(from: nominal.lowerBound, to: token)
        } else if clauses[current].subject == nil {
            clauses[current].subject = nominal
        }
        let last = clauses.count - 1
        clauses[last].verb = token
        clauses[last].predicate = token
        if let modality = modality(token) { clauses[last].modality = modality }
        lastWasAuxiliary = isAuxiliary
        nominal = nil
        commaAfterNominal = false
        inOpeningPhrase = false
    }

    private func reassign(from start: Int, to end: Int) {
        let clause = Int32(clauses.count - 1)
        for token in max(start, sentence.lowerBound)..<end { clauseOfToken[token - sentence.lowerBound] = clause }
    }

    private func modality(_ token: Int) -> Modality? {
        vocabulary.auxiliaries.modality(in: text, article.tokens.span(token).range)
    }

    private func isFinite(_ token: Int) -> Bool {
        !vocabulary.auxiliaries.isNonFinite(in: text, article.tokens.span(token).range) && !follows("to", token)
    }

    private func follows(_ word: StaticString, _ token: Int) -> Bool {
        guard token > sentence.lowerBound else { return false }
        return spells(article.tokens.span(token - 1).range, word)
    }

    private func isVerbForm(_ token: Int, _ classes: WordClasses) -> Bool {
        if classes.hasAny(.anyVerbForm) { return true }
        let range = article.tokens.span(token).range
        if let word = vocabulary.word(ofForm: words.forms[token]),
            vocabulary.classes(of: word).hasAny([.verb, .changeVerb, .multiplied])
        {
            return true
        }
        if !classes.contains(.plural), ends(range, "ed") || ends(range, "ing") || ends(range, "en") { return true }
        // After a modal any plain word is the verb.
        return clauses[clauses.count - 1].modality != .asserted && classes.isEmpty
    }

    private func isFiniteVerb(_ token: Int, _ classes: WordClasses) -> Bool {
        if commaAfterNominal, nominal != nil, clauses[clauses.count - 1].verb == nil, follows(",", token) {
            return isFiniteForm(token, classes)
        }
        guard let nominal, nominal.upperBound == token, !classes.contains(.capitalised) || token == sentence.lowerBound
        else {
            return continuesSubject(token, classes)
        }
        if token > sentence.lowerBound, words.classes[token - 1].hasAny(.beforeNoun) {
            return false
        }
        // "He owns": after a pronoun any plain word is the verb.
        if token > sentence.lowerBound, words.classes[token - 1].contains(.subjectPronoun),
            !words.classes[token - 1].contains(.relative),
            classes.isEmpty || classes.hasAny(.finiteForm)
        {
            return true
        }
        return isFiniteForm(token, classes)
    }

    /// "rose 3% and fell 2%": a verb right after a coordinator.
    private func continuesSubject(_ token: Int, _ classes: WordClasses) -> Bool {
        guard token > sentence.lowerBound, words.classes[token - 1].hasAny(.beforeSharedVerb),
            nominal == nil
        else { return false }
        return isFiniteForm(token, classes)
    }

    private func isFiniteForm(_ token: Int, _ classes: WordClasses) -> Bool {
        // "11 million undocumented immigrants"
        if token > sentence.lowerBound, isNumber(token - 1), ends(article.tokens.span(token).range, "ed") {
            return false
        }
        if classes.contains(.past) { return true }
        let range = article.tokens.span(token).range
        if let word = vocabulary.word(ofForm: words.forms[token]) {
            let known = vocabulary.classes(of: word)
            if known.hasAny(.startsNumeral.subtracting(.multiplied)) { return false }
            if known.hasAny([.verb, .multiplied]) { return true }
            if known.contains(.thirdPerson), takesObject(token) { return true }
            if known.contains(.changeVerb), !known.contains(.changeNoun) { return !ends(range, "ing") }
        }
        if classes.contains(.thirdPerson), !classes.hasAny(.nounInS) { return true }
        return ends(range, "ed") && range.count > 4
    }

    /// "Carl owns 5 cars", not "cargo ships": a form in -s is a verb after a singular noun and before what begins an object.
    private func takesObject(_ token: Int) -> Bool {
        guard clauses[clauses.count - 1].verb == nil, token > sentence.lowerBound, token + 1 < sentence.upperBound,
            !ends(article.tokens.span(token - 1).range, "s")
        else { return false }
        return isNumber(token + 1) || words.classes[token + 1].hasAny(.possessiveOrDeterminer)
    }

    private func ends(_ range: Range<Int>, _ ending: StaticString) -> Bool {
        range.count > ending.utf8CodeUnitCount
            && spells(range.upperBound - ending.utf8CodeUnitCount..<range.upperBound, ending)
    }

    private func spells(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count where text[range.lowerBound + offset] != word.utf8Start[offset] { return false }
        return true
    }

    // MARK: Boundaries

    private func begin(at token: Int) {
        clauses.append(Clause(start: token))
        nominal = nil
        commaAfterNominal = false
        outer = nil
        inOpeningPhrase = false
        lastWasAuxiliary = false
    }

    /// "which has 13,000 workers": its subject is what stands before.
    private func relative(_ token: Int) {
        let antecedent = nominal
        let waiting = clauses[clauses.count - 1].verb == nil ? (clauses.count - 1, nominal) : nil
        begin(at: token)
        if !follows("that", token + 1) { clauses[clauses.count - 1].subject = antecedent }
        outer = waiting.map { (clause: $0.0, nominal: $0.1) }
    }

    /// "that", "which" and "what" before a noun: "that report said".
    private func isDeterminer(_ token: Int, _ classes: WordClasses) -> Bool {
        classes.contains(.determiner) && token == sentence.lowerBound
    }

    private func coordinator(_ token: Int) {
        if let nominal, clauses[clauses.count - 1].verb == nil {
            self.nominal = nominal.lowerBound..<token + 1
        } else if clauses[clauses.count - 1].verb != nil {
            let subject = clauses[clauses.count - 1].subject
            // A new predicate of the same subject, until a noun phrase and a verb say otherwise.
            var clause = clauses[clauses.count - 1]
            clause.subject = subject
            nominal = nil
            commaAfterNominal = false
            clauses[clauses.count - 1] = clause
        }
        lastWasAuxiliary = false
    }

    private func preposition(_ token: Int) {
        if nominal == nil, clauses[clauses.count - 1].verb == nil {
            // "Over 300 people", "Between 10,000 and 12,000 troops" are subjects.
            guard !isNumber(token + 1) else { return extend(token) }
            inOpeningPhrase = true
        }
        if clauses[clauses.count - 1].verb != nil {
            nominal = nil
            commaAfterNominal = false
        } else {
            extend(token)
        }
        lastWasAuxiliary = false
    }

    private func isNumber(_ token: Int) -> Bool {
        guard token < sentence.upperBound else { return false }
        if article.tokens.kinds[token] == .number || article.tokens.kinds[token] == .currency { return true }
        guard let word = vocabulary.word(ofForm: words.forms[token]) else { return false }
        return vocabulary.classes(of: word).hasAny([.ones, .teen, .tens, .magnitude])
    }

    private func extend(_ token: Int) {
        lastWasAuxiliary = false
        if commaAfterNominal, nominal != nil, clauses[clauses.count - 1].verb == nil { return }
        if let open = nominal,
            open.upperBound == token
                || (clauses[clauses.count - 1].verb == nil && !inOpeningPhrase && open.upperBound + 1 >= token)
        {
            nominal = open.lowerBound..<token + 1
        } else if inOpeningPhrase, words.classes[token].contains(.preposition) {
            return
        } else if clauses[clauses.count - 1].verb == nil, let open = nominal, !inOpeningPhrase {
            nominal = open
        } else {
            nominal = token..<token + 1
        }
    }
}
