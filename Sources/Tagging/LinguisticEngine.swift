import Linguistics
import TextModel

/// What Tagging knows of the language: word lists, parts of speech and dependencies.
///
/// Building it reads the lists and opens the embedded models; share one value.
package struct LinguisticEngine: Sendable {
    package let lexicon: Lexicon
    private let tagger = PartOfSpeechTagger()
    private let parser: Parser
    private let memories: ArenaPool<Memory>
    private let arenas: ArenaPool<ParserArena>

    private typealias Memory = (words: WordMemory<Lexicon.Found>, tags: TaggerMemory)

    package init(lexicon: Lexicon) {
        self.lexicon = lexicon
        parser = Parser()
        memories = ArenaPool { [tagger] in (Lexicon.makeMemory(), tagger.makeMemory()) }
        arenas = ArenaPool(parser.makeArena)
    }

    /// Looks up and tags every word.
    /// - Complexity: O(*n*) in bytes.
    package func read(_ article: SegmentedArticle) -> Reading {
        memories.withArena { memory in
            Reading(article, words: lexicon.words(of: article, memory.words), tags: tagger.tag(article, memory.tags))
        }
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
