import TextModel

/// Columns of tokens without the counting of references that comes with keeping arrays in a value.
struct TokenView {
    let starts: UnsafeBufferPointer<Int32>
    let ends: UnsafeBufferPointer<Int32>
    let kinds: UnsafeBufferPointer<TokenKind>

    @inline(__always)
    func range(_ token: Int) -> Range<Int> { Int(starts[token])..<Int(ends[token]) }
}

extension Tokens {
    /// Calls `body` with a view that must not leave it.
    func withView<Result>(_ body: (TokenView) -> Result) -> Result {
        starts.withUnsafeBufferPointer { starts in
            ends.withUnsafeBufferPointer { ends in
                kinds.withUnsafeBufferPointer { kinds in body(TokenView(starts: starts, ends: ends, kinds: kinds)) }
            }
        }
    }
}
