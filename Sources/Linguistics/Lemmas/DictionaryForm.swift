/// From an inflected form back to the dictionary form, by spelling alone; what that gets wrong is for a list to say.
extension Inflection {
    /// Of a regular plural: "agencies" → "agency". A form that shows no plural stays as it is.
    package static func singular(of plural: String) -> String {
        if plural.hasSuffix("men"), plural.utf8.count > 3 { return plural.dropLast(2) + "an" }
        return withoutS(plural)
    }

    /// Of a third person: "denies" → "deny".
    package static func base(ofThirdPerson form: String) -> String { withoutS(form) }

    /// Of a regular past or participle: "denied" → "deny", "stopped" → "stop", "changed" → "change".
    package static func base(ofPast form: String) -> String {
        guard form.hasSuffix("ed"), form.utf8.count > 3 else { return form }
        if form.hasSuffix("eed") { return String(form.dropLast()) }
        if form.hasSuffix("ied"), form.utf8.count > 4 { return form.dropLast(3) + "y" }
        return base(ofStem: form.dropLast(2))
    }

    /// Of a regular gerund: "denying" → "deny", "stopping" → "stop", "changing" → "change".
    package static func base(ofGerund form: String) -> String {
        // "in'" is how speech is written: "goin'".
        let stem = form.hasSuffix("ing") ? form.dropLast(3) : form.hasSuffix("in'") ? form.dropLast(3) : Substring(form)
        guard stem.count < form.count, stem.utf8.contains(where: isVowel) else { return form }
        return base(ofStem: stem)
    }

    private static func withoutS(_ form: String) -> String {
        guard form.hasSuffix("s"), form.utf8.count > 2, !["ss", "us", "is", "'s"].contains(where: form.hasSuffix) else {
            return form
        }
        if form.hasSuffix("ies"), form.utf8.count > 4 { return form.dropLast(3) + "y" }
        let hisses = ["ches", "shes", "sses", "xes", "zzes", "oes"].contains(where: form.hasSuffix)
        return String(form.dropLast(hisses ? 2 : 1))
    }

    /// Of what stands before "ed" or "ing": takes a doubled consonant back, or puts an "e" where spelling wants one.
    private static func base(ofStem stem: Substring) -> String {
        let letters = Array(stem.utf8)
        guard letters.count > 2 else { return String(stem) }
        let last = letters[letters.count - 1]
        let before = letters[letters.count - 2]
        if last == before, !isVowel(last) {
            return String("lsfz".utf8.contains(last) ? stem : stem.dropLast())
        }
        return wantsE(letters, last, before) ? stem + "e" : String(stem)
    }

    private static func wantsE(_ letters: [UInt8], _ last: UInt8, _ before: UInt8) -> Bool {
        let third = letters[letters.count - 3]
        let isShort = isVowel(before) && !isVowel(third)
        switch UnicodeScalar(last) {
        case "v", "u", "c", "z": return true
        case "s": return before != UInt8(ascii: "s")
        case "g": return before != UInt8(ascii: "n") || third == UInt8(ascii: "a") || third == UInt8(ascii: "e")
        case "l": return !isVowel(before) && before != UInt8(ascii: "r") || isShort && syllables(letters) == 1
        case "t":
            return isShort && (before == UInt8(ascii: "a") || before == UInt8(ascii: "u") || syllables(letters) == 1)
        case "r":
            return isShort && (before != UInt8(ascii: "e") && before != UInt8(ascii: "o") || syllables(letters) == 1)
        case "n": return isShort && (before == UInt8(ascii: "i") || syllables(letters) == 1)
        case "d": return isShort
        case "b", "k", "m", "p": return isShort && syllables(letters) == 1
        default: return false
        }
    }

    /// Groups of vowels.
    private static func syllables(_ letters: [UInt8]) -> Int {
        zip(letters, [UInt8(ascii: "t")] + letters).count { isVowel($0) && !isVowel($1) }
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }
}
