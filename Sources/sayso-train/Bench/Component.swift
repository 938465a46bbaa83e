import Linguistics
import Segmentation
import Tagging
import TextModel

/// A part of the program that is measured by itself.
enum Component: String, CaseIterable {
    case segmentation, tagger, parser, names, quantities, attributions

    /// What the row of the table says.
    var title: String {
        switch self {
        case .segmentation: "segmentation"
        case .tagger: "part-of-speech tagger"
        case .parser: "parser"
        case .names: "names"
        case .quantities: "quantities"
        case .attributions: "attributions and all tagging"
        }
    }

    /// One pass over the articles by this component alone; what it needs of the others is done before.
    func work(on articles: [SegmentedArticle]) -> () -> Void {
        switch self {
        case .segmentation:
            let segmenter = Segmenter()
            return { for article in articles { _ = segmenter.segment(article.article) } }
        case .tagger:
            let tagger = PartOfSpeechTagger()
            let memory = tagger.makeMemory()
            return { for article in articles { _ = tagger.tag(article, memory) } }
        case .parser:
            let (parser, tagger) = (Parser(), PartOfSpeechTagger())
            let tags = articles.map { tagger.tag($0) }
            let arena = parser.makeArena()
            return {
                for (article, tags) in zip(articles, tags) { _ = parser.parse(article, tags: tags, arena: arena) }
            }
        case .names:
            let tagger = NameTagger()
            return {
                var workspace = tagger.makeWorkspace()
                for article in articles { _ = tagger.names(in: article, &workspace) }
            }
        case .quantities:
            let tagger = QuantityTagger()
            let lexicon = tagger.lexicon
            let memory = Lexicon.makeMemory()
            return {
                for article in articles {
                    _ = tagger.quantities(in: article, words: lexicon.words(of: article, memory))
                }
            }
        case .attributions:
            let tagger = Tagger()
            return { for article in articles { _ = tagger.tag(article) } }
        }
    }
}
