import Learning

/// The weights that say whether a sentence ends in a gap between two tokens.
package struct SentenceModel: Sendable {
    package static let kind = "sentences"
    /// What training keeps its weights under.
    package static let section = "boundary"
    package static let revision = BoundaryFeatures.revision

    private let weights: LinearModel<Int8>

    package init(_ file: ModelFile) throws(LearningError) {
        try file.require(kind: Self.kind, revision: Self.revision)
        weights = try LinearModel(file, name: Self.section)
        guard weights.labelCount == 1 else {
            throw .malformedSection("\(Self.section).shape", reason: "is not that of a sentence model")
        }
    }

    /// The model that is part of the program.
    ///
    /// - Precondition: it was built with this program; a test reads it.
    package static func embedded() -> SentenceModel {
        do {
            return try SentenceModel(ModelFile(ModelBytes(embeddedModel: kind)))
        } catch {
            preconditionFailure("the embedded model does not fit: \(error)")
        }
    }
}

extension SentenceModel: BoundaryJudge {
    package func endsSentence(at byte: Int32, isRuled: Bool, _ features: UnsafeBufferPointer<UInt64>) -> Bool {
        var sum = 0
        for feature in features {
            if let row = weights.row(of: feature) { sum += Int(row[0]) }
        }
        return sum > 0
    }
}
