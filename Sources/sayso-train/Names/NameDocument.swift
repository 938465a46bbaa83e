import Linguistics
import TextModel

/// A document with its names, or with what is known of them.
///
/// Units: UTF-8 byte offsets into `text`.
struct NameDocument: Sendable {
    /// What is known of a word when the annotation does not say whether it is part of a name.
    struct Hint: Sendable {
        enum Chance: Sendable { case never, perhaps, likely }
        var chance: Chance
        /// Whether the next word is part of the same name, when both are part of one; nil where that is open.
        var joinsNext: Bool?
    }

    var text: [UInt8] = []
    var tokens = Tokens()
    var sentences: [Range<Int>] = []
    var names: [(span: Span, nameClass: NameClass)] = []
    /// By token, for documents without annotated names; else empty.
    var hints: [Hint] = []

    /// A word of an annotated sentence. `begins` tells two neighbouring names of one class apart.
    struct Word {
        var form: String
        var nameClass: NameClass?
        var begins = false
        var hint: Hint?
    }

    /// Adds a sentence. Words are put together where annotators cut finer than any text does: "U . S ." becomes "U.S.",
    /// "’ s" becomes "’s". The names keep their own ends, so that such a cut is scored as it was annotated.
    mutating func append(_ words: [Word]) {
        let first = tokens.count
        var open: (start: Int, nameClass: NameClass)?
        var index = 0
        while index < words.count {
            let length = Self.joined(words, index)
            let start = text.count
            for word in words[index..<(index + length)] {
                if let name = open, word.nameClass != name.nameClass || word.begins {
                    names.append((Span(Int32(name.start), Int32(end(before: text.count))), name.nameClass))
                    open = nil
                }
                if let nameClass = word.nameClass, open == nil { open = (text.count, nameClass) }
                text += word.form.utf8
            }
            tokens.append(.word, Int32(start), Int32(text.count))
            if let hint = words[index].hint { hints.append(hint) }
            text.append(UInt8(ascii: " "))
            index += length
        }
        if let name = open { names.append((Span(Int32(name.start), Int32(text.count - 1)), name.nameClass)) }
        if !text.isEmpty { text[text.count - 1] = UInt8(ascii: "\n") }
        sentences.append(first..<tokens.count)
    }

    /// Without the space.
    private func end(before position: Int) -> Int {
        position > 0 && text[position - 1] == UInt8(ascii: " ") ? position - 1 : position
    }

    /// How many words from `index` on are one token.
    private static func joined(_ words: [Word], _ index: Int) -> Int {
        func isLetter(_ at: Int) -> Bool {
            at < words.count && words[at].form.utf8.count == 1 && words[at].form.utf8.allSatisfy { $0 &- 65 < 26 }
        }
        func isPeriod(_ at: Int) -> Bool { at < words.count && words[at].form == "." }
        if isLetter(index), isPeriod(index + 1) {
            var end = index
            while isLetter(end), isPeriod(end + 1) { end += 2 }
            if end - index > 2 || (end < words.count && words[index].nameClass != nil) { return end - index }
        }
        if index + 2 < words.count, isPeriod(index + 1), abbreviations.contains(words[index].form) { return 2 }
        if words[index].form == "’" || words[index].form == "'", index + 1 < words.count, words[index + 1].form == "s" {
            return 2
        }
        return 1
    }

    private static let abbreviations: Set<String> = [
        "Aug", "Co", "Col", "Corp", "Dec", "Dr", "Feb", "Gen", "Gov", "Hon", "Inc", "Jan", "Jr", "Lt", "Ltd", "Mr",
        "Mrs", "Ms", "No", "Nov", "Oct", "Prof", "Rep", "Rev", "Sen", "Sept", "Sgt", "Sr", "St",
    ]

    /// The sentences for which `keep` says so, with all letters small or capital.
    func recased(capitals: Bool, _ keep: (Int) -> Bool) -> NameDocument {
        var copy = NameDocument()
        for (number, sentence) in sentences.enumerated() where sentence.count > 2 && keep(number) {
            let start = Int(tokens.starts[sentence.lowerBound])
            var words: [Word] = []
            var name = names.partitioningIndex { $0.span.start >= Int32(start) }
            for token in sentence {
                let span = tokens.span(token)
                while name < names.count, names[name].span.end <= span.start { name += 1 }
                let isIn = name < names.count && names[name].span.start < span.end
                let form = String(decoding: text[span.range], as: UTF8.self)
                words.append(
                    Word(
                        form: capitals ? form.uppercased() : form.lowercased(),
                        nameClass: isIn ? names[name].nameClass : nil,
                        begins: isIn && names[name].span.start >= span.start))
            }
            copy.append(words)
        }
        return copy
    }
}
