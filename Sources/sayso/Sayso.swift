import ArgumentParser
import Assembly

@main
struct Sayso: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sayso",
        abstract: "Turns news articles into datasets of who said what and of every number that was claimed.",
        discussion: """
            Start with a recipe:

                sayso run Pipelines/korea-summit.yaml
                sayso explain quo_4f2k7mzq3rtd5hbn --in Output/korea-summit

            or use it as a filter, one JSON object a line in and out:

                sayso extract < articles.jsonl > annotations.jsonl

            \(ExitStatus.table)
            """,
        version: saysoVersion,
        subcommands: [
            RunCommand.self, ExtractCommand.self, LoadCommand.self, ValidateCommand.self, ExplainCommand.self,
            ChangesCommand.self, EvaluateCommand.self,
        ])

    static func main() {
        StandardDescriptors.secure()
        ProcessSignals.turnWriteSignalsIntoErrors()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Ending(of: error).carryOut()
        }
    }
}
