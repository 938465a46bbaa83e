import Foundation
import Loading
import TextModel

/// A published dataset, to be read: `Output/NAME`.
struct DatasetFolder {
    /// As somebody asked for it.
    let name: String
    /// Links are followed once, here, so that all files come from one generation even when a run publishes meanwhile.
    let path: String

    static let descriptor = "datapackage.json"
    static let record = "run.json"

    /// - Throws: `noSuchInput` when there is no such folder or it holds no dataset; `readFailed` when it is no folder.
    init(_ name: String) throws(AssemblyError) {
        switch FolderEntry.kind(of: name) {
        case .folder, .linkToFolder: break
        case nil, .danglingLink: throw .noSuchInput(name)
        case .file, .other: throw .readFailed(path: name, reason: "not a folder")
        case .unreadable: throw .readFailed(path: name, reason: "cannot be looked at")
        }
        self.name = name
        path = URL(fileURLWithPath: name).resolvingSymlinksInPath().path
        let marks = [Self.descriptor, Self.record] + Table.all.map(\.lines)
        guard marks.contains(where: { FolderEntry.kind(of: path + "/" + $0) != nil }) else {
            throw .noSuchInput(name + "/" + Self.descriptor)
        }
    }

    /// The dataset that a folder is, or those that lie or are linked in it, sorted by name.
    /// - Throws: `noSuchInput` when there is none.
    static func all(in folder: String) throws(AssemblyError) -> [DatasetFolder] {
        do throws(AssemblyError) {
            return [try DatasetFolder(folder)]
        } catch .noSuchInput where FolderEntry.kind(of: folder) != nil {
            let entries = FolderEntry.list(folder) ?? []
            let names = entries.filter { !$0.name.hasPrefix(".") && [.folder, .linkToFolder].contains($0.kind) }
                .map { folder.hasSuffix("/") ? folder + $0.name : folder + "/" + $0.name }
            let datasets = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { name in
                // A folder of something else is none of ours.
                try? DatasetFolder(name)
            }
            if datasets.isEmpty { throw .noSuchInput("\(folder)/*/\(descriptor)") }
            return datasets
        }
    }

    /// What the folder holds, hidden names too, sorted by bytes.
    func entries() throws(AssemblyError) -> [FolderEntry] {
        guard let entries = FolderEntry.list(path) else { throw .readFailed(path: name, reason: "cannot be listed") }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// - Throws: a reject when it is not there, no regular file, or cannot be opened.
    func open(_ file: String) throws(Reject) -> OpenFile {
        try OpenFile(path: path + "/" + file, label: name + "/" + file)
    }

    /// A small document, parsed.
    /// - Returns: a reason in one clause when it cannot be had.
    func document(_ file: String) -> Result<JSONValue, DocumentFault> {
        do throws(Reject) {
            let bytes = try open(file).bytes(limit: 16 << 20)
            do throws(JSONFault) {
                return .success(try JSONValue(parsing: bytes[...]))
            } catch {
                return .failure(DocumentFault(reason: "not JSON: \(error)"))
            }
        } catch {
            return .failure(DocumentFault(reason: error.message))
        }
    }
}

extension DatasetFolder {
    /// The least confidence that its recipe asked for; nil when the record of its run does not say.
    var minimumConfidence: Double? {
        guard case .success(let record) = document(Self.record),
            case .number(let digits)? = record["options"]?["minimum_confidence"]
        else { return nil }
        return Double("\(digits)")
    }
}

/// Why a small JSON document cannot be had.
struct DocumentFault: Error, Equatable {
    let reason: String
}

extension Table {
    /// "quotes.jsonl"
    var lines: String { name + ".jsonl" }
    /// "quotes.csv"
    var sheet: String { name + ".csv" }
}

extension OpenFile {
    /// Everything up to the end.
    fileprivate func bytes(limit: Int) throws(Reject) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count: Int
            do throws(LoadingError) {
                count = try read(into: &chunk)
            } catch {
                throw Reject(origin: Origin(file: label), code: .unreadable, message: "\(error)")
            }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else {
                throw Reject(origin: Origin(file: label), code: .articleTooLarge, message: "more than \(limit) bytes")
            }
        }
    }

    /// Fills the beginning of `chunk`; 0 at the end.
    func read(into chunk: inout [UInt8]) throws(LoadingError) -> Int {
        // A rethrowing `withUnsafe…` loses the error's type, so the outcome travels as a value.
        let outcome = chunk.withUnsafeMutableBytes { room in
            Result { () throws(LoadingError) in try read(into: room) }
        }
        return try outcome.get()
    }
}
