import Learning

/// The weights that say whether a sentence ends in a gap between two tokens.
///
/// A feature's hash is the place of its weight: features that share one are learned as one, and all weights stay in the
/// processor's second cache.
package struct SentenceModel: Sendable {
    package static let kind = "sentences"
    package static let revision = BoundaryFeatures.revision
    private static let section = "weights"
    private static let weightCount = 1 << 18

    private nonisolated(unsafe) let weights: UnsafePointer<Int8>
    private let bytes: ModelBytes

    package init(_ file: ModelFile) throws(LearningError) {
        try file.require(kind: Self.kind, revision: Self.revision)
        let weights = try file.section(Self.section, of: Int8.self, count: Self.weightCount)
        guard let start = weights.baseAddress else { throw .missingSection(Self.section) }
        self.weights = start
        bytes = file.bytes
    }

    /// The model that is part of the program.
    ///
    /// - Precondition: it was built with this program; a test reads it.
    package static func embedded() -> SentenceModel {
        ModelBytes.embedded(kind) { try SentenceModel(ModelFile($0)) }
    }

    /// Where a feature's weight stands.
    @inline(__always)
    package static func place(of feature: UInt64) -> Int { Int(truncatingIfNeeded: feature) & (weightCount - 1) }

    /// The file of a model with these weights, by their places; what is not given is 0.
    package static func file(_ trained: [Int: Float]) -> [UInt8] {
        let largest = trained.values.reduce(1e-9) { max($0, abs($1)) }
        var weights = [Int8](repeating: 0, count: weightCount)
        for (place, weight) in trained { weights[place] = Int8((weight / largest * Float(Int8.max)).rounded()) }
        var file = ModelFileWriter(kind: kind, revision: revision)
        file.add(section, weights)
        return file.file()
    }
}

extension SentenceModel: BoundaryJudge {
    package func endsSentence(at byte: Int32, isRuled: Bool, _ features: UnsafeBufferPointer<UInt64>) -> Bool {
        var sum = 0
        for feature in features { sum += Int(weights[Self.place(of: feature)]) }
        return sum > 0
    }
}
