import TextModel

/// One way to read what a cue attributes.
package struct ContentOption: Hashable, Sendable {
    /// Where the content stands to its cue.
    package enum Shape: UInt8, Sendable {
        /// "said that …"
        case forward
        /// "said “…”", with what goes on in later sentences.
        case forwardQuotation
        /// "…, Smith said"
        case backward
        /// "“…,” Smith said"
        case backwardQuotation
        /// "…, Smith said, …"
        case around
        /// "His views were echoed by …"
        case subject
    }

    package var first: Range<Int>
    package var second: Range<Int>?
    package var shape: Shape
    /// Whether one of the rules for quotations and clauses would take it, the first that applies.
    package var isRules = false
    package var rule: RuleName

    package var pieces: [Range<Int>] { second.map { [first, $0] } ?? [first] }

    func contains(_ token: Int) -> Bool { first.contains(token) || second?.contains(token) == true }
}
