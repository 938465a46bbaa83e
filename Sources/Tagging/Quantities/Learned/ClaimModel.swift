import Learning
import Linguistics

/// What was learned of numbers in sentences that are tagged only: which verb tells of a number, that verb's subject, and
/// the noun that an amount measures. Linear scores of their features.
package struct ClaimModel: Sendable {
    package static let kind = "claims"
    /// Of the features; raise it with any change of them.
    package static let revision = 1

    let predicates: HashedWeights
    let subjects: HashedWeights
    let measured: HashedWeights

    /// The model that is embedded in the program.
    package init() {
        self = ModelBytes.embedded(Self.kind) { try Self(ModelFile($0)) }
    }

    /// - Throws: what is wrong with the model.
    package init(_ file: ModelFile) throws(LearningError) {
        try file.require(kind: Self.kind, revision: Self.revision)
        predicates = try HashedWeights(file, name: "predicates")
        subjects = try HashedWeights(file, name: "subjects")
        measured = try HashedWeights(file, name: "measured")
    }
}
