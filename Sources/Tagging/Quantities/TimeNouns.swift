import Learning
import WordLists

/// The units of time in their plural: "decades", which the classes of words do not tell.
struct TimeNouns: Sendable {
    static let shared = TimeNouns()
    /// Hashes of the words.
    private let plurals: Set<UInt64>

    private init() {
        plurals = Set(
            WordList(named: "times").entries.filter { $0.count > 1 && $0[1] == "unit" }.map { entry in
                let plural =
                    entry[0].hasSuffix("y") && !entry[0].hasSuffix("ay") ? entry[0].dropLast() + "ies" : entry[0] + "s"
                return FeatureHash.of(plural)
            })
    }

    /// - Parameter form: the hash of a word in lower case.
    func holds(_ form: UInt64) -> Bool { plurals.contains(form) }
}
