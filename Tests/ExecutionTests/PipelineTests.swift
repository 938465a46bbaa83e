import Learning
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Execution

private struct Fault: Error, Equatable {
    let place: String
    let value: Int
}

/// The most threads that were inside at once.
private final class Crowd: Sendable {
    private let inside = Atomic<Int>(0)
    private let most = Atomic<Int>(0)

    var peak: Int { most.load(ordering: .relaxed) }

    func visit<Result>(_ body: () throws -> Result) rethrows -> Result {
        let now = inside.add(1, ordering: .relaxed).newValue
        most.max(now, ordering: .relaxed)
        defer { inside.subtract(1, ordering: .relaxed) }
        return try body()
    }
}

/// A shape of pipeline: three stages, their workers and queues, and the credits.
private struct Shape: CustomTestStringConvertible, Sendable {
    var workers: [Int]
    var queues: [Int]
    var credits: Int?
    var seed: UInt64

    var testDescription: String { "workers \(workers), queues \(queues), credits \(credits ?? 0), seed \(seed)" }

    static let all: [Shape] = (0..<60).map { number in
        var chance = Chance(seed: UInt64(number))
        return Shape(
            workers: (0..<3).map { _ in Int.random(in: 1...8, using: &chance) },
            queues: (0..<3).map { _ in Int.random(in: 1...4, using: &chance) },
            credits: number % 3 == 0 ? nil : Int.random(in: 1...12, using: &chance), seed: UInt64(number))
    }

    /// Stages with small delays that differ from value to value.
    func pipeline(_ count: Int, failing: Fault? = nil) -> Pipeline<Int> {
        let seed = seed
        @Sendable func pause(_ value: Int, _ place: String) throws {
            if failing == Fault(place: place, value: value) { throw Fault(place: place, value: value) }
            switch Chance.of(value, seed: seed &+ UInt64(place.utf8.count), below: 40) {
            case 0: usleep(300)
            case 1...4: sched_yield()
            default: break
            }
        }
        return Pipeline(
            Source(
                "source", state: { 0 },
                next: { value in
                    guard value < count else { return nil }
                    try pause(value, "source")
                    defer { value += 1 }
                    return value
                })
        )
        .through(
            stage(0, "add") {
                try pause($0, "add"); return $0 + 1
            }
        )
        .through(
            stage(1, "double") {
                try pause($0 - 1, "double"); return $0 * 2
            }
        )
        .through(
            stage(2, "last one") {
                try pause($0 / 2 - 1, "last one"); return $0
            })
    }

    private func stage(_ index: Int, _ name: String, _ body: @escaping @Sendable (Int) throws -> Int) -> Stage<Int, Int>
    {
        Stage(name, workers: workers[index], queue: queues[index], body)
    }
}

@Suite struct PipelineTests {
    @Test(arguments: Shape.all)
    private func keepsInputOrder(shape: Shape) throws {
        var results: [Int] = []
        let report = try shape.pipeline(500).run(RunSettings(credits: shape.credits)) { results.append($0) }
        #expect(results == (1...500).map { $0 * 2 })
        #expect(report.stages.map(\.name) == ["source", "add", "double", "last one", "sink"])
        #expect(report.stages.map(\.received) == [0, 500, 500, 500, 500])
        #expect(report.stages.map(\.delivered) == [500, 500, 500, 500, 0])
    }

    @Test(arguments: Shape.all)
    private func theFirstErrorStopsEverything(shape: Shape) throws {
        var chance = Chance(seed: shape.seed &+ 99)
        let places = ["source", "add", "double", "last one", "sink"]
        let fault = Fault(
            place: places[Int(shape.seed) % places.count], value: Int.random(in: 0..<400, using: &chance))
        var seen = 0
        #expect(throws: fault) {
            try shape.pipeline(100_000, failing: fault).run(RunSettings(credits: shape.credits)) { result in
                #expect(result == (seen + 1) * 2)
                if fault.place == "sink", seen == fault.value { throw fault }
                seen += 1
            }
        }
        #expect(seen <= fault.value, "nothing at or after the fault reaches the sink")
    }

    @Test(arguments: Shape.all.prefix(20))
    private func cancellationStopsEverything(shape: Shape) throws {
        let cancellation = Cancellation()
        let stopAt = Chance.of(1, seed: shape.seed, below: 300)
        var seen = 0
        #expect(throws: ExecutionError.cancelled) {
            try shape.pipeline(10_000_000).run(RunSettings(credits: shape.credits, cancellation: cancellation)) { _ in
                seen += 1
                if seen > stopAt { cancellation.raise() }
            }
        }
        #expect(seen == stopAt + 1, "the sink sees nothing after the flag is up")
    }

    @Test func aFlagThatIsUpBeforehandStopsTheRunAtOnce() throws {
        let cancellation = Cancellation()
        cancellation.raise()
        #expect(throws: ExecutionError.cancelled) {
            try Pipeline(Source("numbers", 0..<10)).run(RunSettings(cancellation: cancellation)) { _ in
                Issue.record("nothing may reach the sink")
            }
        }
    }

    @Test func aSlowSourceDoesNotHideTheFlag() throws {
        let cancellation = Cancellation()
        let source = Source<Int>("slow", state: { 0 }) { turn in
            turn += 1
            if turn == 1 { return 1 }
            while !cancellation.isRaised { usleep(1000) }
            return nil
        }
        let started = ContinuousClock.now
        #expect(throws: ExecutionError.cancelled) {
            try Pipeline(source).run(RunSettings(cancellation: cancellation)) { _ in cancellation.raise() }
        }
        #expect(ContinuousClock.now - started < .seconds(5))
    }

    @Test(arguments: Shape.all.prefix(10))
    private func emptyInputIsAnEmptyRun(shape: Shape) throws {
        let report = try shape.pipeline(0).run { _ in Issue.record("there is nothing") }
        #expect(report.stages.allSatisfy { $0.received == 0 && $0.delivered == 0 })
    }

    @Test func manyValues() throws {
        var expected = 0
        let pipeline = Pipeline(Source("numbers", 0..<100_000))
            .through(Stage("negate", workers: 4, queue: 3) { -$0 })
            .through(Stage("write", workers: 3, queue: 2) { String($0) })
        let report = try pipeline.run {
            #expect($0 == String(-expected))
            expected += 1
        }
        #expect(expected == 100_000)
        #expect(report.stages.last?.received == 100_000)
    }

    /// One value at a time is under way, so a wake-up that gets lost would cost the 50 ms of the sink's sleep.
    @Test func noWakeUpIsLost() throws {
        let started = ContinuousClock.now
        let pipeline = Pipeline(Source("numbers", 0..<2000))
            .through(Stage("one", workers: 2, queue: 1) { $0 }).through(Stage("two", workers: 2, queue: 1) { $0 })
        _ = try pipeline.run(RunSettings(credits: 1)) { _ in }
        #expect(ContinuousClock.now - started < .seconds(20))
    }

    @Test func noStageAtAll() throws {
        var results: [Int] = []
        _ = try Pipeline(Source("numbers", 0..<1000)).run(RunSettings(credits: 1)) { results.append($0) }
        #expect(results == Array(0..<1000))
    }

    @Test func moreWorkersThanThreads() throws {
        var sum = 0
        let pipeline = Pipeline(Source("numbers", 0..<5000))
            .through(Stage("one", workers: 500) { $0 })
            .through(Stage("two", workers: 500) { $0 })
        _ = try pipeline.run { sum += $0 }
        #expect(sum == 4999 * 5000 / 2)
    }

    @Test func valuesThatAreNilAreValues() throws {
        var results: [Int?] = []
        let pipeline = Pipeline(Source("numbers", 0..<6)).through(Stage("even", workers: 2) { $0 % 2 == 0 ? $0 : nil })
        _ = try pipeline.run { results.append($0) }
        #expect(results == [0, nil, 2, nil, 4, nil])
    }

    @Test func workersAreBounded() throws {
        let crowd = Crowd()
        let pipeline = Pipeline(Source("numbers", 0..<300))
            .through(Stage("other", workers: 8) { $0 })
            .through(
                Stage("three", workers: 3) { value in
                    crowd.visit {
                        usleep(200); return value
                    }
                })
        _ = try pipeline.run { _ in }
        #expect((2...3).contains(crowd.peak))
    }

    @Test func valuesInFlightAreBounded() throws {
        let produced = Atomic<Int>(0)
        var consumed = 0
        let source = Source<Int>("numbers", state: { 0 }) { next in
            guard next < 400 else { return nil }
            produced.add(1, ordering: .sequentiallyConsistent)
            defer { next += 1 }
            return next
        }
        let pipeline = Pipeline(source).through(Stage("pass", workers: 4, queue: 4) { $0 })
        _ = try pipeline.run(RunSettings(credits: 5)) { _ in
            usleep(50)
            #expect(produced.load(ordering: .sequentiallyConsistent) - consumed <= 5)
            consumed += 1
        }
        #expect(consumed == 400)
    }

    /// Scratch is made once a thread, is used by one thread at a time, and need not be Sendable.
    @Test func scratchIsReused() throws {
        final class Arena {
            var uses = 0
            var busy = false
        }
        let made = Atomic<Int>(0)
        let stage = Stage<Int, Int>(
            "arena", workers: 3,
            scratch: {
                made.add(1, ordering: .relaxed)
                return Arena()
            },
            { arena, value in
                #expect(!arena.busy)
                arena.busy = true
                arena.uses += 1
                arena.busy = false
                return value
            })
        _ = try Pipeline(Source("numbers", 0..<2000)).through(stage).run { _ in }
        #expect((1...3).contains(made.load(ordering: .relaxed)))
    }

    @Test func scratchAndStateThatCannotBeMadeAreErrors() {
        let fault = Fault(place: "scratch", value: 0)
        let stage = Stage<Int, Int>("arena", workers: 2, scratch: { throw fault }, { (_: inout Int, value) in value })
        #expect(throws: fault) { try Pipeline(Source("numbers", 0..<9)).through(stage).run { _ in } }
        let source = Source<Int>("broken", state: { () throws -> Int in throw fault }, next: { _ in nil })
        #expect(throws: fault) { try Pipeline(source).run { _ in } }
    }

    @Test func theSinkRunsOnTheCallersThread() throws {
        let caller = pthread_self()
        _ = try Pipeline(Source("numbers", 0..<50)).through(Stage("pass", workers: 4) { $0 }).run { _ in
            #expect(pthread_equal(pthread_self(), caller) != 0)
        }
    }

    /// A clock that counts its readings: each value is measured by two of them.
    @Test func busyTimeIsThatOfTheClock() throws {
        let readings = Atomic<Int>(0)
        let settings = RunSettings(clock: { .seconds(readings.add(1, ordering: .relaxed).newValue) })
        let report = try Pipeline(Source("numbers", 0..<10)).through(Stage("pass") { $0 }).run(settings) { _ in }
        // Ten values in three places and the source's end, with two readings each.
        #expect(readings.load(ordering: .relaxed) == 2 * (10 + 10 + 10 + 1))
        for stage in report.stages { #expect(stage.busy >= .seconds(10)) }
        let unmeasured = try Pipeline(Source("numbers", 0..<10)).run { _ in }
        #expect(unmeasured.stages.allSatisfy { $0.busy == .zero })
    }

    /// After a run, also one that failed, no thread touches anything of it.
    @Test(arguments: 0..<40)
    func threadsAreGoneAfterwards(seed: Int) {
        let isOver = Atomic<Bool>(false)
        let stage = Stage<Int, Int>("watch", workers: 4) { value in
            if isOver.load(ordering: .acquiring) { Issue.record("a stage ran after the end") }
            if Chance.of(value, seed: UInt64(seed), below: 8) == 0 { usleep(200) }
            if value == 50 { throw Fault(place: "watch", value: 50) }
            return value
        }
        #expect(throws: Fault.self) { try Pipeline(Source("numbers", 0..<1000)).through(stage).run { _ in } }
        isOver.store(true, ordering: .releasing)
        usleep(500)
    }
}
