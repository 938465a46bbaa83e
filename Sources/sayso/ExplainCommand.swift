import ArgumentParser
import Assembly

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Say why a row exists: the sentence with its spans marked, what found it, its score, and what nearly won.",
        discussion: """
            The id is that of an attribution (att_), quote (quo_), numeric claim (clm_), speaker (spk_) or article (art_), \
            as the first column of each table has it.

                sayso explain quo_4f2k7mzq3rtd5hbn
                sayso explain clm_q7zd2m5k3xwt6bja --in Output/korea-summit

            Of an attribution that models found it tells how likely each takes the cue, the content and the source, the \
            features that weighed most (in logarithms of odds, beside the reading that came next), and that reading.
            On a terminal the spans are in colour, unless NO_COLOR is set; elsewhere they stand in marks, ⟦cue|said⟧.

            \(ExitStatus.table)
            """)

    @Argument(help: "The id of a row.")
    var rowID: String

    @Option(
        name: .customLong("in"), help: ArgumentHelp("A published folder, or a folder of them.", valueName: "folder"),
        completion: .directory)
    var folder = "Output"

    @Flag(inversion: .prefixedNo, help: "Colours instead of marks; by default on a terminal.")
    var color: Bool?

    func run() throws {
        let output = DescriptorWriter.standardOutput
        let style = MarkStyle(isColored: color ?? StandardOutput.takesColors)
        for line in try Explanation(rowID: rowID, folder: folder).run() {
            for line in style.lines(line) { try output.write(line + "\n") }
        }
        try output.flush()
    }
}
