import Aggregation
import Crypto
import Linguistics
import Loading
import Segmentation
import Storage
import Tagging
import TextModel
import Writing

/// An article or a reject on its way through the stages of a run: load → segment → tag → rows.
struct ArticleWork: Sendable {
    /// Which of the files that are read it comes from.
    let file: Int
    var state: State

    enum State: Sendable {
        case rejected(Reject)
        /// The store has its rows from an earlier run.
        case known(ListedArticle)
        case segmented(SegmentedArticle, Fingerprint)
        case tagged(TaggedArticle, Fingerprint)
        case finished(ListedArticle)
    }
}

/// The stages as pure functions of a value; shared by every worker.
struct ArticleStages: Sendable {
    private let segmenter = Segmenter()
    private let tagger: Tagger
    /// What the rows depend on besides the article: program, models, options.
    private let configuration: [UInt8]
    private let minimumConfidence: Double
    private let known: KnownArticles

    init(configuration: String, minimumConfidence: Double, known: KnownArticles) {
        self.configuration = Array(configuration.utf8)
        self.minimumConfidence = minimumConfidence
        tagger = Tagger(keeping: minimumConfidence)
        self.known = known
    }

    func segment(_ input: InputRecord) throws(StorageError) -> ArticleWork {
        ArticleWork(file: input.file, state: try segment(input.record))
    }

    private func segment(_ record: LoadedRecord) throws(StorageError) -> ArticleWork.State {
        switch record {
        case .reject(let reject): return .rejected(reject)
        case .article(let article):
            let fingerprint = fingerprint(of: article)
            guard try known.contains(fingerprint) else { return .segmented(segmenter.segment(article), fingerprint) }
            return .known(listed(article, fingerprint, rows: nil))
        }
    }

    func tag(_ work: ArticleWork) -> ArticleWork {
        guard case .segmented(let article, let fingerprint) = work.state else { return work }
        let tagged = tagger.tag(article).keeping(confidence: minimumConfidence)
        return ArticleWork(file: work.file, state: .tagged(tagged, fingerprint))
    }

    func makeRows(_ work: ArticleWork) -> ArticleWork {
        guard case .tagged(let article, let fingerprint) = work.state else { return work }
        var rows = RowBuilder.rows(of: article)
        rows.sketch = ArticleSketch(article.article).bytes
        return ArticleWork(file: work.file, state: .finished(listed(article.article, fingerprint, rows: rows)))
    }

    /// What becomes of an article when a stage takes too long over it.
    static func overTime(_ input: InputRecord) -> ArticleWork {
        switch input.record {
        case .article(let article): ArticleWork(file: input.file, state: overTime(article))
        case .reject(let reject): ArticleWork(file: input.file, state: .rejected(reject))
        }
    }

    static func overTime(_ work: ArticleWork) -> ArticleWork {
        let article: Article? =
            switch work.state {
            case .segmented(let article, _): article.article
            case .tagged(let article, _): article.article
            case .rejected, .known, .finished: nil
            }
        guard let article else { return work }
        return ArticleWork(file: work.file, state: overTime(article))
    }

    private static func overTime(_ article: Article) -> ArticleWork.State {
        .rejected(
            Reject(
                origin: article.origin, givenID: article.givenID, code: .tookTooLong,
                message: "a text of \(article.text.count) bytes was still being worked on when its time was over"))
    }

    private func listed(_ article: Article, _ fingerprint: Fingerprint, rows: ArticleRows?) -> ListedArticle {
        ListedArticle(
            file: article.origin.file, record: article.origin.record, articleID: StableIdentifier.article(article),
            fingerprint: fingerprint, rows: rows)
    }

    /// Of everything that the rows depend on, and of nothing else: not of the place of the article.
    private func fingerprint(of article: Article) -> Fingerprint {
        var hash = SHA256()
        func add(_ bytes: some Collection<UInt8>) {
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
            if bytes.withContiguousStorageIfAvailable({ hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }) == nil
            {
                hash.update(data: Array(bytes))
            }
        }
        add(configuration)
        for field in [
            article.givenID, article.title, article.byline, article.published, article.url, article.site,
            article.language,
        ] {
            add([field == nil ? 0 : 1])
            add((field ?? "").utf8)
        }
        add(article.text)
        for block in article.layout {
            add(block.kind.rawValue.utf8)
            withUnsafeBytes(of: block.span) { hash.update(bufferPointer: $0) }
        }
        return Fingerprint(hash.finalize())
    }
}

extension Tagger {
    /// Finds what `TaggedArticle.keeping` keeps for a minimum, and no less than usual: a higher one is for what was found.
    init(keeping minimum: Double) { self.init(threshold: min(Self.usualThreshold, minimum)) }
}

extension TaggedArticle {
    /// Without the attributions and claims that are less sure; what pointed to one of them points to its parent.
    consuming func keeping(confidence minimum: Double) -> TaggedArticle {
        guard minimum > 0 else { return self }
        claims.removeAll { $0.confidence < minimum }
        guard attributions.contains(where: { $0.confidence < minimum }) else { return self }
        var newIndex: [Int?] = []
        var count = 0
        for attribution in attributions {
            let isKept = attribution.confidence >= minimum
            newIndex.append(isKept ? count : attribution.parent.flatMap { newIndex[$0] })
            if isKept { count += 1 }
        }
        attributions.removeAll { $0.confidence < minimum }
        for index in attributions.indices {
            attributions[index].parent = attributions[index].parent.flatMap { newIndex[$0] }
        }
        for index in claims.indices { claims[index].attribution = claims[index].attribution.flatMap { newIndex[$0] } }
        return self
    }
}
