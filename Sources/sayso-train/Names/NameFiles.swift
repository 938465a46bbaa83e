import Linguistics

/// Reads files of one word a line with a name label, and blank lines between sentences.
enum NameFiles {
    /// - Parameter path: told apart by its ending: `.tsv.gz` or `.tsv` (word, label), `.iob2` (number, word, label),
    ///   `.conll` (word and label with a space between them, no mark where a name begins).
    static func read(_ path: String) throws -> [NameDocument] {
        let lines = try lines(of: path)
        if path.hasSuffix(".iob2") {
            return documents(lines, separator: "\t", word: 1, label: 2) { $0.hasPrefix("# newdoc") }
        }
        if path.hasSuffix(".conll") {
            return documents(lines, separator: " ", word: 0, label: 1) { $0.hasPrefix("-DOCSTART-") }
        }
        return documents(lines, separator: "\t", word: 0, label: 1) { $0.hasPrefix("# doc = ") }
    }

    /// CoreNLP's annotation: number, word, lemma, tag, name class, …
    static func readSilver(_ path: String, isNationality: (String) -> Bool) throws -> [NameDocument] {
        documents(try lines(of: path), separator: "\t", word: 1, label: 4, isDocument: { $0.hasPrefix("# doc_id = ") })
        {
            $0 == .other && isNationality($1) ? .nationality : $0
        }
    }

    static func lines(of path: String) throws -> [Substring] {
        String(decoding: try PackedFile.read(path), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
    }

    /// What the files call our classes. Dates and money are no names.
    private static let classes: [Substring: NameClass] = [
        "PER": .person, "Person": .person, "PERSON": .person,
        "ORG": .organization, "Organization": .organization, "ORGANIZATION": .organization,
        "LOC": .place, "Location": .place, "LOCATION": .place, "Facility": .place,
        "NORP": .nationality,
        "MISC": .other, "Misc": .other, "Product": .other, "OTH": .other,
    ]

    private static let brackets = ["-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "\"", "''": "\""]

    private static func documents(
        _ lines: [Substring], separator: Character, word wordField: Int, label labelField: Int,
        isDocument: (Substring) -> Bool, adjust: (NameClass?, String) -> NameClass? = { name, _ in name }
    ) -> [NameDocument] {
        var documents: [NameDocument] = []
        var words: [NameDocument.Word] = []
        func endSentence() {
            if words.isEmpty { return }
            if documents.isEmpty { documents.append(NameDocument()) }
            documents[documents.count - 1].append(words)
            words = []
        }
        for line in lines {
            if isDocument(line) {
                endSentence()
                documents.append(NameDocument())
                continue
            }
            let fields = line.split(separator: separator)
            guard fields.count > labelField else {
                if !line.hasPrefix("#") { endSentence() }
                continue
            }
            let raw = fields[wordField].filter { $0 != " " && $0 != "\u{A0}" }
            let form = brackets[String(raw)] ?? String(raw)
            if form.isEmpty { continue }
            let label = fields[labelField]
            let hasMark = label.dropFirst().first == "-"
            let nameClass = adjust(classes[hasMark ? label.dropFirst(2) : label], form)
            words.append(
                NameDocument.Word(
                    form: form, nameClass: nameClass, begins: hasMark ? label.first == "B" : nameClass == .nationality
                ))
        }
        endSentence()
        return documents
    }
}
