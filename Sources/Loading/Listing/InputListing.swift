/// Turns what a recipe or a command line names into the files to read.
///
/// A pattern is a file, a folder (every file beneath it), a manifest (`@list.txt`, see `Manifest`), or a glob with `*`, `?`, `[…]` (see `GlobPattern`) and `**`
/// for any number of folders. Hidden names are left out unless the pattern spells the dot. Links to folders are followed
/// where a pattern names them or a wildcard matches them, but not beneath a folder or under `**`, so no loop can hold a
/// listing. Nothing but manifests is opened.
package enum InputListing {
    /// - Parameter patterns: of one input; see `add`.
    /// - Returns: sorted by the bytes of the path, each path once.
    /// - Throws: `noSuchInput` for the first pattern that names nothing, an empty folder included.
    package static func expand(
        _ patterns: [String], relativeTo folder: String, _ reading: InputReading = InputReading()
    ) throws(LoadingError) -> InputFiles {
        var files = InputFiles()
        for pattern in patterns { try add(pattern, relativeTo: folder, reading, to: &files) }
        files.sortByPath()
        return files
    }

    /// Adds what a pattern names, in no order. What turns out not to be a file (a folder that a glob matched, a FIFO, a
    /// dangling link, a folder that cannot be listed) is among it and becomes a reject when it is opened; only beneath a
    /// folder are FIFOs, sockets and devices passed over.
    /// - Parameters:
    ///   - pattern: "-" is standard input. A pattern that is the name of a file is that file, wildcards or not.
    ///   - folder: where patterns that do not begin with "/" start; it does not become part of a label.
    ///   - reading: how the files are read.
    /// - Throws: `noSuchInput` for a pattern that names nothing.
    package static func add(
        _ pattern: String, relativeTo folder: String, _ reading: InputReading, to files: inout InputFiles
    ) throws(LoadingError) {
        if pattern == "-" { return files.append(pattern, under: "", reading) }
        let count = files.count
        Walk(root: root(folder), reading: reading).expand(pattern, into: &files)
        if files.count > count { return }
        guard let manifest = Manifest(pattern, relativeTo: folder) else { throw .noSuchInput(pattern) }
        try manifest.add(reading, to: &files)
    }

    /// A folder as it goes before a name.
    static func root(_ folder: String) -> String {
        folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    }
}

/// One pattern's way through the folders.
private struct Walk {
    /// Empty, or with "/" at its end.
    let root: String
    let reading: InputReading

    func expand(_ pattern: String, into files: inout InputFiles) {
        if pattern.isEmpty { return }
        let components = Self.components(pattern)
        let start = pattern.hasPrefix("/") ? "/" : ""
        let label = start + components.joined(separator: "/")
        if let kind = FolderEntry.kind(of: path(of: label)) {
            kind == .folder || kind == .linkToFolder ? addAll(beneath: label, to: &files) : add(label, to: &files)
        } else if GlobPattern.hasWildcards(pattern) {
            match(components[...], in: start, isUnderAnyDepth: false, &files)
        }
    }

    /// Adds what the rest of a pattern matches in a folder. Depth is bounded by the pattern, and under `**` by the
    /// operating system's longest path.
    /// - Parameter isUnderAnyDepth: whether the component before was `**`.
    private func match(
        _ components: ArraySlice<String>, in label: String, isUnderAnyDepth: Bool, _ files: inout InputFiles
    ) {
        guard let component = components.first else { return }
        let rest = components.dropFirst()
        if component == "**" {
            if rest.isEmpty { return addAll(beneath: label, to: &files) }
            match(rest, in: label, isUnderAnyDepth: true, &files)
            var folders: [String] = []
            visit(label, &files) { entry, _ in
                if entry.kind == .folder, !entry.name.hasPrefix(".") { folders.append(entry.name) }
            }
            for name in folders { match(components, in: join(label, name), isUnderAnyDepth: true, &files) }
        } else if !GlobPattern.hasWildcards(component) {
            let name = join(label, component)
            guard let kind = FolderEntry.kind(of: path(of: name)) else { return }
            rest.isEmpty ? add(name, to: &files) : enter(kind, name, rest, &files)
        } else {
            let pattern = GlobPattern(component)
            // "**/*" means every file: the folders are gone through anyway.
            let takesFolders = !(isUnderAnyDepth && component == "*")
            var toEnter: [FolderEntry] = []
            visit(label, &files) { entry, files in
                guard pattern.matches(entry.name) else { return }
                if !rest.isEmpty {
                    if entry.kind != .file { toEnter.append(entry) }
                } else if takesFolders || entry.kind != .folder {
                    add(join(label, entry.name), to: &files)
                }
            }
            for entry in toEnter { enter(entry.kind, join(label, entry.name), rest, &files) }
        }
    }

    private func enter(
        _ kind: FolderEntry.Kind, _ label: String, _ rest: ArraySlice<String>, _ files: inout InputFiles
    ) {
        switch kind {
        case .folder, .linkToFolder: match(rest, in: label, isUnderAnyDepth: false, &files)
        case .unreadable: add(label, to: &files)
        case .file, .danglingLink, .other: break
        }
    }

    private func addAll(beneath label: String, to files: inout InputFiles) {
        var folders: [String] = []
        visit(label, &files) { entry, files in
            if entry.name.hasPrefix(".") { return }
            switch entry.kind {
            case .folder: folders.append(entry.name)
            case .file, .danglingLink, .unreadable: add(join(label, entry.name), to: &files)
            case .linkToFolder, .other: break
            }
        }
        for name in folders { addAll(beneath: join(label, name), to: &files) }
    }

    /// Calls `body` with each entry; the folder itself becomes an input that will be rejected when it cannot be listed.
    private func visit(
        _ label: String, _ files: inout InputFiles, _ body: (FolderEntry, inout InputFiles) -> Void
    ) {
        let isListed = FolderEntry.visit(path(of: label)) { body($0, &files) }
        if !isListed { add(label.isEmpty ? "." : label, to: &files) }
    }

    private func add(_ label: String, to files: inout InputFiles) { files.append(label, under: root, reading) }

    private func path(of label: String) -> String {
        if label.isEmpty { return root.isEmpty ? "." : root }
        return label.hasPrefix("/") ? label : root + label
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
