/// Reads Universal Dependencies' CoNLL-U into a `Treebank`.
///
/// The text is put together from the words' forms and `SpaceAfter`, with a blank line before a new paragraph or
/// document. Words of one surface token ("do" + "n't") stand side by side; where their forms do not make up the surface
/// ("zum"), the text has their forms. Empty nodes ("8.1") are left out.
struct ConlluReader {
    private let file: String
    private var treebank = Treebank()
    private var sentenceStart = 0
    /// Of the words of this sentence, by their number in it from 1.
    private var heads: [Int] = []
    /// The last word of the surface token that is being read, and whether a space follows that token.
    private var surface: (last: Int, spaceFollows: Bool)?
    private var spaceFollows = false
    private var documentStart = 0
    private var line = 0

    private init(file: String) {
        self.file = file
    }

    /// - Throws: what is wrong, with file and line.
    static func read(_ path: String) throws(TreebankError) -> Treebank {
        try parse(PackedFile.read(path), file: path)
    }

    /// Reads several files as one treebank.
    static func read(_ paths: [String]) throws(TreebankError) -> Treebank {
        var reader = ConlluReader(file: "")
        for path in paths {
            var next = ConlluReader(file: path)
            next.treebank = reader.treebank
            next.sentenceStart = reader.sentenceStart
            next.documentStart = reader.documentStart
            try next.readLines(PackedFile.read(path))
            reader = next
        }
        return reader.treebank
    }

    /// - Parameter file: for errors.
    static func parse(_ bytes: [UInt8], file: String) throws(TreebankError) -> Treebank {
        var reader = ConlluReader(file: file)
        try reader.readLines(bytes)
        return reader.treebank
    }

    private mutating func readLines(_ bytes: [UInt8]) throws(TreebankError) {
        startDocument("")
        for bytes in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            guard let text = String(validating: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self) else {
                throw malformed("is not UTF-8")
            }
            if text.isEmpty {
                try endSentence()
            } else if text.hasPrefix("#") {
                readComment(text)
            } else {
                try readWord(text)
            }
        }
        try endSentence()
        endDocument()
    }

    private mutating func readComment(_ text: String) {
        if text.hasPrefix("# newdoc") {
            let name = text.split(separator: "=", maxSplits: 1).dropFirst().first.map { $0.drop { $0 == " " } }
            startDocument(String(name ?? ""))
        } else if text == "# newpar" || text.hasPrefix("# newpar ") {
            startParagraph()
        }
    }

    private mutating func readWord(_ text: String) throws(TreebankError) {
        let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 10 else { throw malformed("has \(fields.count) fields instead of 10") }
        guard !fields[1].isEmpty else { throw malformed("has a word without a form") }
        if fields[0].contains(".") { return }
        let space = !fields[9].split(separator: "|").contains("SpaceAfter=No")
        let numbers = fields[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if numbers.count == 2, let first = numbers[0], let last = numbers[1] {
            guard first == heads.count + 1, last >= first else { throw malformed("has words out of order") }
            surface = (last, space)
            return
        }
        guard numbers.count == 1, let number = numbers[0], number == heads.count + 1 else {
            throw malformed("has the word number \(fields[0]) instead of \(heads.count + 1)")
        }
        guard let head = fields[6] == "_" ? -1 : Int(fields[6]), head >= -1 else {
            throw malformed("has the head \(fields[6]), which is no number")
        }
        if spaceFollows { treebank.text.append(0x20) }
        treebank.append(fields[1])
        heads.append(head)
        treebank.lemmas.append(fields[2])
        treebank.universalTags.append(fields[3])
        treebank.pennTags.append(fields[4])
        treebank.features.append(fields[5])
        treebank.relations.append(fields[7])
        treebank.remarks.append(fields[9])
        if let surface, number <= surface.last {
            spaceFollows = number == surface.last && surface.spaceFollows
            if number == surface.last { self.surface = nil }
        } else {
            spaceFollows = space
        }
    }

    private mutating func endSentence() throws(TreebankError) {
        guard !heads.isEmpty else { return }
        guard surface == nil else { throw malformed("ends a sentence within a token of several words") }
        for head in heads {
            guard head <= heads.count else { throw malformed("ends a sentence without the word \(head)") }
            treebank.heads.append(head > 0 ? Int32(sentenceStart + head - 1) : -1)
        }
        treebank.sentences.append(sentenceStart..<treebank.count)
        sentenceStart = treebank.count
        heads = []
    }

    private mutating func startParagraph() {
        spaceFollows = false
        if !treebank.text.isEmpty, treebank.text.last != 0x0A { treebank.text += [0x0A, 0x0A] }
    }

    private mutating func startDocument(_ name: String) {
        endDocument()
        startParagraph()
        documentStart = treebank.sentences.count
        treebank.documentNames.append(name)
    }

    private mutating func endDocument() {
        guard treebank.documentNames.count > treebank.documents.count else { return }
        if treebank.sentences.count > documentStart {
            treebank.documents.append(documentStart..<treebank.sentences.count)
        } else {
            treebank.documentNames.removeLast()
        }
    }

    private func malformed(_ reason: String) -> TreebankError {
        .malformedLine(file: file, line: line, reason: reason)
    }
}
