import ArgumentParser

@main
struct Sayso: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sayso")
}
