import Learning

/// The weights of the name tagger: a first reading of each sentence, a second with the article's memory, and the
/// lexicon that both use.
package struct NameModel: Sendable {
    package static let kind = "names"
    /// Of features and lexicon: code and model must have the same.
    package static let revision = NameFeatures.revision

    package let lexicon: NameLexicon
    let reading: LinearModel<Int8>
    let rereading: LinearModel<Int8>
    let readingTransitions: [Float]
    let rereadingTransitions: [Float]

    package init(_ file: ModelFile) throws(LearningError) {
        try file.require(kind: Self.kind, revision: Self.revision)
        lexicon = try NameLexicon(file)
        reading = try LinearModel(file, name: "reading")
        rereading = try LinearModel(file, name: "rereading")
        guard reading.labelCount == NameLabel.count, rereading.labelCount == NameLabel.count,
            reading.scale.isFinite, reading.scale > 0, rereading.scale.isFinite, rereading.scale > 0
        else { throw .malformedSection("reading.shape", reason: "is not that of a name model") }
        let count = NameLabel.count * NameLabel.count
        readingTransitions = Array(try file.section("reading.steps", of: Float.self, count: count))
        rereadingTransitions = Array(try file.section("rereading.steps", of: Float.self, count: count))
        guard (readingTransitions + rereadingTransitions).allSatisfy({ abs($0) < 1e6 }) else {
            throw .malformedSection("reading.steps", reason: "are no weights")
        }
    }

    /// The model that is part of the program.
    ///
    /// - Complexity: O(*n*) for the checksum of its 5 MB, about 2 ms; nothing is copied.
    /// - Precondition: it was built with this program; a test reads it.
    package static func embedded() -> NameModel {
        ModelBytes.embedded(kind) { try NameModel(ModelFile($0)) }
    }
}
