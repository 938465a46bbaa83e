import Linguistics
import TextModel

/// What Tagging knows of the language: word lists, parts of speech and dependencies.
///
/// Building it reads the lists and opens the embedded models; share one value.
package struct LinguisticEngine: Sendable {
    package let lexicon: Lexicon
    private let tagger = PartOfSpeechTagger()
    private let parser: Parser
    private let memories: ArenaPool<TaggerMemory>
    private let arenas: ArenaPool<ParserArena>

    package init(lexicon: Lexicon) {
        self.lexicon = lexicon
        parser = Parser()
        memories = ArenaPool(tagger.makeMemory)
        arenas = ArenaPool(parser.makeArena)
    }

    /// Looks up and tags every word.
    /// - Complexity: O(*n*) in bytes.
    package func read(_ article: SegmentedArticle) -> Reading {
        Reading(article, words: lexicon.words(of: article), tags: memories.withArena { tagger.tag(article, $0) })
    }

    /// Parses some sentences of an article; in the others no word depends on another.
    /// - Parameter sentences: sorted and disjoint.
    /// - Complexity: O(*n*) in the sentences' tokens.
    package func parse(_ reading: Reading, sentences: [Range<Int>]) -> SyntaxTree {
        let article = reading.article
        var parse = DependencyParse(count: article.tokens.count)
        if !sentences.isEmpty {
            article.article.text.withUnsafeBufferPointer { text in
                arenas.withArena { arena in
                    parser.parse(
                        text, article.tokens.starts, article.tokens.ends, reading.tags, sentences, arena, into: &parse)
                }
            }
        }
        return SyntaxTree(article, tags: reading.tags, parse: parse)
    }
}
