import Learning
import TextModel

/// Tells the part of speech of every token: Penn tags and universal tags, decided together from left to right.
///
/// Shape: one tag of each kind for every token, whatever the bytes are.
/// Units: tokens are spans of UTF-8 bytes.
/// - Complexity: O(*n*) in tokens; nothing is allocated per token.
/// - SeeAlso: `Sources/CModels/MODEL_CARD.md` for what it was trained on and how well it does.
package struct PartOfSpeechTagger: Sendable {
    private let model: LinearModel<Int8>
    private let walk: TagWalk
    private let universalTags: [UniversalTag]
    private let pennTags: [PennTag]

    package static let modelKind = "tagger"
    package static let featureRevision = TaggerFeatures.revision
    /// Labels beyond this would need longer rows.
    package static let labelLimit = 64

    /// The tagger whose model is embedded in the program.
    package init() {
        do {
            try self.init(ModelFile(ModelBytes(embeddedModel: Self.modelKind)))
        } catch {
            preconditionFailure("the embedded tagger is unusable: \(error)")
        }
    }

    /// - Throws: what is wrong with the model.
    package init(_ file: ModelFile) throws(LearningError) {
        try file.require(kind: Self.modelKind, revision: Self.featureRevision)
        model = try LinearModel(file, name: "tagger")
        walk = TagWalk(try TaggerLexicon(file))
        let labels = try file.strings("labels").map(TagLabel.init(name:))
        guard labels.count == model.labelCount, model.stride <= Self.labelLimit else {
            throw .malformedSection("labels", reason: "do not fit the weights")
        }
        var universalTags: [UniversalTag] = []
        var pennTags: [PennTag] = []
        for label in labels {
            guard let label else { throw .malformedSection("labels", reason: "has an unknown tag") }
            universalTags.append(label.universal)
            pennTags.append(label.penn)
        }
        self.universalTags = universalTags
        self.pennTags = pennTags
    }

    /// Tags all sentences of an article.
    package func tag(_ article: SegmentedArticle) -> PartsOfSpeech {
        var tags = PartsOfSpeech(count: article.tokens.count)
        article.article.text.withUnsafeBufferPointer { text in
            tag(text, article.tokens.starts, article.tokens.ends, article.sentences.lazy.map(\.tokens), into: &tags)
        }
        return tags
    }

    /// - Precondition: the sentences lie in the columns, and the tokens in the text.
    package func tag(
        _ text: UnsafeBufferPointer<UInt8>, _ starts: [Int32], _ ends: [Int32], _ sentences: some Sequence<Range<Int>>,
        into tags: inout PartsOfSpeech
    ) {
        starts.withUnsafeBufferPointer { starts in
            ends.withUnsafeBufferPointer { ends in
                tags.universal.withUnsafeMutableBufferPointer { universal in
                    tags.penn.withUnsafeMutableBufferPointer { penn in
                        for sentence in sentences {
                            var chooser = BestLabel(tagger: self, universal: universal, penn: penn)
                            walk.walk(text, starts, ends, sentence, choosing: &chooser)
                        }
                    }
                }
            }
        }
    }

    /// Takes the label with the highest sum of weights and writes its tags down.
    private struct BestLabel: LabelChooser {
        let tagger: PartOfSpeechTagger
        let universal: UnsafeMutableBufferPointer<UniversalTag>
        let penn: UnsafeMutableBufferPointer<PennTag>

        @inline(__always)
        mutating func label(of token: Int, _ features: UnsafeBufferPointer<UInt64>) -> Int {
            let label = tagger.best(features)
            universal[token] = tagger.universalTags[label]
            penn[token] = tagger.pennTags[label]
            return label
        }
    }

    @inline(__always)
    private func best(_ features: UnsafeBufferPointer<UInt64>) -> Int {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: Self.labelLimit) { sums in
            sums.initialize(repeating: 0)
            guard let start = sums.baseAddress else { return 0 }
            for feature in features { model.add(feature, to: start) }
            var best = 0
            for label in 1..<model.labelCount where sums[label] > sums[best] { best = label }
            return best
        }
    }
}

/// What the tagger decides between: a Penn tag with a universal tag.
package struct TagLabel: Hashable, Sendable {
    package var penn: PennTag
    package var universal: UniversalTag

    /// From "NN NOUN"; nil when a tag is unknown.
    package init?(name: String) {
        let parts = name.split(separator: " ")
        guard parts.count == 2, let penn = PennTag(name: parts[0]), let universal = UniversalTag(name: parts[1]) else {
            return nil
        }
        self.penn = penn
        self.universal = universal
    }

    package var name: String { "\(penn.name) \(universal.name)" }
}
