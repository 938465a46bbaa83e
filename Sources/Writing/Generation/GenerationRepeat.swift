import TextModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Publishes a generation that holds the same as the one before: its files are links to the same bytes, and only `run.json`
/// is new. So each run leaves its record, at the cost of one small file.
package enum GenerationRepeat {
    /// - Parameters:
    ///   - earlier: the generation that readers see.
    ///   - keep: how many generations to keep, this one included; at least 1.
    ///   - run: makes `run.json` from what was written then.
    /// - Throws: as `GenerationWriter.publish` does.
    @discardableResult
    package static func publish(
        _ earlier: EarlierGeneration, in location: OutputLocation, keep: Int, run: (GenerationSummary) -> JSONValue
    ) throws(WritingError) -> GenerationSummary {
        let linked = try location.linkedGeneration()
        try GenerationFolders.removeUnpublished(in: location, linked: linked)
        var head = earlier.head
        head.generation = try (GenerationFolders.numbers(in: location).last ?? 0) + 1
        let folder = "\(location.stateFolder)/\(OutputLocation.generationName(head.generation)).tmp"
        try SystemCalls.createFolder(folder)
        let summary = GenerationSummary(
            number: head.generation, tables: head.tables, rejects: head.rejects, rejectFile: head.rejectFile)
        do {
            for name in earlier.names {
                try SystemCalls.linkOrCopy(earlier.folder + "/" + name, to: folder + "/" + name)
                // A copy is another file.
                head.looks[name] = FileLook(path: folder + "/" + name)
            }
            let file = try HashedFile(folder + "/run.json")
            file.buffer = run(summary).document()
            _ = try file.finish()
            try SystemCalls.syncFolder(folder)
            try GenerationFolders.show(head.generation, in: location, from: folder)
        } catch {
            try? SystemCalls.remove(folder)
            throw error
        }
        try head.save(in: location)
        try GenerationFolders.prune(in: location, keep: max(1, keep), linked: head.generation, before: linked)
        return summary
    }
}

extension SystemCalls {
    /// Gives a file a second name; where the file system has no such thing, it is copied.
    fileprivate static func linkOrCopy(_ old: String, to new: String) throws(WritingError) {
        if hardLink(old, new) { return }
        guard let file = ReadFile(old), let look = file.look else { throw .readFailed(path: old, errno: errno) }
        let copy = try HashedFile(new)
        try copy.copy(from: file, at: 0, count: look.numbers[0])
        _ = try copy.finish()
    }
}

extension OutlineHead {
    /// Replaces the one that is there.
    func save(in location: OutputLocation) throws(WritingError) {
        try AtomicFile.write(bytes, to: location.outlineHeadPath)
    }
}
