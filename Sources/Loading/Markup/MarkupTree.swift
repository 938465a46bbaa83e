/// A parsed page or XML document: elements and texts as columns, in document order.
///
/// A node's subtree is the run of nodes from it up to `end`, so that a walk is a loop, passing over a subtree is a jump,
/// and no depth of nesting can exhaust a stack.
struct MarkupTree {
    /// The kind of each node: `MarkupName.text` for text.
    var names: [MarkupName] = []
    /// The index behind each node's subtree.
    var ends: [Int32] = []
    /// The enclosing element; -1 at the top.
    var parents: [Int32] = []
    /// For a text its bytes in `text`; for an element its attributes in `attributes`.
    var ranges: [Range<Int32>] = []
    /// All texts, in document order: UTF-8.
    var text: [UInt8] = []
    var attributes: [Attribute] = []
    /// The values of all attributes: UTF-8.
    var values: [UInt8] = []

    struct Attribute {
        var name: MarkupName
        var value: Range<Int32>
    }

    var count: Int { names.count }

    func isText(_ node: Int) -> Bool { names[node] == .text }

    func end(_ node: Int) -> Int { Int(ends[node]) }

    func parent(_ node: Int) -> Int? { parents[node] < 0 ? nil : Int(parents[node]) }

    /// The bytes of a text node.
    func textRange(_ node: Int) -> Range<Int> { Int(ranges[node].lowerBound)..<Int(ranges[node].upperBound) }

    func attributes(_ node: Int) -> ArraySlice<Attribute> {
        isText(node) ? [] : attributes[Int(ranges[node].lowerBound)..<Int(ranges[node].upperBound)]
    }

    func value(_ node: Int, _ name: MarkupName) -> ArraySlice<UInt8>? {
        attributes(node).first { $0.name == name }.map { values[Int($0.value.lowerBound)..<Int($0.value.upperBound)] }
    }

    /// The value without white space around it; nil when that leaves nothing.
    func string(_ node: Int, _ name: MarkupName) -> String? {
        guard let value = value(node, name)?.trimmed, !value.isEmpty else { return nil }
        return PageText.cleaned(value)
    }

    /// The children of a node that are elements of a name, in order.
    func children(_ node: Int, _ name: MarkupName) -> [Int] {
        var found: [Int] = []
        var child = node + 1
        while child < end(node) {
            if names[child] == name { found.append(child) }
            child = end(child)
        }
        return found
    }

    func child(_ node: Int, _ name: MarkupName) -> Int? { children(node, name).first }

    /// The elements of a name in a subtree or, without one, in all of the document; in document order.
    func elements(_ name: MarkupName, in node: Int? = nil) -> [Int] {
        let range = node.map { $0..<end($0) } ?? 0..<count
        return range.filter { names[$0] == name }
    }

    /// The text of a subtree, with white space as single blanks; nil when there is none.
    ///
    /// Meant for titles, names and dates: what is longer than `limit` bytes is cut, so that elements inside one another
    /// cannot make a page costly.
    func string(_ node: Int, limit: Int = 4096) -> String? {
        var bytes: [UInt8] = []
        for index in node..<min(end(node), node + limit) where isText(index) {
            bytes += text[textRange(index)].prefix(limit - bytes.count)
            if bytes.count >= limit { break }
        }
        let cleaned = PageText.cleaned(bytes[...])
        return cleaned.isEmpty ? nil : cleaned
    }
}
