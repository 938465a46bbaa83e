import TextModel

/// The newest generation as it was written, as a source of bytes for the next one.
///
/// Rows of an article that has not changed are the same bytes again, so they are copied and not made. Not for use by two
/// threads at once.
package final class EarlierGeneration {
    let head: OutlineHead
    let folder: String
    /// The tables by article, then the one of the runs.
    private let tables: [EarlierTable]
    private var entries: OutlineReader
    private var current: OutlineEntry?
    /// Where the rows of `current` begin.
    private var start: [Extent]
    /// By name; read when the first one is looked for.
    private var runs: [UInt64: (start: Extent, length: Extent)]?

    /// Opens the newest generation when it can be trusted to the byte.
    /// - Parameter configuration: what the next generation's bytes depend on besides its rows.
    /// - Returns: nil when there is none, when it was made otherwise, and when one of its files is gone, was edited or
    ///   replaced: then everything is to be written anew.
    package init?(in location: OutputLocation, configuration: [UInt8], tables: [Table] = Table.all) {
        guard let head = Self.head(in: location, tables), head.configuration == configuration else { return nil }
        self.head = head
        folder = location.stateFolder + "/" + OutputLocation.generationName(head.generation)
        let folder = folder
        guard head.looks.allSatisfy({ FileLook(path: folder + "/" + $0.key) == $0.value }) else { return nil }
        var files: [EarlierTable] = []
        for table in OutlineEntry.tables + [OutlineRun.table] {
            guard let written = head.tables.first(where: { $0.table.name == table.name }),
                let csv = ReadFile(folder + "/" + table.name + ".csv"),
                let json = ReadFile(folder + "/" + table.name + ".jsonl"),
                csv.look == head.looks[table.name + ".csv"], json.look == head.looks[table.name + ".jsonl"]
            else { return nil }
            files.append(EarlierTable(written: written, csv: csv, json: json))
        }
        guard let entries = ReadFile(location.outlinePath), entries.sha256() == head.entries.sha256 else { return nil }
        self.tables = files
        self.entries = OutlineReader(entries)
        start = Array(head.headings.prefix(OutlineEntry.tables.count))
        current = self.entries.next()
    }

    /// What the newest generation was made with; nil when nobody knows.
    package static func configuration(in location: OutputLocation, tables: [Table] = Table.all) -> [UInt8]? {
        head(in: location, tables)?.configuration
    }

    private static func head(in location: OutputLocation, _ tables: [Table]) -> OutlineHead? {
        ReadFile(location.outlineHeadPath)?.all(limit: 1 << 20).flatMap { OutlineHead($0, tables: tables) }
    }

    /// Rows of `articles`.
    package var articles: Int { head.tables.first { $0.table.name == Table.articles.name }?.rows ?? 0 }
    package var rejects: [RejectCode: Int] { head.rejects }
    package var duplicates: Int { head.duplicates }

    /// The names of all files but `run.json`, sorted by bytes.
    var names: [String] { head.looks.keys.sorted(by: bytesPrecede) }

    /// Whether it shows this listing to readers now: nothing at all is to be written then but `run.json`.
    package func isCurrent(revision: [UInt8], in location: OutputLocation) throws(WritingError) -> Bool {
        let linked = try location.linkedGeneration()
        return !revision.isEmpty && head.revision == revision && linked == head.generation
    }

    /// Looks for an article; call it in order of places.
    /// - Returns: where its rows begin and how much they take; nil when it was not there, or was another.
    func find(_ place: Placement) -> (start: [Extent], length: [Extent])? {
        while let entry = current, entry.place.precedes(place) { pass(entry) }
        guard let entry = current, entry.place == place else { return nil }
        defer { pass(entry) }
        return (start, entry.extents)
    }

    /// Copies a stretch of each table's files to the end of the new ones.
    func copy(from start: [Extent], length: [Extent], to new: [TableFiles]) throws(WritingError) {
        for index in OutlineEntry.tables.indices {
            try new[index].copy(length[index], from: start[index], of: tables[index])
        }
    }

    /// Looks for a run of rows; call it after the last article.
    func findRun(_ name: UInt64) -> (start: Extent, length: Extent)? {
        let known = runs ?? readRuns()
        runs = known
        return known[name]
    }

    private func readRuns() -> [UInt64: (start: Extent, length: Extent)] {
        while let entry = current { pass(entry) }
        var place = head.headings[OutlineEntry.tables.count]
        var runs: [UInt64: (start: Extent, length: Extent)] = [:]
        while let run = entries.nextRun() {
            runs[run.name] = (place, run.extent)
            place = place + run.extent
        }
        return runs
    }

    /// Copies runs that follow each other to the end of the new table.
    func copyRuns(from start: Extent, length: Extent, to new: TableFiles) throws(WritingError) {
        try new.copy(length, from: start, of: tables[OutlineEntry.tables.count])
    }

    private func pass(_ entry: OutlineEntry) {
        start = start + entry.extents
        current = entries.next()
    }
}

/// A table's files in the earlier generation.
struct EarlierTable {
    let written: WrittenTable
    let csv: ReadFile
    let json: ReadFile
}
