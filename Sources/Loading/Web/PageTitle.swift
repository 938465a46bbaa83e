/// The title of a page's article and the name of its site, which pages write into one another.
struct PageTitle {
    let found: HeadFindings
    let linked: LinkedData?
    /// The text of the heading that stands over the article.
    let heading: String?

    private static let separators = [" | ", " – ", " — ", " - ", " » ", " :: ", " : ", ": ", " l "]

    func title() -> String? {
        let siteName = found.meta("og:site_name") ?? linked?.publisher
        let headline = linked?.headline.flatMap { isOfThisPage($0) ? $0 : nil }
        let stated =
            headline ?? found.meta("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title")
        guard let stated else {
            return found.title.map { withoutSite($0, site: siteName, isGuess: true) } ?? heading
        }
        // Some systems state the site or themselves in the place of the article's title.
        if headline == nil, let heading, let pageTitle = found.title, stated.utf8.count * 2 < heading.utf8.count,
            pageTitle.contains(heading), !pageTitle.contains(stated)
        {
            return heading
        }
        let title = withoutSite(stated, site: siteName)
        return title == siteName ? heading ?? title : title
    }

    /// As the page states it, or the part of its title that is not the heading.
    func site() -> String? {
        if let stated = found.meta("og:site_name") ?? linked?.publisher ?? siteInTitle
            ?? found.meta("dc.publisher", "publisher", "citation_journal_title")
        {
            return PageMetadata.host(of: stated) ?? stated
        }
        return nil
    }

    /// "The Daily" in "Bridge reopens | The Daily", where the heading or another statement has the rest.
    private var siteInTitle: String? {
        guard let pageTitle = found.title else { return nil }
        for title in [heading, found.meta("og:title"), linked?.headline] {
            guard let title, title.utf8.count >= 8 else { continue }
            for separator in Self.separators {
                var site: Substring?
                if pageTitle.hasPrefix(title + separator) { site = pageTitle.dropFirst((title + separator).count) }
                if pageTitle.hasSuffix(separator + title) { site = pageTitle.dropLast((separator + title).count) }
                guard let site else { continue }
                let last = Self.separators.reduce(site) { $0.split(separator: $1).last ?? $0 }
                let name = String(last)
                if (2...60).contains(name.utf8.count), !name.hasPrefix("By ") { return name }
            }
        }
        return nil
    }

    /// Whether a headline for machines has a word in common with what a reader sees; some name the system that made it.
    private func isOfThisPage(_ headline: String) -> Bool {
        let seen = [heading, found.title, found.meta("og:title")].compactMap { $0 }
        guard !seen.isEmpty else { return true }
        let words = Self.words(headline)
        return words.isEmpty || seen.contains { !words.isDisjoint(with: Self.words($0)) }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// "Bridge reopens | The Daily" is "Bridge reopens".
    /// - Parameter isGuess: whether an ending that is not known as the site's name may be one.
    private func withoutSite(_ title: String, site: String?, isGuess: Bool = false) -> String {
        if let heading, heading.utf8.count >= 8 {
            if title.hasPrefix(heading) { return heading }
            if Self.separators.contains(where: { title.hasSuffix($0 + heading) }) { return heading }
        }
        for separator in Self.separators.prefix(6) {
            let parts = title.split(separator: separator)
            guard parts.count > 1, let last = parts.last else { continue }
            if String(last) == site { return parts.dropLast().joined(separator: separator) }
            // The longer end is the article's.
            if isGuess, parts[0].utf8.count >= last.utf8.count { return String(parts[0]) }
        }
        return title
    }
}
