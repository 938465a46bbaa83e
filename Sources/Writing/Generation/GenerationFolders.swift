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
            let isTemporary = name.hasPrefix("generation-") && name.contains(".tmp")
            if isUnseen || isTemporary || name == newLink {
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

    /// Removes all but the newest generations; never the one that readers see.
    static func prune(in location: OutputLocation, keep: Int, linked: Int) throws(WritingError) {
        for number in try numbers(in: location).dropLast(keep) where number != linked {
            try SystemCalls.remove(location.stateFolder + "/" + OutputLocation.generationName(number))
        }
    }

    /// Points from `FOLDER` once it is renamed into place; where it is made, it dangles.
    private static let newLink = "link.tmp"
}
