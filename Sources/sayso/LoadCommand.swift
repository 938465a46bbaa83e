import ArgumentParser
import Assembly
import Foundation

struct LoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Show what is read from any input, as JSON Lines: an article a line.",
        discussion: """
            Looks at loading alone: each line of output is an article with its text, what the input says about it, the \
            blocks that its markup states, and its place; or an error with its place, and reading goes on.

                sayso load page.html | jq -r .text
                sayso load crawl.warc.gz feeds/*.xml articles.zip > articles.jsonl
                zstd -dc more.jsonl.zst | sayso load

            What it prints can be read again: `sayso load … | sayso extract`.

            \(ExitStatus.table)
            """)

    @Argument(
        help: "Files, folders or globs; - is standard input, which is also what is read when nothing is named.",
        completion: .file())
    var files: [String] = []

    @Option(help: ArgumentHelp("What the input is: \(Recipe.Format.allCases.map(\.rawValue).joined(separator: ", "))."))
    var format = Recipe.Format.auto

    func run() throws {
        var listing = ArticleListing(files: files.isEmpty ? ["-"] : files)
        listing.format = format
        if listing.files.contains("-"), isatty(0) == 1, StandardError.isTerminal {
            StandardError.say("reading articles from the terminal; end with Ctrl-D")
        }
        let output = DescriptorWriter.standardOutput
        try listing.run { line in try output.write(line) }
        try output.flush()
    }
}
