import Aggregation
import Execution
import Foundation
import Loading
import Logging
import Storage
import TextModel
import Writing

/// One run under its lock: first what changed into the store, then the store into a generation.
struct RunSession {
    private let run: PipelineRun
    private let inputs: RunInputs
    private let started: Date
    private let clock = ContinuousClock()
    private let begin: ContinuousClock.Instant
    private let log: Logger
    private let location: OutputLocation
    private let store: Store
    private(set) var counts = RunCounts()
    private var report: RunReport?
    private var reasons: [RunReason] = []

    /// - Parameter trustsStore: false to begin with an empty one, whatever is there.
    init(
        _ run: PipelineRun, location: OutputLocation, inputs: RunInputs, started: Date, trustsStore: Bool, log: Logger
    ) throws {
        self.run = run
        self.location = location
        self.inputs = inputs
        self.started = started
        self.log = log
        begin = clock.now
        store = try Store(at: location.storePath, isTrusted: trustsStore)
        if case .replaced(let reason, let moved) = store.opening {
            log.warning(
                "the store was not usable and has been set aside", metadata: ["reason": "\(reason)", "to": "\(moved)"])
        }
    }

    // MARK: Into the store

    /// Loads, segments and tags what is new or changed, and lists it.
    mutating func list(_ interruption: Interruption, _ progress: @escaping (RunProgress) -> Void) throws {
        let changes = try store.changes(in: inputs.looks)
        counts.filesRead = changes.toRead.count
        counts.filesGone = changes.gone.count
        let program = Array(ProgramIdentity.program.utf8)
        let recipe = Array(RecipeIdentity.rows(run.recipe).utf8)
        let isOtherRecipe = try store.note(.recipe) != recipe
        reasons = RunReason.reasons(
            store.opening, program: try store.note(.program) != program, recipe: isOtherRecipe, changes: changes)
        // Another minimum of confidence gives other rows of the same files.
        let toRead = isOtherRecipe ? Array(inputs.files.indices) : changes.toRead
        log.info(
            "run begins",
            metadata: [
                "recipe": "\(run.recipe.name)", "files": "\(inputs.files.count)", "to_read": "\(toRead.count)",
                "gone": "\(changes.gone.count)", "workers": "\(run.workers ?? coreCount)",
            ])
        guard !toRead.isEmpty || !changes.gone.isEmpty else { return }
        counts.filesRead = toRead.count
        try store.beginListing(
            reading: inputs.files.selecting(toRead).labels, gone: changes.gone,
            notes: [.revision: Self.newRevision(), .program: program, .recipe: recipe])
        if !toRead.isEmpty { try read(toRead, interruption, progress) }
        counts.removed = try store.removeUnlisted()
    }

    private mutating func read(
        _ toRead: [Int], _ interruption: Interruption, _ progress: @escaping (RunProgress) -> Void
    ) throws {
        let workers = run.workers ?? coreCount
        let files = inputs.files.selecting(toRead)
        let stamps = inputs.settledStamps(of: toRead)
        let stages = ArticleStages(
            configuration: ProgramIdentity.text(minimumConfidence: run.recipe.minimumConfidence),
            minimumConfidence: run.recipe.minimumConfidence, known: try store.knownArticles())
        let meter = InputMeter(files)
        let limit = Duration.seconds(run.recipe.limits.articleSeconds)
        let begin = begin
        let clock = clock
        let settings = RunSettings(
            cancellation: interruption.cancellation, clock: { clock.now - begin })
        var batch = ListingBatch(store: store)
        var volatile: Set<Int> = []
        report = try Pipeline(
            .records(
                of: files, limits: LoadingLimits(run.recipe.limits), onlyEnglish: run.recipe.otherLanguages == .skip,
                finished: meter.finished)
        )
        .through(
            Stage("segment", workers: workers, queue: 8, stages.segment)
                .limited(to: limit, instead: ArticleStages.overTime)
        )
        .through(
            Stage("tag", workers: workers, queue: 8, stages.tag).limited(to: limit, instead: ArticleStages.overTime)
        )
        .through(
            Stage("rows", workers: workers, queue: 8, stages.makeRows)
                .limited(to: limit, instead: ArticleStages.overTime)
        )
        .run(into: "store", settings) { work in
            counts.recordsRead += 1
            switch work.state {
            case .rejected(let rejected):
                if rejected.code.isPassing { volatile.insert(work.file) }
                note(rejected)
                try batch.add(.reject(rejected), of: files.label(at: work.file))
            case .known(let article):
                try batch.add(.article(article), of: files.label(at: work.file))
            case .finished(let article):
                if let rows = article.rows { counts.add(made: rows) }
                try batch.add(.article(article), of: files.label(at: work.file))
            case .segmented, .tagged: throw AssemblyError.internalFault("an article left the stages half-way")
            }
            progress(
                RunProgress(
                    articles: counts.recordsRead, rows: counts.rows, bytes: meter.bytesRead,
                    totalBytes: meter.totalBytes,
                    elapsed: clock.now - begin))
        }
        try batch.commit()
        counts.bytesRead = meter.bytesRead
        try store.remember(
            files.indices.lazy.compactMap { place in
                guard !volatile.contains(place), let stamp = stamps[place] else { return nil }
                return (files.label(at: place), stamp)
            })
    }

    private func note(_ reject: Reject) {
        log.notice(
            "rejected",
            metadata: [
                "file": "\(reject.origin.file)", "record": "\(reject.origin.record)", "code": "\(reject.code.rawValue)",
                "message": "\(reject.message)",
            ])
    }

    private static func newRevision() -> [UInt8] { withUnsafeBytes(of: UUID().uuid) { Array($0) } }

    // MARK: Out of the store

    /// Writes and publishes the generation.
    /// - Returns: what was done, and the error with which a run ends that rejected more than its recipe allows.
    mutating func publish() throws -> (summary: PipelineRun.Summary, tooMany: AssemblyError?) {
        var options = GenerationWriter.Options()
        options.csv = CSVOptions(byteOrderMark: run.recipe.csv.bom, spreadsheetSafe: run.recipe.csv.spreadsheetSafe)
        options.configuration = RecipeIdentity.files(run.recipe)
        options.revision = try store.note(.revision) ?? []
        let earlier = EarlierGeneration(in: location, configuration: options.configuration)
        let isCurrent = try earlier?.isCurrent(revision: options.revision, in: location) ?? false
        let written: GenerationSummary
        if let earlier, isCurrent {
            written = try publishAgain(earlier)
        } else {
            if reasons.isEmpty {
                let form = EarlierGeneration.configuration(in: location)
                reasons = [form == nil || form == options.configuration ? .outputIncomplete : .optionsChanged]
            }
            written = try publishAnew(options, earlier)
        }
        log.info("published", metadata: ["generation": "\(written.number)", "folder": "\(location.linkPath)"])
        let summary = summary(of: written)
        // A duplicate is an article that could be read.
        let all = counts.articles + counts.countedRejects + (counts.rejects[.duplicateArticle] ?? 0)
        guard Double(counts.countedRejects) * 100 > run.recipe.limits.rejectsPercent * Double(all) else {
            return (summary, nil)
        }
        return (
            summary,
            .tooManyRejects(
                rejected: counts.countedRejects, articles: all, percentAllowed: run.recipe.limits.rejectsPercent)
        )
    }

    private func summary(of written: GenerationSummary) -> PipelineRun.Summary {
        PipelineRun.Summary(
            folder: location.linkPath, generation: written.number, articles: counts.articles,
            unchanged: counts.articles - counts.tagged, removed: counts.removed,
            rejects: RejectCode.allCases.compactMap { code in
                counts.rejects[code].map { PipelineRun.Summary.RejectCount(code: code.rawValue, count: $0) }
            },
            files: inputs.files.count, filesRead: counts.filesRead, filesGone: counts.filesGone,
            bytesRead: counts.bytesRead,
            tables: written.tables.map { table in
                PipelineRun.Summary.TableSize(
                    name: table.table.name, rows: table.rows, bytes: table.csv.bytes + table.json.bytes)
            },
            stages: (report?.stages ?? []).map { stage in
                PipelineRun.Summary.StageTime(name: stage.name, seconds: stage.busy / .seconds(1))
            },
            seconds: (clock.now - begin) / .seconds(1))
    }

    private mutating func publishAgain(_ earlier: EarlierGeneration) throws -> GenerationSummary {
        try store.close()
        counts.articles = earlier.articles
        counts.copied = earlier.articles
        counts.rejects = earlier.rejects
        counts.duplicates = earlier.duplicates
        counts.isRepeat = true
        reasons = [.nothingChanged]
        return try GenerationRepeat.publish(
            earlier, in: location, keep: run.recipe.keepGenerations, run: record().document)
    }

    private mutating func publishAnew(
        _ options: GenerationWriter.Options, _ earlier: EarlierGeneration?
    ) throws -> GenerationSummary {
        let writer = try GenerationWriter(location, options: options, earlier: earlier)
        var speakers = SpeakerCounting(store)
        var entries = try store.listedPlaces()
        var duplicates = DuplicateMarking(articles: try store.listedCount())
        while let entry = try entries.next() {
            switch entry {
            case .article(let place):
                let original = try duplicates.original(of: place)
                let isLeftOut = original != nil && run.recipe.duplicates == .skip
                try speakers.note(place, isCounted: !isLeftOut)
                if let original, isLeftOut {
                    try leaveOut(DuplicateMarking.reject(place, of: original), writer)
                    continue
                }
                counts.articles += 1
                // A mark may change though the article does not.
                let stamp = place.fingerprint.bytes + Array((original ?? "").utf8)
                let placement = Placement(file: place.file, record: place.record, stamp: stamp)
                let isCopied = try writer.append(at: placement) {
                    try DuplicateMarking.marked(store.rows(at: place), original)
                }
                if isCopied { counts.copied += 1 }
            case .repeated(let place, let reject):
                try speakers.note(place, isCounted: false)
                try leaveOut(reject, writer)
            case .reject(let reject):
                counts.rejects[reject.code, default: 0] += 1
                try writer.append(reject)
            }
        }
        try speakers.finish()
        try speakers.write(to: writer)
        counts.duplicates = duplicates.count
        writer.duplicates = duplicates.count
        try store.close()
        return try writer.publish(keep: run.recipe.keepGenerations, run: record().document)
    }

    private mutating func leaveOut(_ reject: Reject, _ writer: GenerationWriter) throws {
        note(reject)
        counts.rejects[reject.code, default: 0] += 1
        try writer.append(reject)
    }

    private func record() -> RunRecord {
        RunRecord(
            run: run, files: inputs.files.count, counts: counts, reasons: reasons, report: report, started: started,
            elapsed: clock.now - begin)
    }
}

extension RejectCode {
    /// Whether the same file may give something else when it is read again.
    fileprivate var isPassing: Bool {
        switch self {
        case .unreadable, .notARegularFile, .tookTooLong: true
        default: false
        }
    }
}

/// Collects records for one transaction; a transaction for each would be a sync for each.
private struct ListingBatch {
    let store: Store
    private var records: [(input: String, record: ListedRecord)] = []
    private static let size = 256

    init(store: Store) { self.store = store }

    mutating func add(_ record: ListedRecord, of input: String) throws {
        records.append((input, record))
        if records.count >= Self.size { try commit() }
    }

    mutating func commit() throws {
        try store.commit(records)
        records.removeAll(keepingCapacity: true)
    }
}
