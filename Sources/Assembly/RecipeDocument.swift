import Yams

/// The YAML of a recipe as nodes with their places.
///
/// Yams stops at the first duplicate key. To report every one of them together with all else, a duplicate is masked in
/// the text (its first letter becomes a private-use one of its own, which moves nothing) and the text is composed again.
struct RecipeDocument {
    struct Place: Hashable {
        var line: Int
        var column: Int
    }

    /// Nil for a text without a document.
    let root: Node?
    /// The names of masked keys, by the place where each begins.
    private let maskedNames: [Place: String]

    /// - Throws: the one problem that keeps the text from being YAML.
    init(_ text: String) throws(RecipeProblem) {
        var text = text
        var maskedNames: [Place: String] = [:]
        while true {
            do throws(YamlError) {
                root = try Self.compose(text)
                self.maskedNames = maskedNames
                return
            } catch .duplicatedKeysInMapping(let names, let context) {
                let place = Place(line: context.mark.line, column: context.mark.column)
                guard let name = names.first, let masked = Self.mask(place, in: text, number: maskedNames.count) else {
                    throw RecipeProblem(line: place.line, column: place.column, found: "duplicate key")
                }
                maskedNames[place] = name
                text = masked
            } catch {
                throw Self.problem(error)
            }
        }
    }

    /// The word that stands for a key; nil when the key is a list or a group.
    func name(ofKey key: Node) -> String? {
        if let mark = key.mark, let masked = maskedNames[Place(line: mark.line, column: mark.column)] { return masked }
        return key.scalar?.string
    }

    private static func compose(_ text: String) throws(YamlError) -> Node? {
        do {
            return try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch let error as YamlError {
            throw error
        } catch {
            throw .representer(problem: "\(error)")
        }
    }

    /// Replaces the first letter of the key at a place, behind its quotation mark if it has one.
    private static func mask(_ place: Place, in text: String, number: Int) -> String? {
        var scalars = text.unicodeScalars
        var index = scalars.startIndex
        for _ in 1..<max(1, place.line) {
            guard let lineEnd = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: lineEnd)
        }
        guard
            var letter = scalars.index(index, offsetBy: place.column - 1, limitedBy: scalars.endIndex),
            letter < scalars.endIndex
        else { return nil }
        if scalars[letter] == "\"" || scalars[letter] == "'" { letter = scalars.index(after: letter) }
        let privateUse: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{F8FF}"
        guard
            letter < scalars.endIndex, scalars[letter] != "\n", !privateUse.contains(scalars[letter]),
            let mask = Unicode.Scalar(0xE000 + number), privateUse.contains(mask)
        else { return nil }
        scalars.replaceSubrange(letter...letter, with: CollectionOfOne(mask))
        return String(scalars)
    }

    private static func problem(_ error: YamlError) -> RecipeProblem {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let context = context.map { $0.text + ", " } ?? ""
            return RecipeProblem(line: mark.line, column: mark.column, found: "broken YAML: \(context)\(problem)")
        case .reader(let problem, let offset, _, let text):
            var place = Place(line: 1, column: 1)
            for character in text.prefix(offset ?? 0) {
                place = character.isNewline ? Place(line: place.line + 1, column: 1) : place
                if !character.isNewline { place.column += character.unicodeScalars.count }
            }
            return RecipeProblem(line: place.line, column: place.column, found: "broken YAML: \(problem)")
        default:
            return RecipeProblem(line: 1, column: 1, found: "broken YAML: \(error)")
        }
    }
}
