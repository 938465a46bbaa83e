import Learning

/// What was learned of the contents and sources of cues: linear scores of their features.
struct RoleModel: Sendable {
    let contents: HashedWeights
    let sources: HashedWeights

    /// - Parameter name: what the names of its sections begin with.
    /// - Throws: what is wrong with the file.
    init(_ file: ModelFile, name: String) throws(LearningError) {
        contents = try HashedWeights(file, name: "\(name).contents")
        sources = try HashedWeights(file, name: "\(name).sources")
    }
}
