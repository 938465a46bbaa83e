import ArgumentParser
import Linguistics
import Segmentation
import Tagging
import TextModel

/// Counts how often each verb and noun is a cue, frame by frame.
struct Frames: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Counts in which frames words attribute: makes Lists/reporting-frames.tsv.",
        discussion: """
            Reads annotated articles (JSON Lines with doc_id, text, quotes) and prints the table on standard output:
            lemma, form, complement, how often it was a cue, how often it was seen.

              sayso-train frames ../shared/gold/polnear-train.jsonl > Sources/CWordLists/Lists/reporting-frames.tsv
            """)

    @Argument(help: "Annotated articles; never a test set.")
    var gold: String

    func run() throws {
        let engine = LinguisticEngine(lexicon: Lexicon())
        let segmenter = Segmenter()
        var counts = FrameCounts(lemmaCount: engine.lexicon.lemmas.count)
        for article in try GoldArticle.read(gold) {
            let segmented = segmenter.segment(Article(text: Array(article.text.utf8)))
            let reading = engine.read(segmented)
            let cues = Self.tokens(of: article.quotes.flatMap(\.cue), article, reading)
            let contents = Self.tokens(of: article.quotes.flatMap(\.content), article, reading)
            let reader = CueReader(reading)
            for sentence in segmented.sentences {
                for candidate in reader.candidates(in: sentence) where candidate.lemma >= 0 {
                    // The annotation does not nest: within a content a cue is not marked.
                    if contents.contains(candidate.token), !cues.contains(candidate.token) { continue }
                    let frame = FrameCounts.Frame(
                        lemma: candidate.lemma, form: candidate.form, complement: candidate.complement)
                    counts.add(frame, cues: cues.contains(candidate.token) ? 1 : 0, total: 1)
                }
            }
        }
        print(
            """
            # How often words attribute, by frame: lemma, form, complement, times it was a cue, times it was seen.
            # Source: counted by `sayso-train frames` on PolNeAR 1.0 train (Newell et al., LREC 2018); counts only, no text.
            """)
        let rows = counts.seen.map { frame, count in
            (engine.lexicon.lemmas[Int(frame.lemma)], frame.form.name, frame.complement.name, count)
        }
        for row in rows.sorted(by: { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }) {
            print(row.0, row.1, row.2, row.3.cues, row.3.total, separator: "\t")
        }
    }

    private static func tokens(of spans: [[Int]], _ article: GoldArticle, _ reading: Reading) -> Set<Int> {
        let offsets = article.byteOffsets
        let spans = spans.map { Span(offsets[$0[0]]..<offsets[$0[1]]) }
        let tokens = reading.article.tokens
        return Set(tokens.indices.filter { token in spans.contains { $0.overlaps(tokens.span(token)) } })
    }
}
