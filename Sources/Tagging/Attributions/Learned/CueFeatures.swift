import Linguistics
import TextModel

/// The features that tell whether a word is a cue. They need no parse: what they find decides what is parsed.
struct CueFeatures {
    private let view: WordView
    private let reading: Reading
    /// Whether any quotation mark stands in the sentence.
    private let hasQuotes: Bool

    init(_ reading: Reading, _ sentence: Range<Int>) {
        view = WordView(reading: reading, sentence: sentence)
        self.reading = reading
        hasQuotes = sentence.contains { reading.kind($0) == .openQuote || reading.kind($0) == .closeQuote }
    }

    /// - Parameters:
    ///   - estimate: how often the word attributes in its frame; `parenthetical` how often it does at a clause's edge.
    ///   - previous: the candidate before it in the sentence, with its estimate.
    func visit<Visitor: FeatureVisitor>(
        _ cue: CueCandidate, estimate: Double, parenthetical: Double, after previous: (CueCandidate, Double)?,
        _ visitor: inout Visitor
    ) {
        var add = FeatureTemplates(visitor, from: 1)
        let token = cue.token
        let lemma = view.lemma(token)
        let form = UInt64(cue.form.rawValue), complement = UInt64(cue.complement.rawValue)
        let penn = view.penn(token)
        add.add(0)
        add.add(lemma)
        add.add(form, complement)
        add.add(lemma, form)
        add.add(lemma, complement)
        add.add(lemma, form, complement)
        add.add(penn, form)
        add.add(lemma, penn)
        add.add(view.form(token))
        let grade = UInt64(estimate * 12), lead = UInt64(parenthetical * 8)
        add.add(grade)
        add.add(grade, form, complement)
        add.add(grade, penn)
        add.add(lead, form, complement)

        // The nominals beside it: who does it, and what to.
        let subject = nominal(before: cue.group.lowerBound), object = nominal(after: token)
        let subjectClass = view.nominalClass(subject), objectClass = view.nominalClass(object)
        add.add(subjectClass, form)
        add.add(subjectClass, lemma)
        add.add(subjectClass, grade)
        add.add(subjectClass, objectClass, grade)
        add.add(subjectClass, bin(cue.group.lowerBound - subject), form)
        add.add(view.lemma(subject), form)
        add.add(objectClass, lemma)
        add.add(objectClass, form, complement)
        add.add(view.lemma(object), form)
        add.add(view.lemma(object), lemma)
        let preposition = preposition(after: token)
        add.add(view.form(preposition), lemma)
        add.add(view.form(preposition), grade)
        add.add(view.form(preposition), view.nominalClass(nominal(after: preposition)), grade)

        // The candidate before.
        let before = previous.map { UInt64($0.1 * 6) } ?? 15
        let beforeComplement = previous.map { UInt64($0.0.complement.rawValue) } ?? 63
        let beforeLemma = previous.map { view.lemma($0.0.token) } ?? 0
        add.add(before, form, grade)
        add.add(before, beforeComplement, form)
        add.add(beforeLemma, form)
        add.add(beforeLemma, lemma)

        // Around it.
        add.add(view.form(token + 1))
        add.add(view.form(token + 1), lemma)
        add.add(view.form(token + 1), view.form(token + 2))
        add.add(view.form(token - 1))
        add.add(view.form(token - 1), lemma)
        add.add(view.form(token - 1), view.form(token - 2))
        add.add(view.penn(token - 2), view.penn(token - 1), penn)
        add.add(view.penn(token + 1), view.penn(token + 2), penn)
        add.add(view.penn(token - 1), view.penn(token + 1), penn, grade)
        add.add(view.closedForm(token - 1), view.closedForm(token + 1), grade)
        add.add(view.closedForm(token + 1), view.closedForm(token + 2), view.closedForm(token + 3), grade)

        // Its place in the sentence.
        let sentence = view.sentence
        let block: UInt64 =
            reading.article.blocks[reading.sentence(of: token).block].kind == .headline ? 1 : 0
        add.add(block, grade)
        let last = sentence.upperBound - 1
        add.add(view.kind(last), grade)
        add.add(view.kind(last), form)
        add.add(bin(cue.group.lowerBound - sentence.lowerBound), form, grade)
        add.add(bin(sentence.count))
        let quotes = quotationState(cue, sentence)
        add.add(quotes, form)
        add.add(quotes, grade)
        add.add(quotes, lemma)
        var auxiliaries: UInt64 = cue.isNegated ? 1 : 0
        for token in cue.group.dropLast() where reading.has(token, .auxiliary) {
            auxiliaries = auxiliaries &* 31 &+ view.form(token)
        }
        add.add(auxiliaries)
        add.add(auxiliaries, lemma)
        add.add(auxiliaries, form, complement)
        add.add(cue.hasHearer ? 1 : 0, grade)
        visitor = add.visitor
    }

    /// The nominal that ends nearest before `end`, across commas; -1 for none near.
    private func nominal(before end: Int) -> Int {
        var index = end - 1
        while index >= view.sentence.lowerBound, end - index <= 10 {
            switch reading.tags.universal[index] {
            case .noun, .properNoun, .pronoun: return index
            case .verb: return -1
            default: index -= 1
            }
        }
        return -1
    }

    /// The head of the nominal that begins nearest after `start`; -1 for none near.
    private func nominal(after start: Int) -> Int {
        guard start >= 0 else { return -1 }
        var index = start + 1
        while index < view.sentence.upperBound, index - start <= 6 {
            switch reading.tags.universal[index] {
            case .pronoun: return index
            case .noun, .properNoun:
                while index + 1 < view.sentence.upperBound,
                    [.noun, .properNoun].contains(reading.tags.universal[index + 1])
                { index += 1 }
                return index
            case .verb, .punctuation, .subordinator: return -1
            default: index += 1
            }
        }
        return -1
    }

    /// The first preposition shortly after `start`; -1 for none.
    private func preposition(after start: Int) -> Int {
        var index = start + 1
        while index < view.sentence.upperBound, index - start <= 5 {
            switch reading.tags.universal[index] {
            case .adposition: return index
            case .verb, .punctuation, .subordinator: return -1
            default: index += 1
            }
        }
        return -1
    }

    /// Whether quotation marks stand before, after and next to the cue.
    private func quotationState(_ cue: CueCandidate, _ sentence: Range<Int>) -> UInt64 {
        var state: UInt64 = 0
        let before = cue.group.lowerBound - 1, after = cue.token + 1
        if before >= 0, reading.kind(before) == .closeQuote { state |= 1 }
        if before >= 1, reading.kind(before) == .comma, reading.kind(before - 1) == .closeQuote { state |= 1 }
        if after < sentence.upperBound, reading.kind(after) == .openQuote { state |= 2 }
        if sentence.lowerBound > 0, reading.kind(sentence.lowerBound - 1) == .closeQuote { state |= 4 }
        guard hasQuotes else { return state }
        let near = 60
        if (max(sentence.lowerBound, cue.token - near)..<cue.token).contains(where: { reading.kind($0) == .closeQuote })
        {
            state |= 8
        }
        if (cue.token..<min(sentence.upperBound, cue.token + near)).contains(where: { reading.kind($0) == .openQuote })
        {
            state |= 16
        }
        return state
    }
}
