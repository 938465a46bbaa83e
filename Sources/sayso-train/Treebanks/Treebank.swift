import Foundation

/// Annotated text: one text, its words as spans of it, and columns of what is annotated, one entry a word in each.
///
/// Units: spans are UTF-8 byte offsets into `text`. A column that the source does not have holds "_" for every word,
/// as CoNLL-U does for an unknown value.
struct Treebank: Sendable {
    var text: [UInt8] = []
    var starts: [Int32] = []
    var ends: [Int32] = []
    /// The word that each depends on, an index into this treebank's words; -1 for a root or where unknown.
    var heads: [Int32] = []
    var lemmas = LabelColumn()
    /// UPOS.
    var universalTags = LabelColumn()
    /// XPOS: Penn tags.
    var pennTags = LabelColumn()
    /// "Number=Sing|Person=3".
    var features = LabelColumn()
    var relations = LabelColumn()
    /// CoNLL-U's last column; of silver annotation the name class ("PERSON").
    var remarks = LabelColumn()
    /// Ranges of words; sorted, and together they hold every word.
    var sentences: [Range<Int>] = []
    /// Ranges of sentences.
    var documents: [Range<Int>] = []
    /// The name of each document.
    var documentNames: [String] = []

    /// The paths of all `*-train.conllu` and `*-train.conllu.gz` of a folder, sorted.
    /// - Throws: `.unreadable` when there is none.
    static func trainingFiles(in folder: String) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix("-train.conllu.gz") || $0.hasSuffix("-train.conllu") }
        guard !files.isEmpty else {
            throw TreebankError.unreadable(file: folder, reason: "it holds no *-train.conllu.gz")
        }
        return files.map { "\(folder)/\($0)" }
    }

    var count: Int { starts.count }

    func form(_ word: Int) -> String {
        String(decoding: text[Int(starts[word])..<Int(ends[word])], as: UTF8.self)
    }

    /// Adds a word at the end of the text.
    mutating func append(_ form: Substring) {
        starts.append(Int32(text.count))
        text += form.utf8
        ends.append(Int32(text.count))
    }
}
