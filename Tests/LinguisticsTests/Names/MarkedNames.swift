import Linguistics
import Segmentation
import TextModel

/// A text whose names are marked in it: `⟦person|Kim Yong Chol⟧ flew to ⟦place|Beijing⟧.`
struct MarkedNames {
    private(set) var text = ""
    /// "person:Kim Yong Chol", in order.
    private(set) var names: [String] = []

    init(_ marked: String) {
        for (number, part) in marked.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
            let pieces = part.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
            if number > 0, pieces.count == 2 {
                let mark = pieces[0].split(separator: "|", maxSplits: 1)
                names.append("\(mark[0]):\(mark[1])")
                text += mark[1] + pieces[1]
            } else {
                text += part
            }
        }
    }

    /// What the tagger finds, written as `names` is.
    func found(by tagger: NameTagger) -> [String] {
        let article = Segmenter().segment(Article(text: Array(text.utf8)))
        return tagger.names(in: article).map { mention in
            "\(mention.nameClass):" + String(decoding: article.article.text[mention.span.range], as: UTF8.self)
        }
    }
}
