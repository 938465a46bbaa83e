import Dispatch
import Foundation
import Linguistics
import Synchronization
import Testing

@Suite struct ArenaPoolTests {
    /// Plain memory without a lock: the thread sanitizer sees at once when two threads have the same one.
    private final class Arena {
        var isTaken = false
        var visits = 0
    }

    @Test func noArenaIsEverWithTwoThreads() {
        let made = Atomic<Int>(0)
        let shared = Atomic<Int>(0)
        let pool = ArenaPool {
            made.add(1, ordering: .relaxed)
            return Arena()
        }
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<2000 {
                pool.withArena { arena in
                    if arena.isTaken { shared.add(1, ordering: .relaxed) }
                    arena.isTaken = true
                    arena.visits += 1
                    arena.isTaken = false
                }
            }
        }
        #expect(shared.load(ordering: .relaxed) == 0)
        #expect((1...8).contains(made.load(ordering: .relaxed)))
        // One that comes back is taken again, with what it remembers.
        var visits = 0
        for _ in 0..<made.load(ordering: .relaxed) { pool.withArena { visits = max(visits, $0.visits) } }
        #expect(visits > 1)
    }
}
