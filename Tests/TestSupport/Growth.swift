import Foundation

/// How many times as much processor time work takes when its input is larger.
///
/// It is the time that the thread itself ran, so that neither other processes nor other tests count.
package struct Growth {
    /// Tries, of which the least growth counts: what shares a core slows the thread down by chance.
    private static let tries = 5

    /// - Parameter bound: no more tries are made once the growth is within it.
    package static func of(_ small: () -> Void, _ large: () -> Void, within bound: Double) -> Double {
        var growth = Double.infinity
        for _ in 0..<tries where growth > bound {
            let short = processorTime(of: small)
            growth = min(growth, processorTime(of: large) / max(short, 1e-4))
        }
        return growth
    }

    /// In seconds.
    private static func processorTime(of work: () -> Void) -> Double {
        let start = now()
        work()
        return now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
