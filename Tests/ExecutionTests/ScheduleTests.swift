import Learning
import TestSupport
import Testing

@testable import Execution

/// The rules alone, walked through in random orders: whatever the threads do, some step is always possible.
@Suite struct ScheduleTests {
    @Test(arguments: 0..<200)
    func someStepIsAlwaysPossible(seed: Int) {
        var chance = Chance(seed: UInt64(seed))
        let depth = Int.random(in: 0...4, using: &chance)
        let stations = (0..<depth).map { _ in
            Schedule.Station(
                workers: Int.random(in: 1...4, using: &chance), room: Int.random(in: 1...3, using: &chance))
        }
        let credits = Int.random(in: 1...8, using: &chance)
        let values = Int.random(in: 0...60, using: &chance)
        var schedule = Schedule(stations: stations, credits: credits)
        var running: [Int] = []
        var finished = 0
        var sourceRuns = false

        while !schedule.isDrained {
            var steps: [() -> Void] = []
            if schedule.sourceMayRun {
                steps.append {
                    schedule.startSource()
                    sourceRuns = true
                }
            }
            if sourceRuns {
                steps.append {
                    let yields = schedule.produced < values
                    schedule.finishSource(yielded: yields)
                    if yields && depth == 0 { finished += 1 }
                    sourceRuns = false
                }
            }
            if let next = schedule.nextRunnable {
                steps.append {
                    schedule.start(next)
                    running.append(next)
                }
            }
            for (place, stage) in running.enumerated() {
                steps.append {
                    schedule.finish(stage)
                    running.remove(at: place)
                    if stage == depth - 1 { finished += 1 }
                }
            }
            if finished > schedule.consumed { steps.append { schedule.consume() } }
            guard let step = steps.randomElement(using: &chance) else {
                Issue.record("stuck at \(schedule)")
                return
            }
            step()
            #expect(schedule.produced - schedule.consumed <= credits)
            for station in schedule.stations {
                #expect(station.waiting <= station.room && station.running <= station.workers)
            }
        }
        #expect(schedule.consumed == values)
    }

    @Test func downstreamGoesFirst() {
        var schedule = Schedule(stations: [.init(workers: 2, room: 2), .init(workers: 1, room: 1)], credits: 9)
        for _ in 0..<2 {
            schedule.startSource()
            schedule.finishSource(yielded: true)
        }
        #expect(!schedule.sourceMayRun, "two wait, and there is room for two")
        schedule.start(0)
        schedule.finish(0)
        #expect(schedule.nextRunnable == 1)
        schedule.start(1)
        #expect(schedule.nextRunnable == 0)
        schedule.start(0)
        schedule.finish(0)
        #expect(schedule.nextRunnable == nil, "the second stage has one worker")
    }

    @Test func aStageDoesNotStartWithoutRoomForItsResult() {
        var schedule = Schedule(stations: [.init(workers: 4, room: 4), .init(workers: 1, room: 1)], credits: 9)
        for _ in 0..<3 {
            schedule.startSource()
            schedule.finishSource(yielded: true)
        }
        schedule.start(0)
        #expect(!schedule.mayRun(0), "the one place behind it is spoken for")
    }

    @Test func creditsHoldTheSourceBack() {
        var schedule = Schedule(stations: [.init(workers: 1, room: 100)], credits: 2)
        for _ in 0..<2 {
            schedule.startSource()
            schedule.finishSource(yielded: true)
        }
        #expect(!schedule.sourceMayRun)
        schedule.start(0)
        schedule.finish(0)
        #expect(!schedule.sourceMayRun, "a credit comes back from the sink, not from a stage")
        schedule.consume()
        #expect(schedule.sourceMayRun)
    }
}
