/// What the runtime itself has to say; errors of sources, stages and sinks pass through unchanged.
package enum ExecutionError: Error, Equatable, Sendable {
    /// The cancellation flag was raised before the sink had every value.
    case cancelled
}
