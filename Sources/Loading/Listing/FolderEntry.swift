#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What stands under a name in a folder.
package struct FolderEntry: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case file
        case folder
        /// A link to a folder: listed, but not entered on the way down, so that no loop can hold a walk.
        case linkToFolder
        /// A link to nothing.
        case danglingLink
        /// Something that cannot be looked at.
        case unreadable
        /// A FIFO, a socket, a device.
        case other
    }

    package var name: String
    package var kind: Kind

    /// The entries of a folder, hidden ones too, without `.` and `..`, in no order; nil when it cannot be listed.
    package static func list(_ folder: String) -> [FolderEntry]? {
        var entries: [FolderEntry] = []
        return visit(folder) { entries.append($0) } ? entries : nil
    }

    /// Calls `body` with one entry after the other, so that a folder of a million files is never held.
    /// - Returns: false when it cannot be listed.
    static func visit(_ folder: String, _ body: (FolderEntry) -> Void) -> Bool {
        guard let stream = opendir(folder) else { return false }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            guard let name = name(of: entry), name != ".", name != ".." else { continue }
            // Most file systems tell; else one has to look.
            let kind: Kind =
                switch Int(entry.pointee.d_type) {
                case Int(DT_REG): .file
                case Int(DT_DIR): .folder
                default: kind(of: folder + "/" + name) ?? .unreadable
                }
            body(FolderEntry(name: name, kind: kind))
        }
        return true
    }

    /// Nil when there is nothing of that name.
    package static func kind(of path: String) -> Kind? {
        var own = stat()
        guard lstat(path, &own) == 0 else {
            return errno == ENOENT || errno == ENOTDIR ? nil : .unreadable
        }
        guard own.st_mode & S_IFMT == S_IFLNK else { return kind(own, isLink: false) }
        var target = stat()
        return stat(path, &target) == 0 ? kind(target, isLink: true) : .danglingLink
    }

    private static func kind(_ status: stat, isLink: Bool) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: isLink ? .linkToFolder : .folder
        default: .other
        }
    }

    /// Read in place: the record is shorter than the type says.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
        return String(cString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self))
    }
}
