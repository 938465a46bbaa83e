import Linguistics
import TextModel

/// What the clause of a numeric claim says of it.
struct ClaimClause {
    /// The main verb, or what stands after a copula.
    var predicate: Int
    /// As it stands: it may be a pronoun.
    var subject: Range<Int>?
    var modality: Modality = .asserted
    var negated = false
    var place: Range<Int>?
}

/// What the clauses of a sentence say of its quantities: by the parts of speech, as models of them choose.
///
/// A class: all claims of the sentence hold it.
final class ClaimRoles {
    private let found: SentenceQuantities
    private let reading: Reading
    /// A quantity each.
    private let readings: [ClaimRoleReader.Roles]
    private let outline: SentenceOutline
    private let vocabulary: QuantityVocabulary

    init(
        _ found: SentenceQuantities, _ outlines: Outlines, _ contents: AttributedContents, model: ClaimModel,
        vocabulary: QuantityVocabulary
    ) {
        let reading = outlines.reading
        self.found = found
        self.reading = reading
        self.vocabulary = vocabulary
        outline = outlines.outline(ofSentence: Int(reading.sentenceOfToken[found.sentence.lowerBound]))
        var reader = ClaimRoleReader(found, outline, model: model)
        readings = reader.roles { index in
            guard let content = contents.innermost(reading.span(found.amounts[index]))?.content else { return nil }
            let tokens = reading.article.tokens
            let start = found.sentence.partitioningIndex { tokens.starts[$0] >= content.start }
            return start..<max(start, found.sentence.partitioningIndex { tokens.ends[$0] > content.end })
        }
    }

    private var amounts: [Range<Int>] { found.amounts }

    private var tags: PartsOfSpeech { reading.tags }
    /// In tokens.
    private static let farthest = 60

    /// What a quantity counts or measures, by its index in the sentence.
    func counted(_ index: Int) -> Range<Int>? {
        let guess = found.quantities[index].counted.map(found.tokens)
        let tokens = amounts[index]
        if found.quantities[index].amount.isCount {
            if let guess, isNominal(guess) { return guess }
            // "at least one fishing family", "a third of the cost"
            return outline.phrase(behind: tokens.upperBound)
        }
        if !found.quantities[index].mayMeasure { return nil }
        if let phrase = MeasuredForms(found: found, outline: outline).phrase(of: index) { return phrase }
        guard let head = readings[index].measured else {
            return guess.flatMap { range in range.contains { tags.penn[$0].isNoun } ? range : nil }
        }
        if isCounted(head, besides: index), !isOf(found.place(of: index).amount.upperBound) { return nil }
        let core = outline.core(of: head)
        if core.contains(tokens.lowerBound), head >= tokens.upperBound { return tokens.upperBound..<core.upperBound }
        return core.overlaps(tokens) ? head..<head + 1 : core
    }

    /// "7.3 points 3.7 rebounds": what another number counts an amount does not measure, but for "40% of 12 cars" and "five
    /// 10-pound bags".
    private func isCounted(_ head: Int, besides index: Int) -> Bool {
        (max(0, index - 1)...min(found.count - 1, index + 1)).contains { other in
            other != index && found.quantities[other].amount.isCount
                && found.phrase(of: other).contains(head)
                && !found.phrase(of: other).contains(amounts[index].lowerBound)
        }
    }

    private func isOf(_ token: Int) -> Bool { token < found.sentence.upperBound && reading.reads(token, "of") }

    /// Whether a phrase is a noun's, or ends with an adjective that stands for one: "12 dead"; not "4 in 10 want".
    private func isNominal(_ phrase: Range<Int>) -> Bool {
        phrase.contains { tags.penn[$0].isNoun } || phrase.last.map { tags.universal[$0] == .adjective } ?? false
    }

    /// - Returns: nil in a sentence without a verb that tells of the quantity.
    func clause(_ index: Int) -> ClaimClause? {
        let roles = readings[index]
        guard let verb = roles.verb else { return nil }
        var clause = ClaimClause(predicate: outline.predicate(of: verb))
        clause.subject = roles.subject.map {
            withBound(outline.subject($0, before: outline.controller(of: verb).tokens.lowerBound))
        }
        clause.place = outline.place(after: found.phrase(of: index))
        // "will try to hire": what holds of the trying holds of the hiring.
        var run: VerbRun? = verb
        for _ in 0...SentenceOutline.longestChain {
            guard let verb = run else { break }
            for token in verb.tokens {
                if tags.penn[token] == .modal, clause.modality == .asserted { clause.modality = modality(of: token) }
                clause.negated = clause.negated || reading.readsAny(token, ["not", "n't", "n’t", "never"])
            }
            run = outline.governor(of: verb)
        }
        return clause
    }

    /// "More than 300 people": with what bounds the number that begins a phrase.
    private func withBound(_ phrase: Range<Int>) -> Range<Int> {
        let next = amounts.partitioningIndex { $0.upperBound > phrase.lowerBound }
        guard next < amounts.count, amounts[next].contains(phrase.lowerBound) else { return phrase }
        return amounts[next].lowerBound..<phrase.upperBound
    }

    private func modality(of token: Int) -> Modality {
        reading.article.article.text.withUnsafeBufferPointer {
            vocabulary.auxiliaries.modality(in: $0, reading.article.tokens.span(token).range) ?? .asserted
        }
    }

    /// The noun phrase before a token, for an amount whose clause tells nothing.
    func nounBefore(_ token: Int) -> Range<Int>? { outline.nounBefore(token, besides: amounts) }

    /// Whether a phrase stands in the clause of a quantity: near it, with no coordinator between and no verb but its own.
    func isBeside(_ phrase: Range<Int>, _ index: Int) -> Bool {
        let tokens = amounts[index]
        let start = min(phrase.upperBound, tokens.upperBound)
        // Of "2017-18" both can hold the one token.
        let between = start..<max(start, phrase.lowerBound, tokens.lowerBound)
        // "300 people have fled in the past five years": its own verb may stand between.
        let verb = readings[index].verb?.tokens ?? 0..<0
        let isSubject = tokens.upperBound <= verb.lowerBound && verb.upperBound <= phrase.lowerBound
        return between.count <= Self.farthest
            && !between.contains {
                tags.penn[$0] == .coordinator || tags.penn[$0].isVerb && !(isSubject && verb.contains($0))
            }
    }
}
