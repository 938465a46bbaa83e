import TextModel

/// Adds up what single articles say about speakers.
///
/// Mergeable and order-free: however the sightings are parted and in whatever order they come or go, the tallies are the
/// same. Memory grows with the number of speakers, not of articles.
package struct SpeakerAggregator: Sendable {
    private var tallies: [String: SpeakerTally] = [:]

    package init() {}

    /// - Parameters:
    ///   - sighting: at most one for each speaker and article.
    ///   - change: 1, or -1 to take off what was added before, here or elsewhere.
    package mutating func add(_ sighting: SpeakerSighting, change: Int = 1) {
        tallies[sighting.speakerID, default: SpeakerTally()].add(sighting, change: change)
    }

    package mutating func merge(_ other: SpeakerAggregator) {
        tallies.merge(other.tallies) { $0.merged(with: $1) }
    }

    /// How many speakers were seen.
    package var count: Int { tallies.count }

    /// Sorted by the bytes of the identifiers.
    /// - Complexity: O(*n* log *n*) in speakers.
    package var speakers: [(speakerID: String, tally: SpeakerTally)] {
        tallies.sorted { bytesPrecede($0.key, $1.key) }.map { (speakerID: $0.key, tally: $0.value) }
    }
}
