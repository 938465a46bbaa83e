import TextModel

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
    private var rejectCount = 0
    private var isPublished = false

    /// Removes what dead runs left, and opens the new generation's files.
    /// - Parameter location: prepared.
    /// - Throws: `cannotCreate`, `writeFailed`, `occupied`.
    package init(
        _ location: OutputLocation, tables: [Table] = Table.all, options: CSVOptions = CSVOptions()
    ) throws(WritingError) {
        self.location = location
        let linked = try location.linkedGeneration()
        try GenerationFolders.removeUnpublished(in: location, linked: linked)
        number = try (GenerationFolders.numbers(in: location).last ?? 0) + 1
        folder = "\(location.stateFolder)/\(OutputLocation.generationName(number)).tmp"
        try SystemCalls.createFolder(folder)
        do {
            var files: [TableFiles] = []
            for table in tables { files.append(try TableFiles(table, in: folder, options: options)) }
            self.tables = files
            rejects = try HashedFile(folder + "/rejects.jsonl")
        } catch {
            try? SystemCalls.remove(folder)
            throw error
        }
        placeOfTable = Dictionary(uniqueKeysWithValues: tables.enumerated().map { ($0.element.name, $0.offset) })
    }

    deinit {
        // A generation that was given up. If this fails, the next run removes it.
        if !isPublished { try? SystemCalls.remove(folder) }
    }

    /// - Parameter table: one of those given to `init`; a row for any other one is `malformedRow`.
    package func append(_ row: Row, to table: Table) throws(WritingError) {
        guard let place = placeOfTable[table.name] else {
            throw .malformedRow(table: table.name, expected: 0, found: row.count)
        }
        try tables[place].append(row)
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
        rejectCount += 1
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
        var written: [WrittenTable] = []
        for table in tables { written.append(try table.finish()) }
        let rejectFile = try rejects.finish()
        let summary = GenerationSummary(
            number: number, tables: written, rejects: rejectCount,
            rejectFile: WrittenFile(name: "rejects.jsonl", bytes: rejectFile.bytes, sha256: rejectFile.sha256))
        let package = DataPackage.descriptor(name: location.name, tables: written, rejects: summary.rejectFile)
        try write(package, to: "datapackage.json")
        try write(run(summary), to: "run.json")
        try SystemCalls.syncFolder(folder)
        try GenerationFolders.show(number, in: location, from: folder)
        isPublished = true
        try GenerationFolders.prune(in: location, keep: max(1, keep), linked: number)
        return summary
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
    package let rejects: Int
    package let rejectFile: WrittenFile
}
