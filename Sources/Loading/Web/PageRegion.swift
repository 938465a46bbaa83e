/// The part of a page where its byline and date stand: from a little above the heading into the article.
///
/// What stands aside there is passed over, unless it is small: systems mark a date or an author as such, and not only a list of
/// other articles.
struct PageRegion {
    private let outline: PageOutline
    private let range: Range<Int>
    /// The heading, or the beginning of the article: what comes behind it is surer than what stands before it.
    private let middle: Int

    private static let nodesBefore = 80
    private static let nodesBehind = 500
    private static let smallAside = 40

    /// - Parameters:
    ///   - content: the element that holds the article; without one the region is empty.
    ///   - heading: the heading of the article.
    init(_ outline: PageOutline, content: Int?, heading: Int?) {
        self.outline = outline
        guard let content else {
            (range, middle) = (0..<0, 0)
            return
        }
        let end = outline.tree.end(content)
        middle = min(heading ?? content, end)
        // A heading far above stands over more than the article.
        let start = content - middle > 600 ? content : min(middle, content)
        range = max(0, start - Self.nodesBefore)..<min(end, content + Self.nodesBehind)
    }

    /// What `find` makes of the elements behind the heading, or else before it, the last one there; nil for none.
    func first<Found>(_ find: (Int) -> Found?) -> Found? {
        let tree = outline.tree
        var before: Found?
        var node = range.lowerBound
        while node < range.upperBound {
            if tree.isText(node) {
                node += 1
                continue
            }
            if tree.names[node].role == .skipped || outline.isAside[node] && tree.end(node) - node > Self.smallAside {
                node = max(tree.end(node), node + 1)
                continue
            }
            if let found = find(node) {
                if node >= middle { return found }
                before = found
            }
            node += 1
        }
        return before
    }

    /// What class and id of an element say by those words.
    func meanings(of node: Int, by words: NameWords) -> NameWords.Meanings {
        var meanings: NameWords.Meanings = []
        for attribute in outline.tree.attributes(node) where attribute.name == .class || attribute.name == .id {
            outline.tree.values.withUnsafeBufferPointer { values in
                let range = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
                meanings.formUnion(words.meanings(of: UnsafeBufferPointer(rebasing: values[range])))
            }
        }
        return meanings
    }
}
