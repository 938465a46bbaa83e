import Linguistics
import TextModel

/// A noun, or an earlier pronoun of the same form, that "it" or "they" may mean.
struct AntecedentOption {
    let head: Int
    let outline: SentenceOutline
    /// How many sentences it stands before the pronoun's.
    let distance: Int
    /// Its place among its sentence's nouns.
    let rank: Int
}

/// The sentences around a pronoun and what it may mean.
struct AntecedentOptions {
    let pronoun: Int
    let outline: SentenceOutline
    /// Whether it means one thing.
    let isSingular: Bool
    let options: [AntecedentOption]

    /// In sentences before the pronoun's: 0, 1 and 2.
    private static let reach = [8, 6, 3]

    /// - Complexity: O(1), beside the outlines.
    init(_ outlines: Outlines, pronoun: Int) {
        let reading = outlines.reading
        let sentence = Int(reading.sentenceOfToken[pronoun])
        let isSingular = reading.reads(pronoun, "it")
        self.pronoun = pronoun
        self.isSingular = isSingular
        outline = outlines.outline(ofSentence: sentence)
        var options: [AntecedentOption] = []
        for distance in 0..<min(Self.reach.count, sentence + 1) {
            let outline = outlines.outline(ofSentence: sentence - distance)
            let before = outline.nominals[..<outline.nominals.partitioningIndex { $0 >= pronoun }]
            // Of the pronoun's sentence the nearest, of those before it the first, which are what it is about.
            let near = distance == 0 ? before.suffix(Self.reach[0]) : before.prefix(Self.reach[distance])
            for index in near.indices {
                let head = Int(near[index])
                guard Self.mayBeMeant(reading, head, outline, isSingular: isSingular) else { continue }
                options.append(AntecedentOption(head: head, outline: outline, distance: distance, rank: index))
            }
        }
        self.options = options
    }

    private static func mayBeMeant(_ reading: Reading, _ head: Int, _ outline: SentenceOutline, isSingular: Bool)
        -> Bool
    {
        switch Pronoun(reading, head) {
        case nil:
            return !outline.isTime(head) && (isSingular ? mayBeOne(reading, head, outline) : mayBeMany(reading, head))
        case .thing?: return isSingular
        case .things?: return !isSingular
        default: return false
        }
    }

    /// "It" is one thing, no amount ("5.7 percent") and no lone letter.
    private static func mayBeOne(_ reading: Reading, _ head: Int, _ outline: SentenceOutline) -> Bool {
        reading.tags.penn[head] != .pluralNoun && reading.article.tokens.span(head).count > 1
            && reading.tags.universal[outline.phraseStart(of: head)] != .numeral
    }

    /// "They" are several, or a name's, a person's or a group's: "the team … they", "CN and CP … they".
    private static func mayBeMany(_ reading: Reading, _ head: Int) -> Bool {
        reading.tags.penn[head] != .noun || reading.has(head, [.person, .group, .organization])
            || head > 1 && reading.tags.penn[head - 1] == .coordinator
    }
}

/// The outlines of the sentences that were asked for last, as neighbouring pronouns share them.
final class Outlines {
    let reading: Reading
    private var known: [(sentence: Int, outline: SentenceOutline)] = []
    private var oldest = 0
    private static let kept = 4

    init(_ reading: Reading) {
        self.reading = reading
    }

    func outline(ofSentence sentence: Int) -> SentenceOutline {
        if let known = known.first(where: { $0.sentence == sentence }) { return known.outline }
        let outline = SentenceOutline(reading, sentence: reading.article.sentences[sentence].tokens)
        if known.count < Self.kept {
            known.append((sentence, outline))
        } else {
            known[oldest] = (sentence, outline)
            oldest = (oldest + 1) % Self.kept
        }
        return outline
    }
}
