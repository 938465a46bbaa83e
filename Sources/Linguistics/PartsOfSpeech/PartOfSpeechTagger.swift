import CDense
import Learning
import TextModel

/// Tells the part of speech of every token: Penn tags and universal tags, decided together from left to right.
///
/// Shape: one tag of each kind for every token, whatever the bytes are.
/// Units: tokens are spans of UTF-8 bytes.
/// - Complexity: O(*n*) in tokens; nothing is allocated per token.
/// - SeeAlso: `Sources/CModels/MODEL_CARD.md` for what it was trained on and how well it does.
package struct PartOfSpeechTagger: Sendable {
    private let model: BucketedRows
    private let walk: TagWalk
    private let labels: [TagLabel]

    package static let modelKind = "tagger"
    package static let featureRevision = TaggerFeatures.revision
    /// Labels beyond this would need longer rows.
    package static let labelLimit = BucketedRows.stride

    /// The tagger whose model is embedded in the program.
    package init() {
        self = ModelBytes.embedded(Self.modelKind) { try Self(ModelFile($0)) }
    }

    /// - Throws: what is wrong with the model.
    package init(_ file: ModelFile) throws(LearningError) {
        try file.require(kind: Self.modelKind, revision: Self.featureRevision)
        model = try BucketedRows(file, name: "tagger")
        let lexicon = try TaggerLexicon(file)
        walk = TagWalk(lexicon)
        let labels = try file.strings("labels").map(TagLabel.init(name:))
        guard labels.count == model.labelCount, lexicon.largestLabel <= labels.count else {
            throw .malformedSection("labels", reason: "do not fit the weights")
        }
        self.labels = try labels.map { label throws(LearningError) in
            guard let label else { throw .malformedSection("labels", reason: "has an unknown tag") }
            return label
        }
    }

    package func makeMemory() -> TaggerMemory { TaggerMemory(model) }

    /// Tags all sentences of an article.
    package func tag(_ article: SegmentedArticle, _ memory: TaggerMemory? = nil) -> PartsOfSpeech {
        var tags = PartsOfSpeech(count: article.tokens.count)
        article.article.text.withUnsafeBufferPointer { text in
            tag(
                text, article.tokens.starts, article.tokens.ends, article.sentences.lazy.map(\.tokens), memory,
                into: &tags)
        }
        return tags
    }

    /// - Parameter memory: made by this tagger; nil for one that is forgotten at the end.
    /// - Precondition: the sentences lie in the columns, and the tokens in the text.
    package func tag(
        _ text: UnsafeBufferPointer<UInt8>, _ starts: [Int32], _ ends: [Int32], _ sentences: some Sequence<Range<Int>>,
        _ memory: TaggerMemory? = nil, into tags: inout PartsOfSpeech
    ) {
        let memory = memory ?? makeMemory()
        precondition(memory.isOf(model))
        withUnsafePointer(to: rows) { rows in
            starts.withUnsafeBufferPointer { starts in
                ends.withUnsafeBufferPointer { ends in
                    tags.universal.withUnsafeMutableBufferPointer { universal in
                        tags.penn.withUnsafeMutableBufferPointer { penn in
                            var chooser = BestLabel(
                                memory: memory, rows: rows, labels: labels, universal: universal, penn: penn)
                            for sentence in sentences {
                                walk.walk(text, starts, ends, sentence, memory.words, choosing: &chooser)
                            }
                        }
                    }
                }
            }
        }
    }

    private var rows: sayso_sparse_rows {
        sayso_sparse_rows(
            slots: model.slots, rows: model.rows, bucket_mask: model.bucketMask, number_mask: model.numberMask,
            label_count: Int32(model.labelCount))
    }

    /// Takes the label with the highest sum of weights and writes its tags down.
    private struct BestLabel: LabelChooser {
        let memory: TaggerMemory
        let rows: UnsafePointer<sayso_sparse_rows>
        let labels: [TagLabel]
        let universal: UnsafeMutableBufferPointer<UniversalTag>
        let penn: UnsafeMutableBufferPointer<PennTag>

        @inline(__always)
        mutating func label(of token: Int, in context: borrowing TaggerContext) -> Int {
            let label = memory.bestLabel(context, rows)
            _ = settle(token, label: label)
            return label
        }

        @inline(__always)
        mutating func settle(_ token: Int, label: Int) -> Bool {
            universal[token] = labels[label].universal
            penn[token] = labels[label].penn
            return true
        }

        @inline(__always)
        func expect(_ word: borrowing TaggerWord) { memory.expect(word.key) }
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
