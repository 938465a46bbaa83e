import TextModel

/// What all rows of one article share.
struct RowContext {
    let tagged: TaggedArticle
    let offsets: ScalarOffsets
    let places: SentencePlaces
    let quotedWords: QuotedWords
    let articleID: String
    /// ISO 8601; nil when the input's words are no date.
    let publishedISO: String?
    let publishedDay: CivilDate?
    let speakers: [SpeakerFacts]

    init(_ tagged: TaggedArticle) {
        self.tagged = tagged
        let article = tagged.article
        offsets = ScalarOffsets(article.text)
        places = SentencePlaces(tagged.segmented)
        quotedWords = QuotedWords(tagged.segmented)
        let articleID = StableIdentifier.article(article)
        self.articleID = articleID
        publishedISO = article.published.flatMap(PublishedDate.iso)
        publishedDay = PublishedDate.day(publishedISO)
        speakers = tagged.speakers.map { SpeakerFacts($0, in: article, articleID: articleID) }
    }

    var article: Article { tagged.article }

    var attributionIDs: [String] {
        var repetitions = RepetitionCount()
        return tagged.attributions.map { attribution in
            let spans = [attribution.content, attribution.cue, attribution.source].map(offsets.scalarRanges)
            return StableIdentifier.row(
                prefix: "att_", articleID: articleID, table: "attributions", spans: spans,
                repetition: repetitions.repetition(of: spans))
        }
    }

    func speaker(_ index: Int?) -> SpeakerFacts? { index.map { speakers[$0] } }

    func surface(_ span: Span) -> String { article.surface(span) }

    /// The pieces joined by one space; nil when there is none.
    func surface(_ spans: [Span]) -> String? {
        spans.isEmpty ? nil : spans.map(article.surface).joined(separator: " ")
    }

    func fragmentURL(_ passage: Span) -> String? {
        article.url.nonEmpty.flatMap {
            TextFragment.url(
                $0, passage: passage, block: places.block(atByte: passage.start), text: article.text)
        }
    }
}

/// A speaker of one article in the words of the datasets.
struct SpeakerFacts {
    let id: String
    let kind: SourceKind
    let name: String
    let role: String?
    let affiliation: String?
    /// Other mentions, sorted, without the name itself.
    let variants: [String]

    init(_ speaker: Speaker, in article: Article, articleID: String) {
        name = onOneLine(article.surface(speaker.name))
        kind = speaker.kind
        id = StableIdentifier.speaker(name: name, kind: speaker.kind, articleID: articleID)
        role = speaker.role.map { onOneLine(article.surface($0)) }
        affiliation = speaker.affiliation.map { onOneLine(article.surface($0)) }
        let mentions = Set(speaker.mentions.map { onOneLine(article.surface($0)) })
        variants = mentions.subtracting(["", name]).sorted(by: bytesPrecede)
    }
}

/// Runs of blank space become one space: a name broken over two lines is the same name.
func onOneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
}

extension Optional<String> {
    /// Nil for an empty text too.
    var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}

extension Cell {
    /// Null for nil and for an empty text.
    static func text(orNull text: String?) -> Cell { text.nonEmpty.map(Cell.text) ?? .null }

    static func spans(orNull spans: [Range<Int>]) -> Cell { spans.isEmpty ? .null : .spans(spans) }

    static func integer(orNull value: Int?) -> Cell { value.map(Cell.integer) ?? .null }

    static func number(orNull value: DecimalNumber?) -> Cell { value.map(Cell.number) ?? .null }

    static func confidence(_ value: Double) -> Cell { .number(orNull: DecimalNumber(confidence: value)) }
}
