/// Counts what goes into a decompressor and what comes out, and stops a file that was made to fill memory or disk.
struct ExpansionMeter {
    private let limits: LoadingLimits
    /// Compressed bytes taken in.
    private(set) var taken = 0
    /// Bytes that came out.
    private(set) var given = 0

    init(_ limits: LoadingLimits) {
        self.limits = limits
    }

    /// - Throws: `expandsTooMuch`.
    mutating func count(taken: Int, given: Int) throws(LoadingError) {
        self.taken += taken
        self.given += given
        if self.given > limits.expandedBytes {
            throw .expandsTooMuch(reason: "unpacks to more than \(limits.expandedBytes) bytes")
        }
        let (allowed, overflow) = self.taken.multipliedReportingOverflow(by: limits.expansionRatio)
        if self.given > LoadingLimits.freelyExpandedBytes, !overflow, self.given > allowed {
            throw .expandsTooMuch(reason: "unpacks to more than \(limits.expansionRatio) times its size")
        }
    }
}
