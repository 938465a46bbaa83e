import TextModel
import WordLists

/// The forms of auxiliary verbs that decide modality and finiteness.
///
/// A class: a look-up into a struct of tables would retain each of their arrays.
final class Auxiliaries: Sendable {
    private let modalities: WordTable
    private let nonFinite: WordTable

    init() {
        let modals: [(String, Modality)] = [
            ("could", .could), ("may", .may), ("might", .might), ("can", .can), ("ca", .can), ("cannot", .can),
            ("will", .will), ("wo", .will), ("shall", .will), ("'ll", .will), ("would", .would), ("'d", .would),
            ("should", .should), ("must", .must),
        ]
        modalities = WordTable(modals.map { (key: $0.0, value: Int32(Modality.allCases.firstIndex(of: $0.1) ?? 0)) })
        nonFinite = WordTable(["be", "been", "being", "having", "doing", "done"].map { (key: $0, value: 1) })
    }

    /// What a modal verb says; nil for any other word.
    func modality(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Modality? {
        modalities.value(in: text, range).map { Modality.allCases[Int($0)] }
    }

    /// "be", "been", "having": a form that begins no clause.
    func isNonFinite(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        nonFinite.value(in: text, range) != nil
    }
}
