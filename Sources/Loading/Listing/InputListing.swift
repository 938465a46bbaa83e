/// Turns what a recipe or a command line names into the files to read.
///
/// A pattern is a file, a folder (every file beneath it), a manifest (`@list.txt`, see `Manifest`), or a glob with `*`, `?`, `[…]` (see `GlobPattern`) and `**`
/// for any number of folders. Hidden names are left out unless the pattern spells the dot. Links to folders are followed
/// where a pattern names them or a wildcard matches them, but not beneath a folder or under `**`, so no loop can hold a
/// listing. Nothing but manifests is opened.
package struct InputListing {
    /// - Parameters:
    ///   - patterns: "-" is standard input. A pattern that is the name of a file is that file, wildcards or not.
    ///   - folder: where patterns that do not begin with "/" start; it does not become part of a label.
    /// - Returns: sorted by the bytes of the path, each path once. What turns out not to be a file (a folder that a glob
    ///   matched, a FIFO, a dangling link, a folder that cannot be listed) is among them and becomes a reject when it is
    ///   opened; only beneath a folder are FIFOs, sockets and devices passed over.
    /// - Throws: `noSuchInput` for the first pattern that names nothing, an empty folder included.
    package static func expand(
        _ patterns: [String], relativeTo folder: String
    ) throws(LoadingError) -> [InputFile] {
        var files: [InputFile] = []
        for pattern in patterns {
            if pattern == "-" {
                files.append(.standardInput)
                continue
            }
            var walk = Walk(folder: folder)
            walk.expand(pattern)
            if walk.files.isEmpty, let manifest = Manifest(pattern, relativeTo: folder) {
                files += try manifest.files()
                continue
            }
            if walk.files.isEmpty { throw .noSuchInput(pattern) }
            if files.isEmpty { files = walk.files } else { files += walk.files }
        }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        // Compared as bytes: two names that only Unicode calls equal are two files.
        // In place, since a listing may be the largest thing that a run holds.
        var count = 0
        for index in files.indices
        where count == 0 || !files[count - 1].path.utf8.elementsEqual(files[index].path.utf8) {
            files.swapAt(count, index)
            count += 1
        }
        files.removeSubrange(count...)
        return files
    }
}

/// One pattern's way through the folders.
private struct Walk {
    let folder: String
    var files: [InputFile] = []

    mutating func expand(_ pattern: String) {
        if pattern.isEmpty { return }
        let components = Self.components(pattern)
        let root = pattern.hasPrefix("/") ? "/" : ""
        let label = root + components.joined(separator: "/")
        if let kind = FolderEntry.kind(of: path(of: label)) {
            kind == .folder || kind == .linkToFolder ? addAll(beneath: label) : add(label)
        } else if GlobPattern.hasWildcards(pattern) {
            match(components[...], in: root, isUnderAnyDepth: false)
        }
    }

    /// Adds what the rest of a pattern matches in a folder. Depth is bounded by the pattern, and under `**` by the
    /// operating system's longest path.
    /// - Parameter isUnderAnyDepth: whether the component before was `**`.
    private mutating func match(_ components: ArraySlice<String>, in label: String, isUnderAnyDepth: Bool) {
        guard let component = components.first else { return }
        let rest = components.dropFirst()
        if component == "**" {
            if rest.isEmpty { return addAll(beneath: label) }
            match(rest, in: label, isUnderAnyDepth: true)
            guard let entries = list(label) else { return }
            for entry in entries where entry.kind == .folder && !entry.name.hasPrefix(".") {
                match(components, in: join(label, entry.name), isUnderAnyDepth: true)
            }
        } else if !GlobPattern.hasWildcards(component) {
            let name = join(label, component)
            guard let kind = FolderEntry.kind(of: path(of: name)) else { return }
            rest.isEmpty ? add(name) : enter(kind, name, rest)
        } else {
            guard let entries = list(label) else { return }
            let pattern = GlobPattern(component)
            // "**/*" means every file: the folders are gone through anyway.
            let takesFolders = !(isUnderAnyDepth && component == "*")
            for entry in entries where pattern.matches(entry.name) {
                let name = join(label, entry.name)
                if !rest.isEmpty {
                    enter(entry.kind, name, rest)
                } else if takesFolders || entry.kind != .folder {
                    add(name)
                }
            }
        }
    }

    private mutating func enter(_ kind: FolderEntry.Kind, _ label: String, _ rest: ArraySlice<String>) {
        switch kind {
        case .folder, .linkToFolder: match(rest, in: label, isUnderAnyDepth: false)
        case .unreadable: add(label)
        case .file, .danglingLink, .other: break
        }
    }

    private mutating func addAll(beneath label: String) {
        guard let entries = list(label) else { return }
        for entry in entries where !entry.name.hasPrefix(".") {
            let name = join(label, entry.name)
            switch entry.kind {
            case .folder: addAll(beneath: name)
            case .file, .danglingLink, .unreadable: add(name)
            case .linkToFolder, .other: break
            }
        }
    }

    /// Nil, and the folder itself as an input that will be rejected, when it cannot be listed.
    private mutating func list(_ label: String) -> [FolderEntry]? {
        let entries = FolderEntry.list(path(of: label))
        if entries == nil { add(label.isEmpty ? "." : label) }
        return entries
    }

    private mutating func add(_ label: String) {
        files.append(InputFile(label: label, path: path(of: label)))
    }

    private func path(of label: String) -> String {
        if label.isEmpty { return folder.isEmpty ? "." : folder }
        return label.hasPrefix("/") ? label : join(folder, label)
    }

    private func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// Without empty ones and ".", so that "a//b" and "./a/b" are one file; "**/**" says no more than "**".
    private static func components(_ pattern: String) -> [String] {
        var components: [String] = []
        for component in pattern.split(separator: "/").map(String.init) where component != "." {
            if component != "**" || components.last != "**" { components.append(component) }
        }
        return components
    }
}
