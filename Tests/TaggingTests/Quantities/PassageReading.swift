import TextModel

@testable import Tagging

/// Reads the atoms of a text for tests of the grammar's parts.
enum PassageReading {
    private static let vocabulary = QuantityVocabulary()

    /// What `read` makes of each sentence; empty for a text without words.
    static func all<Result>(_ text: String, _ read: (Passage) -> Result) -> [Result] {
        let article = QuantityNotation.segmented(text)
        let words = vocabulary.lexicon.words(of: article)
        return article.article.text.withUnsafeBufferPointer { bytes in
            var atomizer = Atomizer(article, bytes, words, vocabulary)
            return article.sentences.map { sentence in
                atomizer.atomize(sentence.tokens)
                return read(
                    Passage(
                        text: bytes, vocabulary: vocabulary, words: words, atoms: atomizer.atoms, isTitle: false,
                        dollars: DollarContext(article.article)))
            }
        }
    }

    static func first<Result>(_ text: String, _ read: (Passage) -> Result) -> Result? { all(text, read).first }
}
