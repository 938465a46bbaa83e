import Learning
import Linguistics

/// What was learned of numbers by the parts of speech: which verb tells of a number, that verb's subject, the noun that
/// an amount measures, and what "it" and "they" mean. Linear scores of their features.
///
/// A class: what reads each sentence holds it.
package final class ClaimModel: Sendable {
    package static let kind = "claims"
    /// Of the features; raise it with any change of them.
    package static let revision = 2

    let predicates: HashedWeights
    let subjects: HashedWeights
    let measured: HashedWeights
    let antecedents: HashedWeights

    /// The model that is embedded in the program.
    package static func embedded() -> ClaimModel {
        ModelBytes.embedded(kind) { try ClaimModel(ModelFile($0)) }
    }

    /// - Throws: what is wrong with the model.
    package init(_ file: ModelFile) throws(LearningError) {
        try file.require(kind: Self.kind, revision: Self.revision)
        predicates = try HashedWeights(file, name: "predicates")
        subjects = try HashedWeights(file, name: "subjects")
        measured = try HashedWeights(file, name: "measured")
        antecedents = try HashedWeights(file, name: "antecedents")
    }
}
