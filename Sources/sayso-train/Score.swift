import ArgumentParser

/// Scores a part of the tagging against annotated documents.
struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Scores a part of the tagging against annotated documents.",
        subcommands: [
            ScoreNames.self, ScoreSpeakers.self, ScoreTagger.self, ScoreParser.self, ScoreSentences.self,
            ScoreLemmas.self, ScoreQuantities.self,
        ])
}
