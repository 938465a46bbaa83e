import Aggregation
import Execution
import Foundation
import Loading
import Logging
import Storage
import TextModel
import Writing

/// One run under its lock: first everything into the store, then the store into a generation.
struct RunSession {
    private let run: PipelineRun
    private let files: [InputFile]
    private let started: Date
    private let clock = ContinuousClock()
    private let begin: ContinuousClock.Instant
    private let log: Logger
    private let location: OutputLocation
    private let store: Store
    private let writer: GenerationWriter
    private var counts = RunCounts()
    private var report: RunReport?

    init(_ run: PipelineRun, location: OutputLocation, files: [InputFile], started: Date, log: Logger) throws {
        self.run = run
        self.location = location
        self.files = files
        self.started = started
        self.log = log
        begin = clock.now
        store = try Store(at: location.storePath)
        if case .replaced(let reason, let moved) = store.opening {
            log.warning(
                "the store was not usable and has been set aside", metadata: ["reason": "\(reason)", "to": "\(moved)"])
        }
        writer = try GenerationWriter(
            location,
            options: CSVOptions(byteOrderMark: run.recipe.csv.bom, spreadsheetSafe: run.recipe.csv.spreadsheetSafe))
    }

    // MARK: Into the store

    /// Loads, segments and tags what is new, and lists everything that was read.
    mutating func store(_ interruption: Interruption, _ progress: @escaping (RunProgress) -> Void) throws {
        let workers = run.workers ?? coreCount
        let stages = ArticleStages(
            configuration: ProgramIdentity.text(minimumConfidence: run.recipe.minimumConfidence),
            minimumConfidence: run.recipe.minimumConfidence, known: try store.knownFingerprints())
        let meter = InputMeter(files)
        try store.beginListing()
        let begin = begin
        let clock = clock
        let settings = RunSettings(
            cancellation: interruption.cancellation, clock: { clock.now - begin })
        var batch = ListingBatch(store: store)
        log.info(
            "run begins",
            metadata: ["recipe": "\(run.recipe.name)", "files": "\(files.count)", "workers": "\(workers)"])
        report = try Pipeline(
            .records(
                of: files, limits: LoadingLimits(run.recipe.limits), onlyEnglish: run.recipe.otherLanguages == .skip,
                finished: meter.finished)
        )
        .through(Stage("segment", workers: workers, queue: 8, stages.segment))
        .through(Stage("tag", workers: workers, queue: 8, stages.tag))
        .through(Stage("rows", workers: workers, queue: 8, stages.makeRows))
        .run(into: "store", settings) { work in
            switch work {
            case .rejected(let rejected): try reject(rejected, &counts)
            case .known(let article), .finished(let article):
                counts.add(article)
                for duplicate in try batch.add(article) { try self.reject(duplicate, &counts) }
            case .segmented, .tagged: throw AssemblyError.internalFault("an article left the stages half-way")
            }
            progress(
                RunProgress(
                    articles: counts.articles, rows: counts.rows, bytes: meter.bytesRead,
                    totalBytes: meter.totalBytes,
                    elapsed: clock.now - begin))
        }
        for duplicate in try batch.commit() { try reject(duplicate, &counts) }
        counts.removed = try store.removeUnlisted()
    }

    private func reject(_ reject: Reject, _ counts: inout RunCounts) throws {
        counts.rejects[reject.code, default: 0] += 1
        log.notice(
            "rejected",
            metadata: [
                "file": "\(reject.origin.file)", "record": "\(reject.origin.record)", "code": "\(reject.code.rawValue)",
                "message": "\(reject.message)",
            ])
        try writer.append(reject)
    }

    // MARK: Out of the store

    /// Writes and publishes the generation.
    mutating func publish() throws -> PipelineRun.Summary {
        var speakers = SpeakerAggregator()
        var rows = store.listedRows()
        var duplicates = DuplicateMarking(run.recipe.duplicates, articles: counts.articles)
        while var article = try rows.next() {
            if let rejected = try duplicates.mark(&article) {
                try reject(rejected, &counts)
                continue
            }
            try writer.append(article)
            for sighting in article.sightings { speakers.add(sighting) }
        }
        for row in speakers.rows() { try writer.append(row, to: .speakers) }
        counts.duplicates = duplicates.count
        try store.close()
        let record = RunRecord(
            run: run, files: files.count, counts: counts, report: report, started: started, elapsed: clock.now - begin)
        let written = try writer.publish(keep: run.recipe.keepGenerations, run: record.document)
        log.info("published", metadata: ["generation": "\(written.number)", "folder": "\(location.linkPath)"])
        let summary = PipelineRun.Summary(
            folder: location.linkPath, articles: counts.articles, unchanged: counts.unchanged,
            rejected: counts.rejected, rows: written.tables.reduce(0) { $0 + $1.rows })
        let all = counts.articles + counts.countedRejects
        if Double(counts.countedRejects) * 100 > run.recipe.limits.rejectsPercent * Double(all) {
            throw AssemblyError.tooManyRejects(
                rejected: counts.countedRejects, articles: all, percentAllowed: run.recipe.limits.rejectsPercent)
        }
        return summary
    }
}

/// What a run has done so far.
struct RunCounts: Sendable {
    var articles = 0
    var unchanged = 0
    /// Rows made in this run.
    var rows = 0
    var rejects: [RejectCode: Int] = [:]
    /// Articles of earlier runs that are no longer there.
    var removed = 0
    /// Articles that are the same as an earlier one, kept or not.
    var duplicates = 0

    var rejected: Int { rejects.values.reduce(0, +) }
    var countedRejects: Int { rejects.filter { $0.key.countsAgainstLimit }.values.reduce(0, +) }

    mutating func add(_ article: ListedArticle) {
        articles += 1
        guard let made = article.rows else {
            unchanged += 1
            return
        }
        rows += 1 + made.attributions.count + made.quotes.count + made.claims.count
    }
}

/// Collects articles for one transaction; a transaction for each would be a sync for each.
private struct ListingBatch {
    let store: Store
    private var articles: [ListedArticle] = []
    private static let size = 256

    init(store: Store) { self.store = store }

    /// - Returns: rejects for articles that were read before in this run.
    mutating func add(_ article: ListedArticle) throws -> [Reject] {
        articles.append(article)
        return articles.count < Self.size ? [] : try commit()
    }

    mutating func commit() throws -> [Reject] {
        defer { articles.removeAll(keepingCapacity: true) }
        return try store.commit(articles).map { duplicate in
            let article = articles[duplicate.index]
            return Reject(
                origin: Origin(file: article.file, record: article.record), code: .duplicateArticle,
                message: "the same article as \(duplicate.firstFile), record \(duplicate.firstRecord)")
        }
    }
}
