import Tagging
import TextModel

/// An annotated attribution in tokens.
struct GoldRoles {
    let content: Set<Int>
    let cue: Set<Int>
    let source: Set<Int>

    /// Of an article, in the annotation's order.
    static func roles(of article: GoldArticle, in reading: Reading) -> [GoldRoles] {
        let offsets = article.byteOffsets
        let tokens = reading.article.tokens
        func indices(_ spans: [[Int]]) -> Set<Int> {
            var found: Set<Int> = []
            for range in spans {
                let span = Span(offsets[range[0]]..<offsets[range[1]])
                let first = tokens.indices.partitioningIndex { tokens.ends[$0] > span.start }
                found.formUnion((first..<tokens.count).prefix { tokens.starts[$0] < span.end })
            }
            return found
        }
        return article.quotes.map {
            GoldRoles(content: indices($0.content), cue: indices($0.cue), source: indices($0.source))
        }
    }
}

extension Reading {
    /// Whether the scores count the token: it has a letter or a digit.
    func counts(_ token: Int) -> Bool {
        switch article.tokens.kinds[token] {
        case .word, .number, .clitic, .address: true
        default: false
        }
    }

    /// The share of words that two sets of tokens have in common, as F1.
    func overlap(_ predicted: [Range<Int>], _ gold: Set<Int>) -> Double {
        var shared = 0
        var all = 0
        for token in predicted.joined() where counts(token) {
            all += 1
            if gold.contains(token) { shared += 1 }
        }
        let wanted = gold.reduce(0) { $0 + (counts($1) ? 1 : 0) }
        return all + wanted == 0 ? 0 : 2 * Double(shared) / Double(all + wanted)
    }
}
