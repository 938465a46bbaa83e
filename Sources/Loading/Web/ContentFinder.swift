/// Finds the element that holds the article.
///
/// In this order: the best of the elements whose name says so (`class="article-body"`, `itemprop="articleBody"`); an
/// `<article>`; `<main>`; else the innermost element that has nearly all of the page's running text.
struct ContentFinder {
    private let outline: PageOutline
    private var tree: MarkupTree { outline.tree }

    init(_ outline: PageOutline) {
        self.outline = outline
    }

    /// - Returns: nil for a page without running text.
    func content() -> Int? {
        let total = outline.running
        guard tree.count > 0, total > 0 else { return nil }
        let named = best { outline.meanings[$0].contains(.content) }
        if let named, outline.running(named) * 100 >= total * 35 { return named }
        let article = best { tree.names[$0] == .article }
        if let article, outline.running(article) * 100 >= total * 35 { return narrowed(article, share: 97) }
        let main = best { tree.names[$0] == .main || tree.value($0, .role)?.elementsEqual("main".utf8) ?? false }
        if let main, outline.running(main) * 100 >= total * 35 { return narrowed(main, share: 95) }
        return narrowed(0, share: 85)
    }

    /// The element of the kind with the most running text; of those inside one another with nearly as much, the inner.
    private func best(_ isOfKind: (Int) -> Bool) -> Int? {
        var best: Int?
        var node = 0
        while node < tree.count {
            if tree.isText(node) {
                node += 1
            } else if outline.isAside[node] {
                node = tree.end(node)
            } else {
                if isOfKind(node) {
                    let amount = outline.running(node)
                    let isInside = best.map { node < tree.end($0) } ?? false
                    let most = best.map { outline.running($0) } ?? 0
                    if amount > 0, isInside ? amount * 100 >= most * 97 : amount > most { best = node }
                }
                node += 1
            }
        }
        return best
    }

    /// Goes inwards for as long as one child has nearly everything.
    private func narrowed(_ start: Int, share: Int) -> Int {
        var node = start
        let total = outline.running(start)
        while true {
            var child = node + 1
            var next: Int?
            while child < tree.end(node) {
                if !tree.isText(child), tree.names[child].role == .block || tree.names[child].role == .cell,
                    outline.running(child) * 100 >= total * share
                {
                    next = child
                }
                child = tree.end(child)
            }
            // A paragraph is not a place for an article.
            guard let next, tree.names[next] != .p else { return node }
            node = next
        }
    }
}
