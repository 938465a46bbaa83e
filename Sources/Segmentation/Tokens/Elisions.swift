import WordLists

/// Knows words that begin with an apostrophe: 'em, 'til, 'n'.
struct Elisions: Sendable {
    private enum Class: Int32 {
        /// With any apostrophe.
        case any
        /// Only with ’; after ' it may as well be a quotation.
        case curly
        /// With an apostrophe after it too, if there is one: 'n'.
        case both
    }

    private let table: WordTable

    init() {
        let classes: [String: Class] = ["any": .any, "curly": .curly, "both": .both]
        table = WordTable(
            WordList(named: "elisions").entries.compactMap { fields in
                guard fields.count == 2, let value = classes[fields[1]] else { return nil }
                return (fields[0], value.rawValue)
            })
    }

    /// The end of the word that the apostrophe at `start` begins; nil when it begins none that is known.
    /// - Parameter letters: the byte after the apostrophe.
    func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ letters: Int, _ end: Int) -> Int? {
        guard isASCIILowercase(text[letters] | 0x20), !scalarKind(text, before: start).isWordly else { return nil }
        var close = letters
        while close < end, close - letters < 8, isASCIILowercase(text[close] | 0x20) { close += 1 }
        if close < end, scalar(text, close).kind.isWordly { return nil }
        guard let value = table.value(in: text, letters..<close), let known = Class(rawValue: value) else { return nil }
        switch known {
        case .any: return close
        case .curly: return letters - start == 3 ? close : nil
        case .both:
            let length = letters - start
            guard close + length <= end, text[close] == text[start],
                length == 1 || text[close + 2] == text[start + 2]
            else { return close }
            return close + length
        }
    }
}
