import Yams

extension Recipe {
    /// How many workers a recipe or a command line may ask for.
    public static let workerCounts = 1...256

    /// Reads a recipe.
    ///
    /// - Parameters:
    ///   - yaml: the whole text of the file.
    ///   - file: its path as the command line named it; relative paths of the recipe start at its folder.
    /// - Throws: everything that is wrong with it at once; YAML that is broken hides what comes after.
    public init(yaml: String, file: String) throws(RecipeError) {
        var reader = RecipeReader()
        let recipe = reader.recipe(yaml, folder: Self.folder(of: file))
        guard let recipe, reader.problems.isEmpty else {
            let inOrder = reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
            throw RecipeError(file: file, problems: inOrder)
        }
        self = recipe
    }

    private static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }
}

/// Walks the nodes of a recipe and notes every problem on the way.
struct RecipeReader {
    static let articleBytes = 1...Int(Int32.max)
    static let recordBytes = 1...Int(Int32.max)
    static let generations = 1...1000

    private(set) var problems: [RecipeProblem] = []
    private var document: RecipeDocument?

    /// - Returns: nil only when a problem was noted.
    mutating func recipe(_ yaml: String, folder: String) -> Recipe? {
        // A byte order mark is not part of the text.
        let text = yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
        let opened: RecipeDocument
        do {
            opened = try RecipeDocument(text)
        } catch {
            problems.append(error)
            return nil
        }
        document = opened
        guard let root = opened.root else {
            problems.append(RecipeProblem(line: 1, column: 1, found: "an empty recipe", allowed: allowedKeys(nil)))
            return nil
        }
        guard let top = group(root, nil) else { return nil }

        version(top[.version])
        var recipe = Recipe(folder: folder, name: name(top[.name]) ?? "", inputs: inputs(top[.inputs]))
        if let text = string(top[.description], .description) {
            // A block of text ends with a line break that nobody means.
            recipe.description = String(text.reversed().drop(while: \.isNewline).reversed())
        }
        if let path = path(top[.output], .output) { recipe.output = path }
        recipe.workers = wholeNumber(top[.workers], .workers, Recipe.workerCounts)
        if let limits = group(top[.limits], .limits) {
            if let bytes = wholeNumber(limits[.articleBytes], .articleBytes, Self.articleBytes) {
                recipe.limits.articleBytes = bytes
            }
            if let bytes = wholeNumber(limits[.recordBytes], .recordBytes, Self.recordBytes) {
                recipe.limits.recordBytes = bytes
            }
            if let seconds = number(limits[.articleSeconds], .articleSeconds, 0.001...86400) {
                recipe.limits.articleSeconds = seconds
            }
            if let percent = number(limits[.rejectsPercent], .rejectsPercent, 0...100) {
                recipe.limits.rejectsPercent = percent
            }
        }
        if let csv = group(top[.csv], .csv) {
            if let bom = flag(csv[.bom], .bom) { recipe.csv.bom = bom }
            if let safe = flag(csv[.spreadsheetSafe], .spreadsheetSafe) { recipe.csv.spreadsheetSafe = safe }
        }
        if let count = wholeNumber(top[.keepGenerations], .keepGenerations, Self.generations) {
            recipe.keepGenerations = count
        }
        if let least = number(top[.minimumConfidence], .minimumConfidence, 0...1) { recipe.minimumConfidence = least }
        if let choice = choice(top[.otherLanguages], .otherLanguages, Recipe.OtherLanguages.self) {
            recipe.otherLanguages = choice
        }
        if let choice = choice(top[.duplicates], .duplicates, Recipe.Duplicates.self) { recipe.duplicates = choice }
        return recipe
    }

    // MARK: The parts of a recipe

    private mutating func version(_ node: Node?) {
        guard let node, let text = scalar(node, .version), text != "1" || isQuoted(node) else { return }
        note(node, "version \(quoted(text))", .version)
    }

    private mutating func name(_ node: Node?) -> String? {
        guard let node, let name = scalar(node, .name) else { return nil }
        let isName =
            name.utf8.first != UInt8(ascii: "-")
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
        guard isName else {
            note(node, "the name \(quoted(name))", .name)
            return nil
        }
        return name
    }

    private mutating func inputs(_ node: Node?) -> [Recipe.Input] {
        guard let node else { return [] }
        guard let entries = node.sequence, !entries.isEmpty else {
            note(node, description(of: node), .inputs)
            return []
        }
        return entries.compactMap { entry in
            if entry.scalar != nil { return path(entry, .inputs).map { Recipe.Input(files: [$0]) } }
            guard entry.mapping != nil else {
                note(entry, description(of: entry), .inputs)
                return nil
            }
            return input(entry)
        }
    }

    private mutating func input(_ node: Node) -> Recipe.Input? {
        guard let values = group(node, .inputs) else { return nil }
        var input = Recipe.Input(files: files(values[.files]))
        if let node = values[.format], let word = scalar(node, .format) {
            let format = Recipe.Format(rawValue: word)
            let words = Recipe.Format.allCases.map(\.rawValue)
            if format == nil {
                note(node, "the format \(quoted(word))", .format, RecipeSuggestion.nearest(to: word, among: words))
            }
            input.format = format ?? .auto
        }
        input.site = string(values[.site], .site)
        input.language = language(values[.language])
        if let columns = group(values[.columns], .columns) {
            for (key, node) in columns { input.columns[key.name] = string(node, key) }
        }
        return input
    }

    private mutating func files(_ node: Node?) -> [String] {
        guard let node else { return [] }
        guard let list = node.sequence else { return path(node, .files).map { [$0] } ?? [] }
        if list.isEmpty { note(node, "an empty list", .files) }
        return list.compactMap { path($0, .files) }
    }

    /// The shape of a tag only: "en", "en-GB", "zh-Hant-TW".
    private mutating func language(_ node: Node?) -> String? {
        guard let node, let tag = string(node, .language) else { return nil }
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = parts.enumerated().allSatisfy { place, part in
            let letters = part.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
            let digits = part.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return (place == 0 ? 2...8 : 1...8).contains(part.count) && (letters || place > 0 && digits)
        }
        guard isTag else {
            note(node, "the language \(quoted(tag))", .language)
            return nil
        }
        return tag
    }

    // MARK: Values

    /// The values of a group by key; unknown, duplicate and missing keys are noted.
    private mutating func group(_ node: Node?, _ group: RecipeKey?) -> [RecipeKey: Node]? {
        guard let node else { return nil }
        guard let mapping = node.mapping else {
            note(node, description(of: node), group)
            return nil
        }
        let known = RecipeKey.keys(in: group)
        var values: [RecipeKey: Node] = [:]
        var firstLines: [String: Int] = [:]
        for (key, value) in mapping {
            guard let name = document?.name(ofKey: key) else {
                note(key, "\(description(of: key)) as a key", allowed: allowedKeys(group))
                continue
            }
            if let line = firstLines[name] {
                note(key, "duplicate key \(quoted(name)), first on line \(line)")
                continue
            }
            firstLines[name] = key.mark?.line ?? 1
            guard let recipeKey = known.first(where: { $0.name == name }) else {
                let nearest = RecipeSuggestion.nearest(to: name, among: known.map(\.name))
                note(key, "unknown key \(quoted(name))", allowed: allowedKeys(group), nearest)
                continue
            }
            values[recipeKey] = value
        }
        for key in known where key.isRequired && firstLines[key.name] == nil {
            note(node, "no key '\(key.name)'", key)
        }
        return values
    }

    /// The text of a value that is one word, number or text; an empty one is noted.
    private mutating func scalar(_ node: Node, _ key: RecipeKey) -> String? {
        guard let scalar = node.scalar, !isNothing(node), !scalar.string.isEmpty else {
            note(node, description(of: node), key)
            return nil
        }
        return scalar.string
    }

    /// Any word is text here: `language: no` is Norwegian, whatever YAML makes of "no".
    private mutating func string(_ node: Node?, _ key: RecipeKey) -> String? {
        node.flatMap { scalar($0, key) }
    }

    private mutating func path(_ node: Node?, _ key: RecipeKey) -> String? {
        guard let node, let path = scalar(node, key) else { return nil }
        guard !path.unicodeScalars.contains("\0") else {
            note(node, "a path with a NUL in it", key)
            return nil
        }
        return path
    }

    private mutating func choice<Choice: RawRepresentable<String>>(
        _ node: Node?, _ key: RecipeKey, _ choices: Choice.Type
    ) -> Choice? {
        guard let node, let word = scalar(node, key) else { return nil }
        let choice = Choice(rawValue: word)
        if choice == nil { note(node, quoted(word), key) }
        return choice
    }

    private mutating func flag(_ node: Node?, _ key: RecipeKey) -> Bool? {
        guard let node, let word = scalar(node, key) else { return nil }
        if !isQuoted(node), word == "true" { return true }
        if !isQuoted(node), word == "false" { return false }
        note(node, description(of: node), key)
        return nil
    }

    private mutating func wholeNumber(_ node: Node?, _ key: RecipeKey, _ range: ClosedRange<Int>) -> Int? {
        guard let node, let text = scalar(node, key) else { return nil }
        // Int takes a sign, digits and nothing else; YAML also lets "_" part the digits.
        guard !isQuoted(node), let number = Int(text.filter { $0 != "_" }), range.contains(number) else {
            note(node, description(of: node), key)
            return nil
        }
        return number
    }

    private mutating func number(_ node: Node?, _ key: RecipeKey, _ range: ClosedRange<Double>) -> Double? {
        guard let node, let text = scalar(node, key) else { return nil }
        let isPlain = text.utf8.allSatisfy { "0123456789.-+".utf8.contains($0) }
        guard !isQuoted(node), isPlain, let number = Double(text), range.contains(number) else {
            note(node, description(of: node), key)
            return nil
        }
        return number
    }

    // MARK: Words of a problem

    private func isQuoted(_ node: Node) -> Bool { node.scalar.map { $0.style != .plain } ?? false }

    private func isNothing(_ node: Node) -> Bool {
        !isQuoted(node) && ["", "~", "null", "Null", "NULL"].contains(node.scalar?.string)
    }

    private func description(of node: Node) -> String {
        switch node {
        case .mapping(let mapping): mapping.isEmpty ? "an empty group" : "a group of keys"
        case .sequence(let list): list.isEmpty ? "an empty list" : "a list"
        case .alias: "an alias"
        case .scalar(let scalar):
            if isNothing(node) {
                "nothing"
            } else if scalar.string.isEmpty {
                "an empty text"
            } else if isQuoted(node) {
                "the text \(quoted(scalar.string))"
            } else {
                quoted(scalar.string)
            }
        }
    }

    /// At most 60 characters of it, on one line.
    private func quoted(_ text: String) -> String {
        let line = text.map { $0.isNewline ? " " : String($0) }.joined()
        return line.count > 60 ? "'\(line.prefix(59))…'" : "'\(line)'"
    }

    private func allowedKeys(_ group: RecipeKey?) -> String {
        RecipeKey.keys(in: group).map(\.name).joined(separator: ", ")
    }

    private mutating func note(_ node: Node, _ found: String, _ key: RecipeKey?, _ suggestion: String? = nil) {
        note(node, found, allowed: key?.allowed ?? allowedKeys(nil), suggestion)
    }

    private mutating func note(_ node: Node, _ found: String, allowed: String? = nil, _ suggestion: String? = nil) {
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        problems.append(
            RecipeProblem(line: line, column: column, found: found, allowed: allowed, suggestion: suggestion))
    }
}
