import Linguistics

/// The forms of WordNet's verbs and nouns whose dictionary form the rules of spelling get wrong.
struct LemmaExceptions {
    /// Sorted rows: form, part, lemma.
    private(set) var rows: [[String]] = []

    /// A dictionary form that has this form, and how often texts had it.
    private struct Candidate {
        var lemma: String
        var count: Int
    }

    /// - Parameters:
    ///   - wordnet: a folder with `index.noun`, `index.verb`, `noun.exc` and `verb.exc`.
    ///   - additions: rows that count before all others.
    init(wordnet: String, additions: [[String]]) throws {
        let added = Set(additions.map { "\($0[0]) \($0[1])" })
        let nouns = Self.nounForms(try Self.counts(wordnet, "noun"), try Self.irregulars(wordnet, "noun"))
        let verbs = Self.verbForms(try Self.counts(wordnet, "verb"), try Self.irregulars(wordnet, "verb"))
        rows = additions
        for (part, forms) in [(Lemmatizer.Part.noun, nouns), (.verb, verbs)] {
            for (form, candidates) in forms where !added.contains("\(form) \(part.rawValue)") {
                let ruled = part == .noun ? Inflection.singular(of: form) : Self.ruledBase(form)
                let most = candidates.map(\.count).max() ?? 0
                // What no text of WordNet's had is left to the rules.
                guard most > 0 else { continue }
                let best = candidates.filter { $0.count == most }.map(\.lemma)
                if let lemma = best.min(), !best.contains(ruled) { rows.append([form, part.rawValue, lemma]) }
            }
        }
        rows.sort { ($0[0], $0[1]) < ($1[0], $1[1]) }
    }

    private static func ruledBase(_ form: String) -> String {
        if form.hasSuffix("ing") { return Inflection.base(ofGerund: form) }
        return form.hasSuffix("s") ? Inflection.base(ofThirdPerson: form) : Inflection.base(ofPast: form)
    }

    private static func nounForms(
        _ counts: [String: Int], _ irregulars: [String: [String]]
    ) -> [String: [Candidate]] {
        var forms: [String: [Candidate]] = [:]
        for (form, lemmas) in irregulars {
            for lemma in lemmas { forms[form, default: []].append(Candidate(lemma: lemma, count: counts[lemma] ?? 0)) }
        }
        for (noun, count) in counts where count > 0 {
            let plural = Inflection.plural(noun)
            if irregulars[plural] == nil { forms[plural, default: []].append(Candidate(lemma: noun, count: count)) }
            // "headquarters", "politics".
            if noun.hasSuffix("s") { forms[noun, default: []].append(Candidate(lemma: noun, count: count)) }
        }
        return forms
    }

    private static func verbForms(
        _ counts: [String: Int], _ irregulars: [String: [String]]
    ) -> [String: [Candidate]] {
        var forms: [String: [Candidate]] = [:]
        var pasts: [String: String] = [:]
        var gerunds: Set<String> = []
        for (form, lemmas) in irregulars {
            for lemma in lemmas {
                forms[form, default: []].append(Candidate(lemma: lemma, count: counts[lemma] ?? 0))
                if form.hasSuffix("ing") { gerunds.insert(lemma) }
                if !form.hasSuffix("ing"), !form.hasSuffix("s") { pasts[lemma] = form }
            }
        }
        for (verb, count) in counts {
            let past = pasts[verb] ?? Inflection.past(verb)
            var regular = [past, Inflection.thirdPerson(verb)]
            if !gerunds.contains(verb) { regular.append(Inflection.gerund(verb, past: past)) }
            for form in regular where irregulars[form] == nil {
                forms[form, default: []].append(Candidate(lemma: verb, count: count))
            }
        }
        return forms
    }

    /// How many senses of each word of one part of speech texts had; words of small letters only.
    private static func counts(_ folder: String, _ part: String) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for fields in try lines("\(folder)/index.\(part)") {
            guard isPlain(fields[0]), fields.count > 4, let pointers = Int(fields[3]), fields.count > 5 + pointers
            else {
                continue
            }
            counts[String(fields[0])] = Int(fields[5 + pointers])
        }
        return counts
    }

    /// The irregular forms that WordNet lists, with their dictionary forms.
    private static func irregulars(_ folder: String, _ part: String) throws -> [String: [String]] {
        var irregulars: [String: [String]] = [:]
        for fields in try lines("\(folder)/\(part).exc") where fields.count > 1 && fields.allSatisfy(isPlain) {
            irregulars[String(fields[0]), default: []] += fields.dropFirst().map(String.init)
        }
        return irregulars
    }

    private static func lines(_ path: String) throws -> [[Substring]] {
        String(decoding: try PackedFile.read(path), as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix(" ") }.map { $0.split(separator: " ") }
    }

    private static func isPlain(_ word: Substring) -> Bool { word.utf8.allSatisfy { $0 &- 0x61 < 26 } }
}
