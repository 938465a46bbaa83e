import Learning
import Linguistics

/// What was learned of cues, contents and sources: linear scores of their features.
package struct AttributionModel: Sendable {
    package static let kind = "attributions"
    /// Of the features; raise it with any change of them.
    package static let revision = 2

    let cues: HashedWeights
    /// Of sentences that are tagged only.
    let tagged: RoleModel
    /// Of sentences that are parsed too.
    let parsed: RoleModel

    /// The model that is embedded in the program.
    package init() {
        self = ModelBytes.embedded(Self.kind) { try Self(ModelFile($0)) }
    }

    /// - Throws: what is wrong with the model.
    package init(_ file: ModelFile) throws(LearningError) {
        try file.require(kind: Self.kind, revision: Self.revision)
        cues = try HashedWeights(file, name: "cues")
        tagged = try RoleModel(file, name: "tagged")
        parsed = try RoleModel(file, name: "parsed")
    }
}
