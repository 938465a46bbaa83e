import TextModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes one generation of an output's datasets and shows it to readers in one step.
///
/// The files grow in `.NAME/generation-N.tmp`. `publish` syncs them, renames the folder to `generation-N` and then renames
/// a new link over `FOLDER/NAME`, so a reader always sees one complete generation. Whatever ends a run before that leaves
/// the link as it was; the next run's writer removes what was left behind.
///
/// Take a `RunLock` first. Rows may come for any table at any time; nothing is held but a write buffer a file. Not for use
/// by two threads at once.
package final class GenerationWriter {
    /// The number of this generation.
    package let number: Int

    private let location: OutputLocation
    private let folder: String
    private let tables: [TableFiles]
    private let placeOfTable: [String: Int]
    private let rejects: HashedFile
    private let rejectLine = JSONLine(.rejects)
    private var rejectCounts: [RejectCode: Int] = [:]
    private var isPublished = false
    /// Articles that are the same as an earlier one, for the next run to know.
    package var duplicates = 0
    private let linkedBefore: Int?
    private let options: Options
    /// Where rows that have not changed are copied from.
    private let earlier: EarlierGeneration?
    /// Rows to be copied that follow each other there, and here.
    private var waiting: (start: [Extent], length: [Extent])?
    /// The same for runs of rows, which are of one table.
    private var waitingRuns: (table: Int, start: Extent, length: Extent)?
    private let outline: HashedFile
    private let headings: [Extent]

    /// What a generation's bytes depend on besides its rows.
    package struct Options: Sendable {
        package var csv = CSVOptions()
        /// Names the program and the options, for the next run.
        package var configuration: [UInt8] = []
        /// Names the listing that is written.
        package var revision: [UInt8] = []

        package init() {}
    }

    /// Removes what dead runs left, and opens the new generation's files.
    /// - Parameters:
    ///   - location: prepared.
    ///   - earlier: where rows that have not changed are copied from.
    /// - Throws: `cannotCreate`, `writeFailed`, `occupied`.
    package init(
        _ location: OutputLocation, tables: [Table] = Table.all, options: Options = Options(),
        earlier: EarlierGeneration? = nil
    ) throws(WritingError) {
        self.location = location
        self.options = options
        self.earlier = earlier
        let linked = try location.linkedGeneration()
        linkedBefore = linked
        try GenerationFolders.removeUnpublished(in: location, linked: linked)
        number = try (GenerationFolders.numbers(in: location).last ?? 0) + 1
        folder = "\(location.stateFolder)/\(OutputLocation.generationName(number)).tmp"
        try SystemCalls.createFolder(folder)
        do {
            var files: [TableFiles] = []
            for table in tables { files.append(try TableFiles(table, in: folder, options: options.csv)) }
            self.tables = files
            headings = files.filter { file in
                (OutlineEntry.tables + [OutlineRun.table]).contains { $0.name == file.table.name }
            }.map(\.extent)
            outline = try HashedFile(location.outlinePath + ".tmp")
            rejects = try HashedFile(folder + "/rejects.jsonl")
        } catch {
            try? SystemCalls.remove(folder)
            throw error
        }
        placeOfTable = Dictionary(uniqueKeysWithValues: tables.enumerated().map { ($0.element.name, $0.offset) })
    }

    deinit {
        // A generation that was given up. If this fails, the next run removes it.
        if !isPublished {
            try? SystemCalls.remove(folder)
            try? SystemCalls.remove(location.outlinePath + ".tmp")
        }
    }

    /// - Parameter table: one of those given to `init`; a row for any other one is `malformedRow`.
    package func append(_ row: Row, to table: Table) throws(WritingError) {
        guard let place = placeOfTable[table.name] else {
            throw .malformedRow(table: table.name, expected: 0, found: row.count)
        }
        try tables[place].append(row)
    }

    /// All rows of an article at its place; call it in order of places.
    ///
    /// Rows that the earlier generation has are copied; `rows` is then not called.
    /// - Returns: whether they were copied.
    @discardableResult
    package func append(
        at place: Placement, rows: () throws -> ArticleRows
    ) throws -> Bool {
        if let found = earlier?.find(place) {
            if let stretch = waiting, stretch.start + stretch.length == found.start {
                waiting = (stretch.start, stretch.length + found.length)
            } else {
                try copyWaiting()
                waiting = found
            }
            try note(place, found.length)
            return true
        }
        try copyWaiting()
        let before = tables.prefix(OutlineEntry.tables.count).map(\.extent)
        try append(rows())
        try note(place, tables.prefix(OutlineEntry.tables.count).map(\.extent) - before)
        return false
    }

    /// A run of rows of `table`; call it after the last article.
    ///
    /// A run that the earlier generation has is copied; `rows` is then not called.
    /// - Parameter name: of all that the rows depend on, as no stranger can foresee it; equal names mean equal rows.
    /// - Returns: whether they were copied.
    @discardableResult
    package func append(run name: UInt64, to table: Table, rows: () throws -> [Row]) throws -> Bool {
        guard let place = placeOfTable[table.name] else {
            throw WritingError.malformedRow(table: table.name, expected: 0, found: 0)
        }
        let found = earlier?.findRun(name)
        if let found {
            if let runs = waitingRuns, runs.table == place, runs.start + runs.length == found.start {
                waitingRuns = (place, runs.start, runs.length + found.length)
            } else {
                try copyWaiting()
                waitingRuns = (place, found.start, found.length)
            }
            OutlineRun(name: name, extent: found.length).append(to: &outline.buffer)
        } else {
            try copyWaiting()
            let before = tables[place].extent
            for row in try rows() { try tables[place].append(row) }
            OutlineRun(name: name, extent: tables[place].extent - before).append(to: &outline.buffer)
        }
        try outline.flushIfLarge()
        return found != nil
    }

    private func note(_ place: Placement, _ extents: [Extent]) throws(WritingError) {
        OutlineEntry(place: place, extents: extents).append(to: &outline.buffer)
        try outline.flushIfLarge()
    }

    private func copyWaiting() throws(WritingError) {
        if let stretch = waiting {
            waiting = nil
            try earlier?.copy(from: stretch.start, length: stretch.length, to: tables)
        }
        if let runs = waitingRuns {
            waitingRuns = nil
            try earlier?.copyRuns(from: runs.start, length: runs.length, to: tables[runs.table])
        }
    }

    /// All rows of an article. The speakers come at the end, from the whole corpus.
    package func append(_ rows: ArticleRows) throws(WritingError) {
        try append(rows.article, to: .articles)
        for row in rows.attributions { try append(row, to: .attributions) }
        for row in rows.quotes { try append(row, to: .quotes) }
        for row in rows.claims { try append(row, to: .numericClaims) }
    }

    package func append(_ reject: Reject) throws(WritingError) {
        let origin = reject.origin
        let row: Row = [
            .text(origin.file), .integer(origin.record), .integer(origin.byteOffset), .text(orNull: reject.givenID),
            .text(reject.code.rawValue), .text(reject.message),
        ]
        rejectLine.append(row, to: &rejects.buffer)
        rejectCounts[reject.code, default: 0] += 1
        try rejects.flushIfLarge()
    }

    /// Finishes every file, shows the generation to readers and removes old ones.
    /// - Parameters:
    ///   - keep: how many generations to keep, this one included; at least 1.
    ///   - run: makes `run.json` from what was written.
    /// - Throws: `writeFailed`, `cannotCreate`; up to the last rename readers then still see the generation before.
    @discardableResult
    package func publish(
        keep: Int, run: (GenerationSummary) -> JSONValue
    ) throws(WritingError) -> GenerationSummary {
        try copyWaiting()
        var written: [WrittenTable] = []
        for table in tables { written.append(try table.finish()) }
        let rejectFile = try rejects.finished("rejects.jsonl")
        let summary = GenerationSummary(
            number: number, tables: written, rejects: rejectCounts,
            rejectFile: rejectFile)
        let package = DataPackage.descriptor(name: location.name, tables: written, rejects: summary.rejectFile)
        try write(package, to: "datapackage.json")
        try write(run(summary), to: "run.json")
        let looks = try looks(
            of: written.flatMap { [$0.csv.name, $0.json.name] } + ["rejects.jsonl", "datapackage.json"])
        try SystemCalls.syncFolder(folder)
        try GenerationFolders.show(number, in: location, from: folder)
        isPublished = true
        let entries = try outline.finished("outline")
        try SystemCalls.move(location.outlinePath + ".tmp", to: location.outlinePath)
        try OutlineHead(
            generation: number, configuration: options.configuration, revision: options.revision,
            entries: entries, tables: written,
            headings: headings, rejects: rejectCounts, rejectFile: summary.rejectFile,
            duplicates: duplicates, looks: looks
        ).save(in: location)
        try GenerationFolders.prune(in: location, keep: max(1, keep), linked: number, before: linkedBefore)
        return summary
    }

    private func looks(of names: [String]) throws(WritingError) -> [String: FileLook] {
        var looks: [String: FileLook] = [:]
        for name in names {
            guard let look = FileLook(path: folder + "/" + name) else {
                throw .readFailed(path: folder + "/" + name, errno: ENOENT)
            }
            looks[name] = look
        }
        return looks
    }

    private func write(_ document: JSONValue, to name: String) throws(WritingError) {
        let file = try HashedFile(folder + "/" + name)
        file.buffer = document.document()
        _ = try file.finish()
    }
}

/// What a generation holds, for `run.json` and the log.
package struct GenerationSummary: Sendable {
    package let number: Int
    /// In the order given.
    package let tables: [WrittenTable]
    /// By code.
    package let rejects: [RejectCode: Int]
    package let rejectFile: WrittenFile
}
