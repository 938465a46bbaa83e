import Crypto
import Loading
import TextModel

/// The files of a dataset against what datapackage.json says about them.
struct PackageCheck {
    private let dataset: DatasetFolder

    init(_ dataset: DatasetFolder) { self.dataset = dataset }

    /// The files that every dataset has and datapackage.json lists.
    private static let listed = Table.all.map(\.sheet) + Table.all.map(\.lines) + [Table.rejects.lines]

    /// - Throws: `readFailed` when the folder cannot be listed or the disk fails.
    func run(_ findings: inout [Finding]) throws {
        let entries = try dataset.entries()
        let names = Set(entries.map(\.name))
        var described: Set<String> = []
        let resources = resources(&findings)
        for resource in resources ?? [] {
            guard let path = resource["path"]?.text, !path.isEmpty, !path.contains("/") else {
                findings.append(descriptorFinding("a resource without the name of a file in this folder"))
                continue
            }
            if !described.insert(path).inserted { findings.append(descriptorFinding("lists \(path) twice")) }
            if names.contains(path) { try compare(path, with: resource, &findings) }
        }
        if resources != nil {
            for file in Self.listed where !described.contains(file) {
                findings.append(descriptorFinding("does not list \(file)"))
            }
        }
        let expected = described.union(Self.listed).union([DatasetFolder.descriptor, DatasetFolder.record])
        for file in expected.sorted() where !names.contains(file) {
            findings.append(Finding(file: file, line: nil, what: "is missing"))
        }
        for entry in entries where !expected.contains(entry.name) {
            findings.append(Finding(file: entry.name, line: nil, what: "does not belong to the dataset"))
        }
    }

    /// Nil, and a finding, when the descriptor cannot be read; a missing one is found with the other missing files.
    private func resources(_ findings: inout [Finding]) -> [JSONValue]? {
        guard FolderEntry.kind(of: dataset.path + "/" + DatasetFolder.descriptor) != nil else { return nil }
        switch dataset.document(DatasetFolder.descriptor) {
        case .failure(let fault):
            findings.append(descriptorFinding(fault.reason))
        case .success(let document):
            if case .array(let resources)? = document["resources"] { return resources }
            findings.append(descriptorFinding("has no list of resources"))
        }
        return nil
    }

    private func compare(_ path: String, with resource: JSONValue, _ findings: inout [Finding]) throws {
        let file: OpenFile
        do throws(Reject) {
            file = try dataset.open(path)
        } catch {
            findings.append(Finding(file: path, line: nil, what: "cannot be read: \(error.message)"))
            return
        }
        let (size, digest) = try Self.measure(file)
        if resource["bytes"] != .number("\(size)") {
            let stated = resource["bytes"]?.shown ?? "no size"
            findings.append(Finding(file: path, line: nil, what: "has \(size) bytes; datapackage.json says \(stated)"))
        }
        if resource["hash"]?.text != "sha256:" + digest {
            let stated = resource["hash"]?.shown ?? "no hash"
            findings.append(
                Finding(file: path, line: nil, what: "has the hash sha256:\(digest); datapackage.json says \(stated)"))
        }
    }

    /// Size and lower-case hexadecimal SHA-256.
    private static func measure(_ file: OpenFile) throws(LoadingError) -> (size: Int, digest: String) {
        var hash = SHA256()
        var size = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = try file.read(into: &chunk)
            if count == 0 { return (size, hexadecimal(hash.finalize())) }
            chunk.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            size += count
        }
    }

    private func descriptorFinding(_ what: String) -> Finding {
        Finding(file: DatasetFolder.descriptor, line: nil, what: what)
    }
}

extension JSONValue {
    /// Nil for anything but a string.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A short form for messages.
    fileprivate var shown: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let digits): String(digits.prefix(40))
        case .string(let text): String(text.prefix(80))
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Lower-case digits.
func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
