import Foundation
import Synchronization
import Testing

@testable import Execution

@Suite struct TimeLimitTests {
    /// Works until it is let go; what a hang looks like, but for its end.
    private final class Hang: Sendable {
        private let isOver = Atomic<Bool>(false)
        private let inside = Atomic<Int>(0)

        func enter() {
            inside.add(1, ordering: .sequentiallyConsistent)
            while !isOver.load(ordering: .relaxed) {}
            inside.subtract(1, ordering: .sequentiallyConsistent)
        }

        func letGo() {
            isOver.store(true, ordering: .relaxed)
            while inside.load(ordering: .sequentiallyConsistent) > 0 { usleep(1000) }
        }
    }

    @Test(arguments: [1, 2, 3])
    func aValueThatTakesTooLongIsReplacedAndAllOthersGoOn(workers: Int) throws {
        let hang = Hang()
        defer { hang.letGo() }
        let pipeline = Pipeline(Source("source", 0..<200))
            .through(Stage("before", workers: workers) { $0 })
            .through(
                Stage("slow", workers: workers) { value in
                    if value % 60 == 7 { hang.enter() }
                    return value * 2
                }.limited(to: .milliseconds(30)) { -$0 }
            )
            .through(Stage("after", workers: workers) { $0 + 1 })
        var results: [Int] = []
        let report = try pipeline.run { results.append($0) }
        #expect(results == (0..<200).map { ($0 % 60 == 7 ? -$0 : $0 * 2) + 1 })
        #expect(report.stages.map(\.received).dropFirst() == [200, 200, 200, 200])
    }

    @Test func aLateErrorIsDropped() throws {
        struct Late: Error {}
        let hang = Hang()
        defer { hang.letGo() }
        var results: [Int] = []
        _ = try Pipeline(Source("source", 0..<5)).through(
            Stage("slow") { value in
                guard value != 2 else {
                    hang.enter()
                    throw Late()
                }
                return value
            }.limited(to: .milliseconds(10)) { _ in 99 }
        ).run { results.append($0) }
        #expect(results == [0, 1, 99, 3, 4])
    }

    /// A run that is stopped does not wait for ever for a value that hangs.
    @Test func aStoppedRunEndsToo() {
        let hang = Hang()
        defer { hang.letGo() }
        let cancellation = Cancellation()
        let pipeline = Pipeline(Source("source", 0..<9)).through(
            Stage("slow", workers: 2) { value in
                if value == 3 {
                    cancellation.raise()
                    hang.enter()
                }
                return value
            }.limited(to: .milliseconds(20)) { $0 })
        #expect(throws: ExecutionError.cancelled) {
            try pipeline.run(RunSettings(cancellation: cancellation)) { _ in }
        }
    }

    /// Waiting is no work.
    @Test func timeOnTheClockDoesNotCount() throws {
        var results: [Int] = []
        _ = try Pipeline(Source("source", 0..<3)).through(
            Stage("waits") { value in
                usleep(60_000)
                return value
            }.limited(to: .milliseconds(15)) { _ in -1 }
        ).run { results.append($0) }
        #expect(results == [0, 1, 2])
    }
}
