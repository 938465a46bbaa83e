/// What passed through a pipeline that ran to its end.
package struct RunReport: Equatable, Sendable {
    /// The source, the stages and the sink, top to bottom.
    package var stages: [StageCount]
}

/// What passed through one stage.
package struct StageCount: Equatable, Sendable {
    package let name: String
    /// Values taken; 0 for the source.
    package var received = 0
    /// Values passed on; 0 for the sink.
    package var delivered = 0
    /// Time at work, added up over the stage's threads; zero without a clock.
    package var busy = Duration.zero
}
