import Foundation

/// The reference material beside the project, where it is there.
enum Shared {
    /// The path of `../shared/NAME`, from the folder of the sources; nil when there is none.
    static func folder(_ name: String) -> String? {
        let source = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = source.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = root.deletingLastPathComponent().appendingPathComponent("shared/\(name)").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
