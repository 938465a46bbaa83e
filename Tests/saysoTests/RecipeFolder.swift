import Foundation

@testable import sayso

/// A recipe "news" with its inputs and output, in a folder of its own.
final class RecipeFolder {
    private let scratch: Scratch
    var path: String { scratch.path }
    var output: String { path + "/Output" }
    /// The link that readers follow.
    var published: String { output + "/news" }
    var recipe: String { path + "/news.yaml" }

    /// - Parameter keys: lines of YAML after the inputs.
    init(inputs: String = "[in]", _ keys: String = "") throws {
        scratch = try Scratch()
        try makeFolder("in")
        try write("news.yaml", "version: 1\nname: news\ninputs: \(inputs)\noutput: Output\n\(keys)")
    }

    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    func run(_ arguments: String...) throws -> Invocation { try Invocation.sayso(["run", recipe] + arguments) }

    /// The files that a run published, without run.json, which has times in it. Empty before the first run.
    func files(in folder: String? = nil) throws -> [String: Data] {
        let folder = folder ?? published
        guard FileManager.default.fileExists(atPath: folder) else { return [:] }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "run.json" }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) })
    }

    func lines(_ file: String) throws -> [String] {
        let data = try Data(contentsOf: URL(fileURLWithPath: published + "/" + file))
        return data.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Articles that are the same in every run, each another one, with quotes and numbers in all of them.
enum GeneratedArticles {
    static func text(_ index: Int) -> String {
        let names = ["Jane Smith", "Paul Weber", "Émile Durand", "Ana Ruiz", "Tom Baker", "Li Wei"]
        let places = ["the bridge", "the school", "the harbour", "the old mill", "the station"]
        let name = names[index % names.count]
        let place = places[index / 3 % places.count]
        let surname = name.split(separator: " ").last ?? ""
        return """
            Report \(index) on \(place)

            \(name), a spokesman for the council, said that \(place) was safe. “We checked it \(index + 2) times — \
            and it’s fine,” \(surname) said on Monday.

            According to police, at least \(index * 7 + 3) people were there and between \(index) and \(index + 5) \
            cars were parked. The repairs cost $\(index + 1).5 million, \(surname) told reporters.
            """
    }

    static func jsonLine(_ index: Int) throws -> String {
        let article = ["id": "a\(index)", "text": text(index), "url": "https://example.org/\(index)"]
        let data = try JSONSerialization.data(withJSONObject: article, options: [.sortedKeys])
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    static func jsonLines(_ range: Range<Int>) throws -> String { try range.map(jsonLine).joined() }
}
