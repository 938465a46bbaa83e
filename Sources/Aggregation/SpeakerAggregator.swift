import TextModel

/// Adds up what single articles say about speakers into the rows of the speakers table.
///
/// Mergeable and order-free: however the sightings are parted and in whatever order they come, the rows are the same.
/// Memory grows with the number of speakers, not of articles.
package struct SpeakerAggregator: Sendable {
    private var tallies: [String: SpeakerTally] = [:]

    package init() {}

    /// - Parameter sighting: at most one for each speaker and article.
    package mutating func add(_ sighting: SpeakerSighting) {
        tallies[sighting.speakerID, default: SpeakerTally()].add(sighting)
    }

    package mutating func merge(_ other: SpeakerAggregator) {
        tallies.merge(other.tallies) { $0.merged(with: $1) }
    }

    /// How many speakers were seen.
    package var count: Int { tallies.count }

    /// One row of `Table.speakers` for each: most attributions first, then by identifier.
    /// - Complexity: O(*n* log *n*) in speakers.
    package func rows() -> [Row] {
        let order = tallies.keys.sorted { left, right in
            let leftCount = tallies[left]?.attributions ?? 0
            let rightCount = tallies[right]?.attributions ?? 0
            return leftCount != rightCount ? leftCount > rightCount : bytesPrecede(left, right)
        }
        return order.compactMap { id in tallies[id]?.row(speakerID: id) }
    }
}
