/// What an article can say about itself, under our names for it.
package enum ArticleField: String, CaseIterable, Sendable {
    case id, text, title, byline, published, url, site, language

    /// The names that news data sets use for it, best first; ours leads.
    ///
    /// They come from dolma, C4, FineWeb, CC-News, CNN/DailyMail, Quotebank, PolNeAR, news-please, Media Cloud, ninjs and
    /// schema.org's NewsArticle.
    var usualNames: [String] {
        switch self {
        case .id: ["id", "uri", "guid", "article_id", "articleID", "doc_id", "WARC-Record-ID"]
        case .text: ["text", "body", "content", "article", "maintext", "body_text", "raw_text", "articleBody"]
        case .title: ["title", "headline", "title_page", "hed"]
        case .byline: ["byline", "author", "authors", "by", "bylines"]
        case .published:
            [
                "published", "date", "date_publish", "publish_date", "datePublished", "published_at", "versioncreated",
                "created", "timestamp",
            ]
        case .url: ["url", "link", "source_url", "canonical_url"]
        case .site:
            [
                "site", "source", "sitename", "site_name", "media_name", "publication", "publisher", "domain",
                "source_domain", "hostname",
            ]
        case .language: ["language", "lang", "inLanguage"]
        }
    }
}

/// Which name in an input feeds which field: the usual names, or the one that a recipe maps to the field.
///
/// A mapped field listens to its one name only, and a name feeds one field only: when the recipe uses a usual name
/// of one field for another, the mapping wins.
package struct ArticleFieldNames: Sendable {
    /// A field, and how good the name is for it: 0 is the best.
    struct Match: Sendable {
        var field: ArticleField
        var rank: Int
    }

    /// By the length of the name in bytes, so that most keys of a record are passed over at once.
    private var byLength: [[(name: [UInt8], match: Match)]] = []

    /// The usual names only.
    package static let usual = ArticleFieldNames(columns: [:])

    /// - Parameter columns: our field → the name that the input uses.
    package init(columns: [ArticleField: String]) {
        for field in ArticleField.allCases {
            if let column = columns[field] { add(column, field, rank: 0) }
        }
        for field in ArticleField.allCases where columns[field] == nil {
            for (rank, name) in field.usualNames.enumerated() { add(name, field, rank: rank) }
        }
    }

    func match(_ name: ArraySlice<UInt8>) -> Match? {
        guard name.count < byLength.count else { return nil }
        return byLength[name.count].first { name.elementsEqual($0.name) }?.match
    }

    /// The first to claim a name keeps it.
    private mutating func add(_ name: String, _ field: ArticleField, rank: Int) {
        let bytes = Array(name.utf8)
        guard match(bytes[...]) == nil else { return }
        while byLength.count <= bytes.count { byLength.append([]) }
        byLength[bytes.count].append((bytes, Match(field: field, rank: rank)))
    }
}
