import Learning
import Linguistics
import TextModel

/// What Tagging knows of the language: word lists, parts of speech and dependencies.
///
/// Building it reads the lists and opens the embedded models; share one value.
package struct LinguisticEngine: Sendable {
    package let lexicon: Lexicon
    private let tagger = PartOfSpeechTagger()
    private let parser = Parser()

    package init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// Looks up, tags and parses every word.
    /// - Complexity: O(*n*) in bytes.
    package func read(_ article: SegmentedArticle) -> Reading {
        let tags = tagger.tag(article)
        let parse = parser.parse(article, tags: tags, arena: parser.makeArena())
        return Reading(article, words: lexicon.words(of: article), tree: SyntaxTree(article, tags: tags, parse: parse))
    }
}
