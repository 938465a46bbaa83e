import Learning
import TextModel

/// Finds the names of persons, organizations, places, nationalities and other things in an article.
///
/// Two readings: the first labels each sentence by itself, the second labels it again, knowing what the first said about
/// the same words in the whole article, so that a later "Kim" is a person because an earlier "Kim Yong Chol" was.
/// Stretches without capitals or known names are skipped.
public struct NameTagger: Sendable {
    private let model: NameModel

    /// With the model that is part of the program. Reading it takes milliseconds; share one value.
    public init() {
        self.init(.embedded())
    }

    package init(_ model: NameModel) {
        self.model = model
    }

    /// Memory to work in, for `names(in:_:)`.
    package func makeWorkspace() -> NameWorkspace { NameWorkspace(model) }

    /// The names of an article, sorted and disjoint; empty where there is none. Spans are UTF-8 byte offsets.
    /// - Complexity: O(*n*) in bytes.
    public func names(in article: SegmentedArticle) -> [NameMention] {
        var workspace = NameWorkspace(model)
        return names(in: article, &workspace)
    }

    /// The same with memory that is kept from article to article.
    package func names(in article: SegmentedArticle, _ workspace: inout NameWorkspace) -> [NameMention] {
        article.article.text.withUnsafeBufferPointer { text in
            names(in: text, tokens: article.tokens, sentences: article.sentences.lazy.map(\.tokens), &workspace)
        }
    }

    /// - Parameters:
    ///   - tokens: sorted, disjoint, within `text`; their kinds are not looked at.
    ///   - sentences: ranges of tokens, sorted and disjoint.
    package func names(
        in text: UnsafeBufferPointer<UInt8>, tokens: Tokens, sentences: some Sequence<Range<Int>>,
        _ workspace: inout NameWorkspace
    ) -> [NameMention] {
        tokens.starts.withUnsafeBufferPointer { starts in
            tokens.ends.withUnsafeBufferPointer { ends in
                workspace.atoms.read(text, starts: starts, ends: ends, sentences: sentences, model.lexicon)
            }
        }
        workspace.label(text, model)
        var mentions: [NameMention] = []
        let atoms = workspace.atoms
        workspace.labels.withUnsafeBufferPointer { labels in
            for sentence in atoms.sentences {
                NameLabel.forEachName(in: labels, sentence) { range, code in
                    guard let nameClass = NameClass(rawValue: UInt8(code)) else { return }
                    let last = range.upperBound - 1
                    mentions.append(
                        NameMention(
                            span: Span(atoms.starts[range.lowerBound], atoms.ends[last]),
                            tokens: Int(atoms.tokens[range.lowerBound])..<(Int(atoms.tokens[last]) + 1),
                            nameClass: nameClass))
                }
            }
        }
        return mentions
    }
}
