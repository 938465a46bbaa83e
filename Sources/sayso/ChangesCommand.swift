import ArgumentParser
import Assembly

struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "List the rows that came, went or are other since the run before, as CSV.",
        discussion: """
            One line for each row that was added or removed, with the cell that tells it best, and one for each cell that \
            is another. After a run that changed nothing it is the header alone; after the first one, every row was added.

                sayso changes Output/korea-summit
                sayso changes Output/korea-summit --since 12 >since-monday.csv

            \(ExitStatus.table)
            """)

    @Argument(help: "A published folder, such as Output/korea-summit.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "Compare with this generation, as run.json numbers them, instead of the one before.",
            valueName: "generation"))
    var since: Int?

    func run() throws {
        let output = DescriptorWriter.standardOutput
        try DatasetChanges(folder: folder, since: since).run { try output.write($0) }
        try output.flush()
    }
}
