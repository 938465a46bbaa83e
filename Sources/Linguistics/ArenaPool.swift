import Foundation

/// The memories that a model shared by workers works in: each worker takes one for an article and leaves it for the next.
///
/// There are never more than workers at once, and what one remembers of words serves the next article.
public final class ArenaPool<Arena>: Sendable {
    private let make: @Sendable () -> Arena
    private let lock = NSLock()
    /// Only touched while `lock` is held.
    nonisolated(unsafe) private var free: [Arena] = []

    public init(_ make: @escaping @Sendable () -> Arena) {
        self.make = make
    }

    public func withArena<Result>(_ body: (Arena) -> Result) -> Result {
        let arena = lock.withLock { free.popLast() } ?? make()
        defer { lock.withLock { free.append(arena) } }
        return body(arena)
    }
}
