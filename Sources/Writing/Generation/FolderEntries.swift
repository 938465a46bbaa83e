import TextModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What stands at a path. A link is a link, whatever it points to.
enum EntryKind: Hashable {
    case nothing, file, folder, link, other
}

extension SystemCalls {
    /// - Returns: `.nothing` also when the folder above cannot be read; making something there then tells why.
    static func kind(of path: String) -> EntryKind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// Where a link points; nil when there is no link.
    static func linkTarget(_ path: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { room -> String? in
            guard let start = room.baseAddress else { return nil }
            let length = readlink(path, start, room.count)
            guard length >= 0 else { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
        }
    }

    /// The names in a folder, sorted by bytes, without "." and "..".
    static func names(in folder: String) throws(WritingError) -> [String] {
        guard let stream = opendir(folder) else { throw .writeFailed(path: folder, errno: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted(by: bytesPrecede)
    }

    /// Removes a file, a link (not what it points to) or a folder with all it holds. Nothing there is no fault.
    static func remove(_ path: String) throws(WritingError) {
        switch kind(of: path) {
        case .nothing: return
        case .folder:
            for name in try names(in: path) { try remove(path + "/" + name) }
            guard rmdir(path) == 0 || errno == ENOENT else { throw .writeFailed(path: path, errno: errno) }
        case .file, .link, .other:
            guard unlink(path) == 0 || errno == ENOENT else { throw .writeFailed(path: path, errno: errno) }
        }
    }
}
