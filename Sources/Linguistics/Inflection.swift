/// Regular English inflection, for building the lexicon from dictionary forms.
package enum Inflection {
    package static func thirdPerson(_ verb: String) -> String { withS(verb) }

    /// The plural of a noun; of a compound, its head's: "brothers-in-law", "runners-up".
    package static func plural(_ noun: String) -> String {
        for tail in ["-in-law", "-up", "by"] where noun.hasSuffix(tail) && (tail != "by" || noun.hasSuffix("serby")) {
            return plural(String(noun.dropLast(tail.count))) + tail
        }
        for (singular, plural) in irregularPlurals where noun.hasSuffix(singular) {
            return noun.dropLast(singular.count) + plural
        }
        // "spokesman" and "woman", but not "human" or "German".
        if noun.hasSuffix("man"), !regularInMan.contains(noun) { return noun.dropLast(3) + "men" }
        if noun.hasSuffix("sis") { return noun.dropLast(2) + "es" }
        return withS(noun)
    }

    package static func past(_ verb: String) -> String {
        if verb.hasSuffix("e") { return verb + "d" }
        if endsInConsonantY(verb) { return verb.dropLast() + "ied" }
        return verb + "ed"
    }

    /// - Parameter past: shows whether the last consonant doubles ("admitted" → "admitting").
    package static func gerund(_ verb: String, past: String) -> String {
        if let last = verb.last, past == verb + String(last) + "ed" || doublingIrregulars.contains(verb) {
            return verb + String(last) + "ing"
        }
        if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
        if verb.hasSuffix("e"), !verb.hasSuffix("ee"), !verb.hasSuffix("oe"), verb.count > 2 {
            return verb.dropLast() + "ing"
        }
        return verb + "ing"
    }

    /// The American spelling of a form that doubles its "l" as in Britain: "labelled" → "labeled".
    ///
    /// - Returns: nil when both spell it alike, which they do where the last syllable is stressed ("extolled").
    package static func withSingleL(_ form: String, of verb: String) -> String? {
        guard verb.hasSuffix("l"), syllables(verb) > 1, form.hasPrefix(verb + "l") else { return nil }
        return verb + form.dropFirst(verb.count + 1)
    }

    private static func withS(_ word: String) -> String {
        if endsInConsonantY(word) { return word.dropLast() + "ies" }
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
        if ["echo", "go", "veto", "hero"].contains(word) { return word + "es" }
        return word + "s"
    }

    private static let irregularPlurals = [
        ("person", "people"), ("child", "children"), ("wife", "wives"), ("thief", "thieves"), ("woman", "women"),
        ("memorandum", "memoranda"),
    ]

    private static let regularInMan: Set<String> = ["german", "human", "norman", "ottoman", "roman", "shaman"]

    private static let doublingIrregulars: Set<String> = [
        "bet", "begin", "cut", "dig", "fit", "forbid", "forget", "get", "hit", "let", "put", "quit", "rebut", "rerun",
        "run", "set", "sit", "split", "swim", "win",
    ]

    /// Groups of vowels.
    private static func syllables(_ word: String) -> Int {
        var count = 0
        var afterVowel = false
        for letter in word {
            let isVowel = "aeiouy".contains(letter)
            if isVowel, !afterVowel { count += 1 }
            afterVowel = isVowel
        }
        return count
    }

    private static func endsInConsonantY(_ word: String) -> Bool {
        guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
        return !"aeiou".contains(before)
    }
}
