import ArgumentParser

/// Builds the tables and models that `sayso` embeds.
@main
struct SaysoTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sayso-train",
        abstract: "Builds the tables and models that sayso embeds.",
        subcommands: [
            TrainAll.self, TrainSentences.self, TrainTagger.self, TrainParser.self, Names.self, Frames.self,
            TrainAttributions.self, TrainClaims.self, Lemmas.self, Score.self, Bench.self,
        ])
}
