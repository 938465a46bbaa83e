/// A small file that a reader sees as it was or as it is, and never half-written.
package enum AtomicFile {
    /// What stands there; nil when there is no such file, or more than a megabyte of it. A link is not followed.
    package static func read(_ path: String) -> [UInt8]? { ReadFile(path)?.all(limit: 1 << 20) }

    /// Writes `PATH.tmp` beside it, syncs it and renames it. A link at either path is replaced, never followed.
    /// - Throws: `cannotCreate`, `writeFailed`; what was there before stands then.
    package static func write(_ bytes: [UInt8], to path: String) throws(WritingError) {
        let temporary = path + ".tmp"
        // Whoever names the path may have a folder there; that is not ours to remove.
        if SystemCalls.kind(of: temporary) != .folder { try SystemCalls.remove(temporary) }
        do {
            let file = try HashedFile(temporary)
            file.buffer = bytes
            _ = try file.finish()
            try SystemCalls.move(temporary, to: path)
        } catch {
            if SystemCalls.kind(of: temporary) == .file { try? SystemCalls.remove(temporary) }
            throw error
        }
        try SystemCalls.syncFolder(SystemCalls.folder(of: path))
    }
}

extension SystemCalls {
    fileprivate static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
