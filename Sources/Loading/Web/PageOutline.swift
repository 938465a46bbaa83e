/// How much running text stands where in a page, and what its elements say about themselves.
///
/// Running text is a block of at least `leastParagraph` bytes of which at most a third is links. Sums over a subtree take
/// one subtraction, because a subtree is a run of nodes.
/// - Complexity: O(*n*) in nodes and bytes.
struct PageOutline {
    let tree: MarkupTree
    /// What class and id say; empty for texts.
    private(set) var meanings: [NameWords.Meanings]
    /// Elements that are never read, or say that they are aside.
    private(set) var isAside: [Bool]
    /// Bytes of running text in the blocks before each node.
    private var runningBefore: [Int32]

    static let leastParagraph = 70

    init(_ tree: MarkupTree) {
        self.tree = tree
        meanings = Array(repeating: [], count: tree.count)
        isAside = Array(repeating: false, count: tree.count)
        runningBefore = Array(repeating: 0, count: tree.count + 1)
        let all = sums(ignoringAsides: true)
        runningBefore = all
        markAsides()
        runningBefore = sums(ignoringAsides: false)
    }

    /// Bytes of running text in a subtree.
    func running(_ node: Int) -> Int { Int(runningBefore[tree.end(node)] - runningBefore[node]) }

    var running: Int { Int(runningBefore.last ?? 0) }

    private func sums(ignoringAsides: Bool) -> [Int32] {
        var sums: [Int32] = Array(repeating: 0, count: tree.count + 1)
        // The block that each open element belongs to; blocks are counted where they begin.
        var textBytes: [Int32] = Array(repeating: 0, count: tree.count)
        var linkBytes: [Int32] = Array(repeating: 0, count: tree.count)
        var block: [Int32] = Array(repeating: 0, count: tree.count)
        var linkEnd = 0
        var node = 0
        while node < tree.count {
            let name = tree.names[node]
            let parent = tree.parent(node)
            if name == .text {
                let owner = parent.map { Int(block[$0]) } ?? 0
                let bytes = Int32(textCount(node))
                textBytes[owner] += bytes
                if node < linkEnd { linkBytes[owner] += bytes }
            } else {
                let role = name.role
                if role == .skipped || !ignoringAsides && isAside[node] {
                    node = tree.end(node)
                    continue
                }
                block[node] = role == .block || role == .cell ? Int32(node) : parent.map { block[$0] } ?? 0
                if name == .a { linkEnd = max(linkEnd, tree.end(node)) }
            }
            node += 1
        }
        for node in 0..<tree.count {
            let bytes = textBytes[node]
            let isRunning = bytes >= Self.leastParagraph && linkBytes[node] * 3 < bytes
            sums[node + 1] = sums[node] + (isRunning ? bytes : 0)
        }
        return sums
    }

    /// Without the white space that indents the markup.
    private func textCount(_ node: Int) -> Int {
        let range = tree.textRange(node)
        return tree.text.withUnsafeBufferPointer { text in
            var count = 0
            var wasBlank = true
            for index in range {
                let isBlank = text[index] <= 0x20
                if !isBlank || !wasBlank { count += 1 }
                wasBlank = isBlank
            }
            return count
        }
    }

    private mutating func markAsides() {
        let total = running
        // The end of the article around the place, as far as the page names it.
        var articleEnd = 0
        var node = 0
        while node < tree.count {
            guard !tree.isText(node), tree.names[node].role != .skipped else {
                node = max(tree.end(node), node + 1)
                continue
            }
            let (meaning, isHidden, roleAsideness) = attributes(of: node)
            meanings[node] = meaning
            var asideness = max(tree.names[node].asideness, roleAsideness)
            if !meaning.contains(.content) {
                if meaning.contains(.aside) { asideness = max(asideness, .likely) }
                if meaning.contains(.never) { asideness = .sure }
            }
            // Scripts show and hide the parts of an article; elsewhere what is hidden is a dialog.
            if isHidden, node >= articleEnd { asideness = max(asideness, .likely) }
            if meaning.contains(.content) || tree.names[node] == .article {
                articleEnd = max(articleEnd, tree.end(node))
            }
            if asideness > .none, running(node) * 100 < total * asideness.shareOfArticle || total == 0 {
                isAside[node] = true
                node = tree.end(node)
            } else {
                node += 1
            }
        }
    }

    private func attributes(of node: Int) -> (NameWords.Meanings, isHidden: Bool, Asideness) {
        var meanings: NameWords.Meanings = []
        var isHidden = false
        var asideness = Asideness.none
        for attribute in tree.attributes(node) {
            switch attribute.name {
            case .class, .id:
                tree.values.withUnsafeBufferPointer { values in
                    let range = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
                    meanings.formUnion(NameWords.shared.meanings(of: UnsafeBufferPointer(rebasing: values[range])))
                }
            case .itemprop where equals(attribute, "articleBody"): meanings.insert(.content)
            case .hidden: isHidden = true
            case .ariaHidden: isHidden = isHidden || equals(attribute, "true")
            case .style: isHidden = isHidden || hidesItself(attribute)
            case .role where Self.asideRoles.contains(where: { equals(attribute, $0) }): asideness = .likely
            default: break
            }
        }
        return (meanings, isHidden, asideness)
    }

    private static let asideRoles: [StaticString] = [
        "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "menu", "menubar",
        "toolbar",
        "tooltip", "button", "listbox", "form",
    ]

    private func equals(_ attribute: MarkupTree.Attribute, _ word: StaticString) -> Bool {
        guard attribute.value.count == word.utf8CodeUnitCount else { return false }
        let start = Int(attribute.value.lowerBound)
        return (0..<word.utf8CodeUnitCount).allSatisfy { tree.values[start + $0] == word.utf8Start[$0] }
    }

    private func hidesItself(_ attribute: MarkupTree.Attribute) -> Bool {
        tree.values.withUnsafeBufferPointer { values in
            let style = UnsafeBufferPointer(
                rebasing: values[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)])
            return style.firstIndex(of: "display:none", from: 0) != nil
                || style.firstIndex(of: "display: none", from: 0) != nil
        }
    }
}
