import Foundation

/// The arenas of a parser that is shared by workers: each takes one for an article and leaves it for the next.
///
/// There are never more arenas than workers at once, and what an arena remembers of words serves the next article.
public final class ParserArenaPool: Sendable {
    private let parser: Parser
    private let lock = NSLock()
    /// Only touched while `lock` is held.
    nonisolated(unsafe) private var free: [ParserArena] = []

    public init(_ parser: Parser) {
        self.parser = parser
    }

    public func withArena<Result>(_ body: (ParserArena) -> Result) -> Result {
        let arena = lock.withLock { free.popLast() } ?? parser.makeArena()
        defer { lock.withLock { free.append(arena) } }
        return body(arena)
    }
}
