import Linguistics
import TextModel

/// Puts in a pronoun's place whom or what it means: a row whose subject is "it" tells nothing by itself.
///
/// "He" and "she" mean whom they mean as sources (`Discourse`), "I" in what somebody says means the speaker, and so does
/// "we" where an organization or a group speaks. "It" and "they" mean the organization or group whose reported words they
/// open ("the bank said it would"), or else the noun that the model chooses, if it is sure.
/// "You", "there", "this" and those that nobody can be found for mean nothing: such a claim has no subject.
/// - Complexity: O(1) a pronoun, beside an outline of its sentence and the two before.
///
/// A class: each sentence's claims share it.
final class SubjectReferents {
    private let reading: Reading
    private let attributions: [Attribution]
    private let speakers: [Speaker]
    private let discourse: Discourse
    private let antecedents: AntecedentReader

    init(
        _ outlines: Outlines, _ attributions: [Attribution], _ speakers: [Speaker], _ discourse: Discourse,
        model: ClaimModel
    ) {
        reading = outlines.reading
        self.attributions = attributions
        self.speakers = speakers
        self.discourse = discourse
        antecedents = AntecedentReader(outlines, discourse.names, model: model)
    }

    /// The subject itself where it is no pronoun.
    /// - Parameter attribution: the innermost one that holds the claim.
    /// - Returns: nil for a pronoun of which it cannot be told what it means.
    func resolved(_ subject: Range<Int>, within attribution: Int?) -> Range<Int>? {
        guard subject.count == 1, let token = subject.first, let pronoun = Pronoun(reading, token) else {
            return subject
        }
        switch pronoun {
        case .speaker: return speaker(of: attribution, kinds: [.person, .unnamedPerson])
        case .speakers: return speaker(of: attribution, kinds: [.organization, .unnamedGroup])
        case .person: return discourse.name(ofReferentAt: token)
        case .thing, .things: return speaker(openingWith: token, attribution) ?? antecedents.antecedent(of: token)
        case .nobody: return nil
        }
    }

    private func speaker(of attribution: Int?, kinds: [SourceKind]) -> Range<Int>? {
        guard let speaker = attribution.flatMap({ attributions[$0].speaker }), kinds.contains(speakers[speaker].kind)
        else { return nil }
        return tokens(in: speakers[speaker].name)
    }

    /// Who says words that the pronoun opens: "the bank said it would", "officials say they have".
    private func speaker(openingWith pronoun: Int, _ attribution: Int?) -> Range<Int>? {
        let span = reading.article.tokens.span(pronoun)
        guard let attribution, attributions[attribution].contentType == .indirect,
            let content = attributions[attribution].content.first(where: { $0.contains(span) }),
            let speaker = speaker(of: attribution, kinds: [.organization, .unnamedGroup]),
            reading.reads(pronoun, "it") ? !isPluralNoun(speaker) : isMany(speaker)
        else { return nil }
        let opening = tokens(in: Span(content.start, span.start))
        guard opening.count < Self.longestOpening else { return nil }
        let isFirst = opening.allSatisfy { !reading.tags.penn[$0].isNoun && reading.tags.universal[$0] != .pronoun }
        return isFirst ? speaker : nil
    }

    /// "officials", but not "Ruritania Motors".
    private func isPluralNoun(_ name: Range<Int>) -> Bool {
        name.last.map { reading.tags.penn[$0] == .pluralNoun } ?? false
    }

    /// "officials", "Cigna and Express Scripts"; "the state" is one.
    private func isMany(_ name: Range<Int>) -> Bool {
        name.last.map { reading.tags.penn[$0].isPlural } ?? false
            || name.contains { reading.tags.penn[$0] == .coordinator }
    }

    /// In tokens.
    private static let longestOpening = 12

    private func tokens(in span: Span) -> Range<Int> {
        let tokens = reading.article.tokens
        let first = tokens.indices.partitioningIndex { tokens.ends[$0] > span.start }
        let end = tokens.indices.partitioningIndex { tokens.starts[$0] >= span.end }
        return first..<max(first, end)
    }
}

/// What a pronoun can mean.
enum Pronoun {
    /// "I", "we".
    case speaker, speakers
    /// "he", "she".
    case person
    /// "it", "they".
    case thing, things
    /// "you", "there", "this", "which": nothing that its words tell.
    case nobody

    /// Nil for a word that is no pronoun, or one that says by itself what it means: "everyone".
    init?(_ reading: Reading, _ token: Int) {
        guard reading.tags.universal[token] == .pronoun else { return nil }
        switch reading.tags.penn[token] {
        case .pronoun: break
        case .determiner, .whDeterminer, .whPronoun, .existential, .preposition:
            self = .nobody
            return
        default: return nil
        }
        if reading.readsAny(token, ["i", "me"]) {
            self = .speaker
        } else if reading.readsAny(token, ["we", "us"]) {
            self = .speakers
        } else if reading.has(token, .singularPronoun), reading.has(token, [.masculine, .feminine]) {
            self = .person
        } else if reading.readsAny(token, ["it"]) {
            self = .thing
        } else if reading.readsAny(token, ["they", "them"]) {
            self = .things
        } else {
            self = .nobody
        }
    }
}
