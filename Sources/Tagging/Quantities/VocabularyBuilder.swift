import TextModel
import WordLists

/// Collects the words of the embedded lists while `QuantityVocabulary` is built.
struct VocabularyBuilder {
    private var numberOfWord: [String: Int32] = [:]
    /// By word number.
    private(set) var words: [String] = []
    private(set) var classes: [AtomClasses] = []
    private(set) var openings: [AtomOpenings] = []
    private(set) var values: [Int64] = []
    private(set) var units: [Unit] = []
    private(set) var unitNames: [[String]] = []
    private(set) var names: [(words: [Int32], meaning: Int32)] = []
    private(set) var symbols: [UnitSymbol] = []
    private(set) var boundsBefore: [(words: [Int32], meaning: Bound)] = []
    private(set) var boundsAfter: [(words: [Int32], meaning: Bound)] = []
    private(set) var ordinals: [(words: [Int32], meaning: OrdinalNumerals.Place)] = []

    mutating func addWords(_ list: String) {
        for fields in WordList(named: list).entries where fields.count >= 2 {
            let word = number(of: fields[0])
            classes[word].formUnion(AtomClasses.named[fields[1]] ?? [])
            openings[word].formUnion(AtomOpenings.named[fields[1]] ?? [])
            if fields.count > 2, let value = Int64(fields[2]) { values[word] = value }
        }
    }

    mutating func addChanges() {
        let parts: [String: AtomClasses] = ["verb": .changeVerb, "noun": .changeNoun, "adverb": .changeAdverb]
        for fields in WordList(named: "changes").entries where fields.count == 3 {
            let word = number(of: fields[0])
            classes[word].formUnion(fields[1] == "up" ? .changeUp : .changeDown)
            classes[word].formUnion(parts[fields[2]] ?? [])
        }
    }

    mutating func addUnits() {
        var bases: [String: String] = [:]
        for fields in WordList(named: "dimensions").entries where fields.count == 2 { bases[fields[0]] = fields[1] }
        for fields in WordList(named: "units").entries where fields.count >= 6 {
            let scale = bases[fields[2]].flatMap { base in
                Self.factor(fields[5]).map {
                    UnitScale(baseUnit: base, factor: $0, offset: fields.count > 6 ? Self.factor(fields[6]) : nil)
                }
            }
            addUnit(
                fields[0], QuantityKind(rawValue: fields[1]) ?? .measure, scale, names: fields[3], symbols: fields[4])
        }
    }

    mutating func addCurrencies() {
        for fields in WordList(named: "currencies").entries where fields.count == 3 {
            let code = fields[0]
            let isCode = code.utf8.allSatisfy { $0 &- 0x41 < 26 }
            addUnit(
                code, .money, nil, names: fields[1], symbols: isCode ? "\(fields[2]),\(code)" : fields[2])
        }
    }

    mutating func addBounds() {
        for fields in WordList(named: "bounds").entries where fields.count == 3 {
            guard let bound = Bound(rawValue: fields[1]) else { continue }
            let words = numbers(of: fields[0])
            if fields[2] == "before" { boundsBefore.append((words, bound)) } else { boundsAfter.append((words, bound)) }
        }
    }

    mutating func addOrdinals() {
        for fields in WordList(named: "ordinal-phrases").entries where fields.count == 3 {
            guard let offset = Int(fields[2]) else { continue }
            let place: OrdinalNumerals.Place = fields[1] == "end" ? .fromEnd(offset) : .fromCurrent(offset)
            ordinals.append((numbers(of: fields[0]), place))
        }
    }

    /// Finite verbs, so that a counted noun phrase stops before them.
    mutating func addVerbs() {
        for fields in WordList(named: "predicate-verbs").entries {
            let past = fields.count > 1 ? fields[1] : Self.past(fields[0])
            classes[number(of: past)].insert(.verb)
            classes[number(of: Self.thirdPerson(fields[0]))].insert(.thirdPerson)
            if fields.count > 2 { classes[number(of: fields[2])].insert(.verb) }
        }
    }

    /// "0.3048", "308567758149137e5"; nil for nothing.
    private static func factor(_ text: String) -> DecimalNumber? {
        let parts = text.split(separator: "e")
        guard let mantissa = parts.first.flatMap({ DecimalNumber(plain: $0) }) else { return nil }
        return parts.count < 2
            ? mantissa : Int(parts[1]).flatMap { mantissa.multiplied(by: DecimalNumber(1, exponent: $0)) }
    }

    private mutating func addUnit(
        _ name: String, _ kind: QuantityKind, _ scale: UnitScale?, names list: String, symbols marks: String
    ) {
        let unit = Int32(units.count)
        units.append(Unit(name: name, kind: kind, scale: scale))
        unitNames.append(list.split(separator: ",").map(String.init))
        for name in list.split(separator: ",") { names.append((numbers(of: name), unit)) }
        for mark in marks.split(separator: ",") {
            let word = Int32(number(of: mark.lowercased()))
            symbols.append(UnitSymbol(word: word, bytes: Array(mark.utf8), unit: unit))
        }
    }

    private mutating func numbers(of phrase: some StringProtocol) -> [Int32] {
        phrase.split(separator: " ").map { Int32(number(of: String($0))) }
    }

    private mutating func number(of word: String) -> Int {
        let word = word.lowercased()
        if let number = numberOfWord[word] { return Int(number) }
        numberOfWord[word] = Int32(classes.count)
        words.append(word)
        classes.append([])
        openings.append([])
        values.append(0)
        return classes.count - 1
    }

    static func thirdPerson(_ verb: String) -> String {
        if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
            return verb.dropLast() + "ies"
        }
        return ["s", "x", "z", "ch", "sh", "o"].contains(where: verb.hasSuffix) ? verb + "es" : verb + "s"
    }

    static func past(_ verb: String) -> String {
        if verb.hasSuffix("e") { return verb + "d" }
        if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
            return verb.dropLast() + "ied"
        }
        return verb + "ed"
    }
}
