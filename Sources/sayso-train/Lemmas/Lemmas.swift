import ArgumentParser

/// Lists the forms whose dictionary form the rules of spelling get wrong.
struct Lemmas: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists what the rules for lemmas get wrong: makes Lists/lemma-exceptions.tsv.",
        discussion: """
            Inflects WordNet's verbs and nouns (Debian: wordnet-base) and prints, on standard output, those forms that the \
            rules do not lead back: form, part, lemma. Run it again when the rules change.

              sayso-train lemmas > Sources/CWordLists/Lists/lemma-exceptions.tsv
            """)

    @Option(help: "The folder of WordNet's files.")
    var wordnet = "/usr/share/wordnet"
    @Option(help: "The folder of word lists.")
    var lists = "Sources/sayso-train/Lists"

    func run() throws {
        let additions = try NameFiles.lines(of: "\(lists)/lemmas.tsv")
            .filter { !$0.hasPrefix("#") && !$0.isEmpty }
            .map { $0.split(separator: "\t").map(String.init) }
        print(
            """
            # Forms of verbs and nouns whose lemma the rules of spelling get wrong.
            # Columns: form, part (noun, verb, present, modal), lemma.
            # Source: WordNet 3.0 (Debian package wordnet-base; Princeton WordNet licence): noun.exc, verb.exc and the forms of
            # the words of index.noun and index.verb, by `sayso-train lemmas`; and Sources/sayso-train/Lists/lemmas.tsv, by hand.
            # Licence of the compilation: Apache-2.0.
            """)
        for row in try LemmaExceptions(wordnet: wordnet, additions: additions).rows {
            print(row.joined(separator: "\t"))
        }
    }
}
