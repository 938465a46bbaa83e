import TextModel

/// The sums for one speaker.
struct SpeakerTally: Sendable {
    private(set) var attributions = 0
    private var quotes = 0
    private var claims = 0
    private var articles = 0
    private var names = TextTally()
    private var kinds = TextTally()
    private var roles = TextTally()
    private var affiliations = TextTally()
    private var variants = TextTally()
    private var firstSeen: String?
    private var lastSeen: String?

    mutating func add(_ sighting: SpeakerSighting) {
        attributions += sighting.attributions
        quotes += sighting.quotes
        claims += sighting.claims
        articles += 1
        names.add(sighting.name)
        kinds.add(sighting.kind)
        roles.add(sighting.role)
        affiliations.add(sighting.affiliation)
        for variant in sighting.variants { variants.add(variant) }
        see(from: sighting.published, to: sighting.published)
    }

    func merged(with other: SpeakerTally) -> SpeakerTally {
        var sum = self
        sum.attributions += other.attributions
        sum.quotes += other.quotes
        sum.claims += other.claims
        sum.articles += other.articles
        sum.names.merge(other.names)
        sum.kinds.merge(other.kinds)
        sum.roles.merge(other.roles)
        sum.affiliations.merge(other.affiliations)
        sum.variants.merge(other.variants)
        sum.see(from: other.firstSeen, to: other.lastSeen)
        return sum
    }

    /// A row of `Table.speakers`, column by column.
    func row(speakerID: String) -> Row {
        let name = names.mostFrequent ?? ""
        var all = variants
        all.merge(names)
        let others = all.texts.filter { !$0.utf8.elementsEqual(name.utf8) }
        return [
            .text(speakerID),
            .text(name),
            others.isEmpty ? .null : .list(others),
            kinds.mostFrequent.map(Cell.text) ?? .null,
            roles.mostFrequent.map(Cell.text) ?? .null,
            affiliations.mostFrequent.map(Cell.text) ?? .null,
            .integer(attributions),
            .integer(quotes),
            .integer(claims),
            .integer(articles),
            firstSeen.map(Cell.text) ?? .null,
            lastSeen.map(Cell.text) ?? .null,
        ]
    }

    /// ISO 8601 texts; a text that goes on is later than one that is its beginning.
    private mutating func see(from first: String?, to last: String?) {
        if let first, firstSeen.map({ bytesPrecede(first, $0) }) ?? true { firstSeen = first }
        if let last, lastSeen.map({ bytesPrecede($0, last) }) ?? true { lastSeen = last }
    }
}

/// How often each text came. Texts are told apart by their bytes: "é" as one scalar and as two are two texts, and which of
/// them came first never matters.
struct TextTally: Sendable {
    private var counts: [[UInt8]: Int] = [:]

    /// Nil and empty texts count for nothing.
    mutating func add(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        counts[Array(text.utf8), default: 0] += 1
    }

    mutating func merge(_ other: TextTally) { counts.merge(other.counts, uniquingKeysWith: +) }

    /// Sorted by bytes.
    var texts: [String] {
        counts.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Nil when none came; of those that came equally often, the first by bytes.
    var mostFrequent: String? {
        let most = counts.min { left, right in
            left.value != right.value ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
        }
        return most.map { String(decoding: $0.key, as: UTF8.self) }
    }
}
