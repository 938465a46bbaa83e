import ArgumentParser

/// Builds the learned models that `sayso` embeds. There are none yet: this version tags by rule.
@main
struct SaysoTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sayso-train",
        abstract: "Builds the models that sayso embeds.",
        discussion: "This version tags by rule alone, so there is nothing to train yet.")

    func run() throws {
        print(Self.helpMessage())
    }
}
