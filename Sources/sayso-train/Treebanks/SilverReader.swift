/// Reads Stanford CoreNLP's annotation of articles (`../shared/silver`) into a `Treebank` over the articles' own text.
///
/// Tab-separated: number in the sentence, form, lemma, tag, name class, head, relation, first and end scalar offset in
/// the article; "# doc_id = NAME" before each article, a blank line after each sentence. The tags are Penn tags (XPOS),
/// the relations Stanford's of 2016. The forms in the file are normalised ("-LRB-", "``"); here they are as written.
struct SilverReader {
    private let file: String
    private var treebank = Treebank()
    private var articles: [String: GoldArticle] = [:]
    private var offsets: [Int] = []
    private var base = 0
    private var sentenceStart = 0
    private var heads: [Int] = []
    private var line = 0

    /// - Parameter articles: those that the file annotates, with their text.
    static func read(_ path: String, articles: [GoldArticle]) throws(TreebankError) -> Treebank {
        var reader = SilverReader(file: path)
        for article in articles { reader.articles[article.docID] = article }
        for bytes in try PackedFile.read(path).split(separator: 0x0A, omittingEmptySubsequences: false) {
            reader.line += 1
            try reader.read(String(decoding: bytes, as: UTF8.self))
        }
        try reader.endSentence()
        reader.endDocument()
        return reader.treebank
    }

    private init(file: String) {
        self.file = file
    }

    private mutating func read(_ text: String) throws(TreebankError) {
        if text.isEmpty {
            try endSentence()
        } else if text.hasPrefix("# doc_id = ") {
            try endSentence()
            try startDocument(String(text.dropFirst("# doc_id = ".count)))
        } else {
            try readWord(text)
        }
    }

    private mutating func startDocument(_ name: String) throws(TreebankError) {
        guard let article = articles[name] else { throw malformed("names an article that is not there: \(name)") }
        endDocument()
        if !treebank.text.isEmpty { treebank.text += [0x0A, 0x0A] }
        base = treebank.text.count
        treebank.text += article.text.utf8
        offsets = article.byteOffsets
        treebank.documentNames.append(name)
    }

    private mutating func endDocument() {
        let first = treebank.documents.last?.upperBound ?? 0
        guard treebank.documentNames.count > treebank.documents.count else { return }
        treebank.documents.append(first..<treebank.sentences.count)
    }

    private mutating func readWord(_ text: String) throws(TreebankError) {
        let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 9 else { throw malformed("has \(fields.count) fields instead of 9") }
        guard Int(fields[0]) == heads.count + 1 else { throw malformed("has words out of order") }
        guard let start = Int(fields[7]), let end = Int(fields[8]), start >= 0, start < end, end < offsets.count else {
            throw malformed("has offsets outside the article")
        }
        treebank.starts.append(Int32(base + offsets[start]))
        treebank.ends.append(Int32(base + offsets[end]))
        heads.append(Int(fields[5]) ?? -1)
        treebank.lemmas.append(fields[2])
        treebank.universalTags.append("_")
        treebank.pennTags.append(fields[3])
        treebank.features.append("_")
        treebank.relations.append(fields[6])
        treebank.remarks.append(fields[4])
    }

    private mutating func endSentence() throws(TreebankError) {
        guard !heads.isEmpty else { return }
        for head in heads {
            guard head <= heads.count else { throw malformed("ends a sentence without the word \(head)") }
            treebank.heads.append(head > 0 ? Int32(sentenceStart + head - 1) : -1)
        }
        treebank.sentences.append(sentenceStart..<treebank.count)
        sentenceStart = treebank.count
        heads = []
    }

    private func malformed(_ reason: String) -> TreebankError {
        .malformedLine(file: file, line: line, reason: reason)
    }
}
