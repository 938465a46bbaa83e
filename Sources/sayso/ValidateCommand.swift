import ArgumentParser
import Assembly

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check every row of a dataset against its schema, and every span against its article.",
        discussion: """
            Prints a line a finding, "file:line: what", and ends with 65 when there was one.

                sayso validate Output/korea-summit

            \(ExitStatus.table)
            """)

    @Argument(help: "A published folder, such as Output/korea-summit.", completion: .directory)
    var folder: String

    func run() throws {
        let output = DescriptorWriter.standardOutput
        do {
            let rows = try Validation(folder: folder).run { finding in
                try output.write(TerminalText.harmless(finding.description) + "\n")
            }
            try output.write("\(TerminalText.harmless(folder)): \(rows) rows are valid\n")
        } catch {
            try output.flush()
            throw error
        }
        try output.flush()
    }
}
