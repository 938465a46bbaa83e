import ArgumentParser
import Linguistics
import Segmentation
import Tagging
import TextModel

/// Counts how many pronouns are resolved to the right person.
struct ScoreSpeakers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speakers",
        abstract: "Counts how many pronouns are resolved to the right person.",
        discussion: """
            Reads documents with coreference (JSON Lines with doc_id, text, mentions; unpack .gz first) and resolves every
            "he" and "she" outside quotation marks as if it were a source. It counts those whose person has a name in the
            document: right when the speaker's name is one of that person's.

              gunzip -c ../shared/gold/gum-coref-dev.jsonl.gz > /tmp/dev.jsonl
              sayso-train score speakers /tmp/dev.jsonl
            """)

    @Argument(help: "Documents with coreference.")
    var gold: String
    @Flag(help: "Print each wrong or missing answer with its sentence.")
    var errors = false

    /// A pronoun of the annotation, and where its person is named.
    private struct Pronoun {
        var token: Int
        var names: [Span]
    }

    private struct Tally {
        var right = 0
        var wrong = 0
        var missing = 0

        mutating func count(_ isRight: Bool?) {
            switch isRight {
            case true?: right += 1
            case false?: wrong += 1
            case nil: missing += 1
            }
        }

        func line(_ name: String) -> String {
            let all = right + wrong + missing
            let percent = all > 0 ? (Double(right) / Double(all) * 1000).rounded() / 10 : 0
            return "\(name): \(right) of \(all) right (\(percent) %), \(wrong) wrong, \(missing) missing"
        }
    }

    func run() throws {
        let engine = LinguisticEngine(lexicon: Lexicon())
        let segmenter = Segmenter()
        let tagger = Tagger()
        var all = Tally()
        var reporting = Tally()
        for document in try CoreferenceDocument.read(gold) {
            let segmented = segmenter.segment(Article(text: Array(document.text.utf8)))
            let reading = engine.read(segmented)
            let pronouns = pronouns(of: document, reading)
            let sources = tagger.tag(segmented).attributions.flatMap(\.source).map { tokens(in: $0, reading) }
            let names = speakerNames(of: pronouns, besides: sources, reading)
            for (pronoun, name) in zip(pronouns, names) {
                let isRight = name.map { name in
                    pronoun.names.contains {
                        $0.overlaps(name) || segmented.article.surface($0) == segmented.article.surface(name)
                    }
                }
                all.count(isRight)
                if precedesReportingVerb(pronoun.token, reading) { reporting.count(isRight) }
                if errors, isRight != true { report(pronoun.token, name, in: document, reading) }
            }
        }
        print(all.line("he and she"))
        print(reporting.line("of these before a verb of the lists"))
    }

    // MARK: Parts

    private func pronouns(of document: CoreferenceDocument, _ reading: Reading) -> [Pronoun] {
        let offsets = document.byteOffsets
        func span(_ range: [Int]) -> Span { Span(offsets[range[0]]..<offsets[range[1]]) }
        var names: [String: [Span]] = [:]
        for mention in document.mentions where mention.form == "name" && mention.type == "person" {
            names[mention.entity, default: []] += [span(mention.head), span(mention.span)]
        }
        return document.mentions.compactMap { mention in
            let tokens = tokens(in: span(mention.span), reading)
            guard tokens.count == 1, let names = names[mention.entity], !reading.isQuoted(tokens.lowerBound),
                reading.readsAny(tokens.lowerBound, ["he", "she"])
            else { return nil }
            return Pronoun(token: tokens.lowerBound, names: names)
        }.sorted { $0.token < $1.token }
    }

    /// The names of the speakers to whom the pronouns are resolved, among the document's own sources.
    private func speakerNames(of pronouns: [Pronoun], besides sources: [Range<Int>], _ reading: Reading) -> [Span?] {
        let tokens = pronouns.map { $0.token..<($0.token + 1) }
        let others = sources.filter { !tokens.contains($0) }
        var resolver = SpeakerResolver(reading, sources: others + tokens)
        var speakers: [Int: Int] = [:]
        for source in (others + tokens).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            speakers[source.lowerBound] = resolver.resolve(source).speaker
        }
        return pronouns.map { speakers[$0.token].map { resolver.speakers[$0].name } }
    }

    private func tokens(in span: Span, _ reading: Reading) -> Range<Int> {
        let tokens = reading.article.tokens
        let first = tokens.indices.first { tokens.ends[$0] > span.start } ?? tokens.count
        let end = tokens.indices.first { tokens.starts[$0] >= span.end } ?? tokens.count
        return first..<max(first, end)
    }

    private func precedesReportingVerb(_ token: Int, _ reading: Reading) -> Bool {
        var next = token + 1
        while next < reading.tokenCount, reading.has(next, [.auxiliary, .adverb, .negation]) { next += 1 }
        return next < reading.tokenCount && reading.words.verbs[next] >= 0
    }

    private func report(_ token: Int, _ name: Span?, in document: CoreferenceDocument, _ reading: Reading) {
        let sentence = reading.surface(reading.sentence(of: token).tokens)
        let answer = name.map { reading.article.article.surface($0) } ?? "nobody"
        print("\(document.docID): \(reading.surface(token..<(token + 1))) is \(answer) in: \(sentence)")
    }
}
