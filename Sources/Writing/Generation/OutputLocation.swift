/// Where the datasets of one recipe live.
///
/// `FOLDER/NAME` is a link to `.NAME/generation-000012`; `FOLDER/.NAME/` holds the generations, the store, the lock and the
/// outline of the newest generation.
package struct OutputLocation: Hashable, Sendable {
    /// The folder that holds the link; no slash at the end.
    package let folder: String
    package let name: String

    /// - Throws: `WritingError.invalidName` for an empty name, one that begins with a dot, and one with a slash or NUL.
    package init(folder: String, name: String) throws(WritingError) {
        guard !name.isEmpty, !name.hasPrefix("."), !name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 })
        else { throw .invalidName(name) }
        var folder = folder.isEmpty ? "." : folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.folder = folder
        self.name = name
    }

    /// What readers open.
    package var linkPath: String { folder + "/" + name }
    package var stateFolder: String { folder + "/." + name }
    package var storePath: String { stateFolder + "/store.sqlite" }
    package var lockPath: String { stateFolder + "/lock" }
    /// How the newest generation is made up, so that the next one can copy from it.
    var outlinePath: String { stateFolder + "/outline" }
    var outlineHeadPath: String { stateFolder + "/outline.head" }

    /// Makes the folders, with those above them.
    /// - Throws: `cannotCreate`; `occupied` when what stands at `linkPath` is not our link.
    package func prepare() throws(WritingError) {
        for folder in foldersAbove { try SystemCalls.ensureFolder(folder, followingLinks: true) }
        _ = try linkedGeneration()
        try SystemCalls.ensureFolder(stateFolder)
    }

    /// The number of the generation that readers see; nil before the first one.
    /// - Throws: `occupied` when a file, a folder or a foreign link stands there.
    package func linkedGeneration() throws(WritingError) -> Int? {
        switch SystemCalls.kind(of: linkPath) {
        case .nothing: return nil
        case .file: throw .occupied(path: linkPath, found: "a file")
        case .folder: throw .occupied(path: linkPath, found: "a folder")
        case .other: throw .occupied(path: linkPath, found: "a special file")
        case .link: break
        }
        let target = SystemCalls.linkTarget(linkPath) ?? ""
        let prefix = "." + name + "/"
        guard target.hasPrefix(prefix), let number = Self.generationNumber(String(target.dropFirst(prefix.count)))
        else { throw .occupied(path: linkPath, found: "a link to \(target)") }
        return number
    }

    /// "generation-000012": wide enough to sort by name.
    static func generationName(_ number: Int) -> String {
        let digits = String(number)
        return "generation-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// - Returns: nil for any other name, temporary ones included.
    static func generationNumber(_ name: String) -> Int? {
        let prefix = "generation-"
        guard name.hasPrefix(prefix), let number = Int(name.dropFirst(prefix.count)), generationName(number) == name
        else { return nil }
        return number
    }

    /// The number in the name of a generation's folder; nil for any other name.
    package static func generation(_ name: String) -> Int? { generationNumber(name) }

    package static func generationFolder(_ number: Int) -> String { generationName(number) }

    private var foldersAbove: [String] {
        var paths: [String] = []
        var path = ""
        for (index, part) in folder.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
            path += index == 0 ? String(part) : "/" + part
            if !part.isEmpty { paths.append(path) }
        }
        return paths
    }
}
