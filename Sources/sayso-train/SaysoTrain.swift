import ArgumentParser

/// Builds the tables and models that `sayso` embeds.
@main
struct SaysoTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sayso-train",
        abstract: "Builds the tables and models that sayso embeds.",
        subcommands: [Frames.self, Names.self, TrainTagger.self, TrainParser.self, TrainSentences.self, Score.self])
}
