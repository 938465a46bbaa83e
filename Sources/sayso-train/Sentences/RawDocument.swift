import TextModel

/// A document of a treebank as running text, with a blank line between paragraphs, and where its words and sentences lie.
///
/// Units: UTF-8 byte offsets into `text`.
struct RawDocument {
    let name: String
    let text: [UInt8]
    /// Sorted and disjoint.
    let words: [Span]
    /// From the first word's first byte to the last word's last; sorted and disjoint.
    let sentences: [Span]

    var article: Article { Article(text: text) }

    /// "weblog" in EWT, "interview" in GUM; empty where the name of the document tells none.
    var genre: Substring {
        if name.hasPrefix("GUM_") { return name.dropFirst("GUM_".count).prefix { $0 != "_" } }
        return name.contains("-") ? name.prefix { $0 != "-" } : ""
    }
}

extension Treebank {
    var rawDocuments: [RawDocument] {
        zip(documents, documentNames).map { range, name in
            let sentences = sentences[range]
            guard let first = sentences.first?.lowerBound, let end = sentences.last?.upperBound else {
                return RawDocument(name: name, text: [], words: [], sentences: [])
            }
            let base = starts[first]
            func span(_ words: Range<Int>) -> Span {
                Span(starts[words.lowerBound] - base, ends[words.upperBound - 1] - base)
            }
            return RawDocument(
                name: name, text: Array(text[Int(base)..<Int(ends[end - 1])]),
                words: (first..<end).map { span($0..<($0 + 1)) }, sentences: sentences.map(span))
        }
    }
}
