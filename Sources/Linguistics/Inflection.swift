/// Regular English inflection, for building the lexicon from dictionary forms.
enum Inflection {
    static func thirdPerson(_ verb: String) -> String { plural(verb) }

    static func plural(_ word: String) -> String {
        if endsInConsonantY(word) { return word.dropLast() + "ies" }
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
        // "spokesman" but not "human" or "German".
        if word.hasSuffix("man"), word.count > 5 || word == "man", !["human", "shaman"].contains(word) {
            return word.dropLast(3) + "men"
        }
        if word == "woman" { return "women" }
        if word == "person" || word.hasSuffix("person") && word.count > 8 { return word.dropLast(6) + "people" }
        if word == "child" { return "children" }
        if word == "wife" { return "wives" }
        return word + "s"
    }

    static func past(_ verb: String) -> String {
        if verb.hasSuffix("e") { return verb + "d" }
        if endsInConsonantY(verb) { return verb.dropLast() + "ied" }
        return verb + "ed"
    }

    /// - Parameter past: shows whether the last consonant doubles ("admitted" → "admitting").
    static func gerund(_ verb: String, past: String) -> String {
        if let last = verb.last, past == verb + String(last) + "ed" { return verb + String(last) + "ing" }
        if doublingIrregulars.contains(verb), let last = verb.last { return verb + String(last) + "ing" }
        if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
        if verb.hasSuffix("e"), !verb.hasSuffix("ee"), !verb.hasSuffix("oe"), verb.count > 2 {
            return verb.dropLast() + "ing"
        }
        return verb + "ing"
    }

    private static let doublingIrregulars: Set<String> = [
        "bet", "begin", "cut", "dig", "fit", "forbid", "forget", "get", "hit", "let", "put", "quit", "rebut", "run",
        "set", "sit", "split", "swim", "win",
    ]

    private static func endsInConsonantY(_ word: String) -> Bool {
        guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
        return !"aeiou".contains(before)
    }
}
