import Aggregation
import Storage
import TextModel
import Writing

/// Keeps the store's sums of speakers in step with the articles that are in the output, and writes their table.
///
/// The work is that of the articles that came or went since the sums were last changed.
struct SpeakerCounting {
    private let store: Store
    private var changes = SpeakerSumChanges()
    private var sightings = SpeakerAggregator()
    private var pending = 0

    /// Articles in one transaction: what a few hundred kilobytes hold.
    private static let batch = 2048

    init(_ store: Store) { self.store = store }

    /// Call it once for every article that is listed.
    /// - Parameter isCounted: whether it is in the output.
    mutating func note(_ place: ListedPlace, isCounted: Bool) throws {
        guard place.isCounted != isCounted else { return }
        try add(store.corpusShare(at: place), change: isCounted ? 1 : -1)
        if isCounted { changes.counted.append(place) } else { changes.uncounted.append(place) }
        if pending >= Self.batch { try settle() }
    }

    /// Call it when every article has been noted.
    mutating func finish() throws {
        while true {
            let departed = try store.departedShares(after: changes.settled, limit: Self.batch)
            for gone in departed { try add(gone.share, change: -1) }
            if let last = departed.last { changes.settled = last }
            guard departed.count == Self.batch else { return try settle() }
            try settle()
        }
    }

    private mutating func add(_ share: CorpusShare, change: Int) throws {
        for sighting in share.sightings { sightings.add(sighting, change: change) }
        pending += 1
    }

    private mutating func settle() throws {
        guard pending > 0 else { return }
        for (speakerID, change) in sightings.speakers {
            let tally = try (tally(of: speakerID) ?? SpeakerTally()).merged(with: change)
            let sum = SpeakerSum(speakerID: speakerID, attributions: tally.attributions, cells: tally.cells)
            changes.sums.append((speakerID, tally.isEmpty ? nil : sum))
        }
        try store.commit(changes, stamp: .random(in: .min ... .max))
        changes = SpeakerSumChanges()
        sightings = SpeakerAggregator()
        pending = 0
    }

    private func tally(of speakerID: String) throws -> SpeakerTally? {
        guard let sum = try store.speakerSum(of: speakerID) else { return nil }
        guard let tally = SpeakerTally(cells: sum.cells) else {
            throw AssemblyError.internalFault("a speaker's sum of an unknown form")
        }
        return tally
    }

    // MARK: The table

    /// Writes all rows; those of speakers that have not changed are copied.
    ///
    /// They come in runs, which end at speakers whose identifier says so: wherever one is put in or taken out, the runs
    /// before and behind it are what they were.
    func write(to writer: GenerationWriter) throws {
        var places = store.speakerPlaces()
        var run: [SpeakerPlace] = []
        var name = ByteHash()
        func end() throws {
            guard !run.isEmpty else { return }
            try writer.append(run: name.value, to: .speakers) {
                try run.compactMap { place in try tally(of: place.speakerID)?.row(speakerID: place.speakerID) }
            }
            run.removeAll(keepingCapacity: true)
            name = ByteHash()
        }
        while let place = try places.next() {
            run.append(place)
            withUnsafeBytes(of: (place.attributions, place.stamp)) { name.add($0) }
            let identifier = ByteHash(place.speakerID.utf8)
            withUnsafeBytes(of: identifier.value) { name.add($0) }
            if identifier.value >> 32 & Self.runMask == 0 || run.count == Self.longestRun { try end() }
        }
        try end()
    }

    /// One in 16: all rows of a run are made again for one that changed, and a run takes some 100 bytes of memory.
    private static let runMask: UInt64 = 15
    private static let longestRun = 1024
}
