import ArgumentParser
import Assembly

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a row exists: the sentence with its spans marked, the rule or model and its score.",
        discussion: """
            The id is that of an attribution (att_), quote (quo_), numeric claim (clm_), speaker (spk_) or article (art_), \
            as the first column of each table has it.

                sayso explain quo_4f2k7mzq3rtd5hbn
                sayso explain clm_q7zd2m5k3xwt6bja --in Output/korea-summit

            \(ExitStatus.table)
            """)

    @Argument(help: "The id of a row.")
    var rowID: String

    @Option(
        name: .customLong("in"), help: ArgumentHelp("A published folder, or a folder of them.", valueName: "folder"),
        completion: .directory)
    var folder = "Output"

    func run() throws {
        let output = DescriptorWriter.standardOutput
        for line in try Explanation(rowID: rowID, folder: folder).run() {
            try output.write(TerminalText.harmless(line) + "\n")
        }
        try output.flush()
    }
}
