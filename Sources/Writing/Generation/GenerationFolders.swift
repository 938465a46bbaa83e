/// The generations beside each other in `.NAME/`: which there are, which is shown, which go.
enum GenerationFolders {
    /// The numbers of finished generations, ascending.
    static func numbers(in location: OutputLocation) throws(WritingError) -> [Int] {
        try SystemCalls.names(in: location.stateFolder).compactMap(OutputLocation.generationNumber).sorted()
    }

    /// Removes what runs left that died: temporary folders and links, and generations that readers were never shown.
    /// - Parameter linked: nil when there is no link; no finished generation is removed then.
    static func removeUnpublished(in location: OutputLocation, linked: Int?) throws(WritingError) {
        for name in try SystemCalls.names(in: location.stateFolder) {
            let number = OutputLocation.generationNumber(name)
            let isUnseen = if let number, let linked { number > linked } else { false }
            let isTemporary = name.hasSuffix(".tmp")
            if isUnseen || isTemporary {
                try SystemCalls.remove(location.stateFolder + "/" + name)
            }
        }
    }

    /// Gives a finished folder its name, and points the link to it.
    static func show(_ number: Int, in location: OutputLocation, from folder: String) throws(WritingError) {
        let name = OutputLocation.generationName(number)
        try SystemCalls.move(folder, to: location.stateFolder + "/" + name)
        let link = location.stateFolder + "/" + newLink
        try SystemCalls.link(link, to: ".\(location.name)/\(name)")
        try SystemCalls.syncFolder(location.stateFolder)
        // Somebody may have put a folder there meanwhile; rename would then fail, or replace a file.
        _ = try location.linkedGeneration()
        try SystemCalls.move(link, to: location.linkPath)
        try SystemCalls.syncFolder(location.folder)
    }

    /// Removes old generations.
    ///
    /// Those that stay: the newest `keep`; as many different ones, when some are repeats; and the one that readers saw
    /// until now, who may have opened some of its files and not yet the others.
    /// - Parameters:
    ///   - linked: the generation that readers see.
    ///   - before: the one that they saw until now.
    static func prune(in location: OutputLocation, keep: Int, linked: Int, before: Int?) throws(WritingError) {
        var contents: Set<FileLook> = []
        for (place, number) in try numbers(in: location).reversed().enumerated() {
            let folder = location.stateFolder + "/" + OutputLocation.generationName(number)
            // A repeat has the descriptor of the generation that it repeats.
            let content = FileLook(path: folder + "/datapackage.json")
            let isDifferent = content.map { contents.count < keep && contents.insert($0).inserted } ?? false
            if number == linked || number == before || place < keep || isDifferent { continue }
            try SystemCalls.remove(folder)
        }
    }

    /// Points from `FOLDER` once it is renamed into place; where it is made, it dangles.
    private static let newLink = "link.tmp"
}
