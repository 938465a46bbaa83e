import TextModel

/// The sums for one speaker, or what changes them: then its counts may be less than 0.
package struct SpeakerTally: Hashable, Sendable {
    package private(set) var attributions = 0
    private var quotes = 0
    private var claims = 0
    private var articles = 0
    private var texts = [TextTally](repeating: TextTally(), count: Kind.allCases.count)

    /// What is counted text by text.
    private enum Kind: Int, CaseIterable {
        case name, kind, role, affiliation, variant
        /// When the article was published, in ISO 8601.
        case published
    }

    package init() {}

    mutating func add(_ sighting: SpeakerSighting, change: Int) {
        attributions += change * sighting.attributions
        quotes += change * sighting.quotes
        claims += change * sighting.claims
        articles += change
        self[.name].add(sighting.name, change)
        self[.kind].add(sighting.kind, change)
        self[.role].add(sighting.role, change)
        self[.affiliation].add(sighting.affiliation, change)
        for variant in sighting.variants { self[.variant].add(variant, change) }
        self[.published].add(sighting.published, change)
    }

    package func merged(with other: SpeakerTally) -> SpeakerTally {
        var sum = self
        sum.attributions += other.attributions
        sum.quotes += other.quotes
        sum.claims += other.claims
        sum.articles += other.articles
        for kind in Kind.allCases { sum[kind].merge(other[kind]) }
        return sum
    }

    /// Whether all that was added has been taken off.
    package var isEmpty: Bool { articles == 0 }

    /// A row of `Table.speakers`, column by column.
    package func row(speakerID: String) -> Row {
        let name = self[.name].mostFrequent ?? ""
        var all = self[.variant]
        all.merge(self[.name])
        let others = all.texts.filter { !$0.utf8.elementsEqual(name.utf8) }
        // A text that goes on is later than one that is its beginning.
        let published = self[.published].texts
        return [
            .text(speakerID),
            .text(name),
            others.isEmpty ? .null : .list(others),
            self[.kind].mostFrequent.map(Cell.text) ?? .null,
            self[.role].mostFrequent.map(Cell.text) ?? .null,
            self[.affiliation].mostFrequent.map(Cell.text) ?? .null,
            .integer(attributions),
            .integer(quotes),
            .integer(claims),
            .integer(articles),
            published.first.map(Cell.text) ?? .null,
            published.last.map(Cell.text) ?? .null,
        ]
    }

    private subscript(kind: Kind) -> TextTally {
        get { texts[kind.rawValue] }
        _modify { yield &texts[kind.rawValue] }
    }
}

/// A tally as cells, to be kept from run to run.
extension SpeakerTally {
    package var cells: Row {
        [.integer(attributions), .integer(quotes), .integer(claims), .integer(articles)] + texts.flatMap(\.cells)
    }

    /// - Returns: nil when the cells are not those of a tally.
    package init?(cells: Row) {
        guard case .integer(let attributions)? = cells.first else { return nil }
        var rest = cells.dropFirst()
        func next() -> Int? {
            guard case .integer(let count)? = rest.popFirst() else { return nil }
            return count
        }
        guard let quotes = next(), let claims = next(), let articles = next() else { return nil }
        self.init()
        self.attributions = attributions
        self.quotes = quotes
        self.claims = claims
        self.articles = articles
        for kind in Kind.allCases {
            guard let tally = TextTally(cells: &rest) else { return nil }
            self[kind] = tally
        }
        guard rest.isEmpty else { return nil }
    }
}

/// How often each text came. Texts are told apart by their bytes: "é" as one scalar and as two are two texts, and which of
/// them came first never matters.
struct TextTally: Hashable, Sendable {
    /// None is 0.
    private var counts: [[UInt8]: Int] = [:]

    /// Nil and empty texts count for nothing.
    mutating func add(_ text: String?, _ change: Int) {
        guard let text, !text.isEmpty else { return }
        add(Array(text.utf8), change)
    }

    private mutating func add(_ text: [UInt8], _ change: Int) {
        let count = (counts[text] ?? 0) + change
        counts[text] = count == 0 ? nil : count
    }

    mutating func merge(_ other: TextTally) {
        if counts.isEmpty { counts = other.counts } else { for (text, count) in other.counts { add(text, count) } }
    }

    /// Sorted by bytes.
    var texts: [String] { sorted.map { String(decoding: $0, as: UTF8.self) } }

    private var sorted: [[UInt8]] { counts.keys.sorted { $0.lexicographicallyPrecedes($1) } }

    /// Nil when none came; of those that came equally often, the first by bytes.
    var mostFrequent: String? {
        let most = counts.min { left, right in
            left.value != right.value ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
        }
        return most.map { String(decoding: $0.key, as: UTF8.self) }
    }

    /// The texts, then how often each came.
    var cells: Row {
        let sorted = sorted
        return [.list(sorted.map { String(decoding: $0, as: UTF8.self) })] + sorted.map { .integer(counts[$0] ?? 0) }
    }

    /// - Parameter cells: shortened by those of the tally.
    init?(cells: inout ArraySlice<Cell>) {
        guard case .list(let texts)? = cells.popFirst() else { return nil }
        counts.reserveCapacity(texts.count)
        for text in texts {
            guard case .integer(let count)? = cells.popFirst() else { return nil }
            counts[Array(text.utf8)] = count
        }
    }

    init() {}
}
