/// Which stage may run next: the rules of the runtime as a value, without threads or locks.
///
/// Why it cannot get stuck. Take the most downstream stage that has a value waiting while nothing runs: the queue behind
/// it is empty, or it is the last stage, whose results always have a slot; so it may run. When nothing waits anywhere,
/// every value in flight stands in the ordered line, the next one for the sink among them, so the sink may go on. When
/// nothing is in flight, the source has a credit and room. So any single worker thread is enough to finish a run.
struct Schedule: Sendable {
    struct Station: Sendable {
        let workers: Int
        /// How many values may wait in front.
        let room: Int
        var waiting = 0
        var running = 0
    }

    private(set) var stations: [Station]
    /// How many values may be anywhere between source and sink.
    let credits: Int
    private(set) var produced = 0
    private(set) var consumed = 0
    private(set) var sourceRuns = false
    private(set) var sourceEnded = false

    init(stations: [Station], credits: Int) {
        self.stations = stations
        self.credits = max(1, credits)
    }

    var isDrained: Bool { sourceEnded && produced == consumed }

    /// Nothing waits and nothing runs between source and sink.
    var isIdle: Bool { stations.allSatisfy { $0.waiting == 0 && $0.running == 0 } }

    // MARK: Source and sink

    var sourceMayRun: Bool {
        guard !sourceEnded, !sourceRuns, produced - consumed < credits else { return false }
        return stations.first.map { $0.waiting < $0.room } ?? true
    }

    /// Whether a source that sleeps is worth waking: a thread that is woken for every single value costs more than it
    /// brings. It is true at the latest when everything has passed, so nobody sleeps for ever.
    var sourceHasAmpleRoom: Bool {
        guard sourceMayRun, produced - consumed <= credits - credits / 4 else { return false }
        return stations.first.map { $0.waiting <= $0.room / 2 } ?? true
    }

    /// Whether a sink that sleeps is worth waking for that many values, for the same reason. A stage that finds nothing
    /// more to do always wakes it, so that the last value of a burst does not stay behind.
    func sinkHasAmple(_ ready: Int) -> Bool { isIdle || ready > 0 && ready >= credits / 4 }

    mutating func startSource() {
        sourceRuns = true
    }

    /// - Parameter yielded: false when the source had nothing more.
    mutating func finishSource(yielded: Bool) {
        sourceRuns = false
        guard yielded else {
            sourceEnded = true
            return
        }
        produced += 1
        if !stations.isEmpty { stations[0].waiting += 1 }
    }

    mutating func consume() {
        consumed += 1
    }

    // MARK: Stages

    /// Downstream first, so that values leave before new ones come in.
    var nextRunnable: Int? { stations.indices.last(where: mayRun) }

    func mayRun(_ index: Int) -> Bool {
        let station = stations[index]
        guard station.waiting > 0, station.running < station.workers else { return false }
        guard index + 1 < stations.count else { return true }
        return stations[index + 1].waiting + station.running < stations[index + 1].room
    }

    mutating func start(_ index: Int) {
        stations[index].waiting -= 1
        stations[index].running += 1
    }

    mutating func finish(_ index: Int) {
        stations[index].running -= 1
        if index + 1 < stations.count { stations[index + 1].waiting += 1 }
    }
}
