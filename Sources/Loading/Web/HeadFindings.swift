/// What is read from a page in one pass: meta tags, links, scripts.
struct HeadFindings {
    private var metas: [String: [String]] = [:]
    private(set) var title: String?
    private(set) var canonical: String?
    private(set) var language: String?
    private(set) var scripts: [ArraySlice<UInt8>] = []

    init(_ tree: MarkupTree) {
        for node in 0..<tree.count {
            switch tree.names[node] {
            case .meta:
                guard let content = tree.string(node, .content),
                    let name = tree.string(node, .property) ?? tree.string(node, .name)
                        ?? tree.string(node, .httpEquiv) ?? tree.string(node, .itemprop)
                else { continue }
                metas[name.lowercased(), default: []].append(content)
            case .title where title == nil: title = tree.string(node)
            case .html where language == nil:
                language = tree.string(node, .lang)
            case .link where canonical == nil:
                if tree.value(node, .rel)?.elementsEqual("canonical".utf8) ?? false {
                    canonical = tree.string(node, .href)
                }
            case .script:
                guard let type = tree.string(node, .type), type.lowercased().hasPrefix("application/ld+json"),
                    node + 1 < tree.end(node), tree.isText(node + 1)
                else { continue }
                scripts.append(tree.text[tree.textRange(node + 1)])
            default: continue
            }
        }
    }

    /// The first that is there, in the order of the names.
    func meta(_ names: String...) -> String? {
        names.lazy.compactMap { metas[$0]?.first }.first
    }

    /// All values of the first name that is there and whose values pass.
    func metas(_ names: [String], where isGood: (String) -> Bool) -> [String] {
        for name in names {
            let good = (metas[name] ?? []).filter(isGood)
            if !good.isEmpty { return good }
        }
        return []
    }
}
