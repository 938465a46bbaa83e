/// The parts of speech that WordNet's indices give a word, and those that follow for an inflected form.
///
/// Reads `index.noun`, `index.verb`, `index.adj` and `index.adv` of a WordNet 3.0 folder (Debian's wordnet-base).
struct WordNetWords {
    private enum Part: UInt16, CaseIterable {
        case noun = 1
        case verb = 2
        case adjective = 4
        case adverb = 8

        var file: String {
            switch self {
            case .noun: "index.noun"
            case .verb: "index.verb"
            case .adjective: "index.adj"
            case .adverb: "index.adv"
            }
        }
    }

    /// An inflection: what the form ends in, what its base form has instead, of which part of speech it is, its bit.
    private struct Rule {
        let ending: String
        let bases: [String]
        let part: Part
        let bit: UInt16

        init(_ ending: String, _ bases: [String], _ part: Part, _ bit: UInt16) {
            self.ending = ending
            self.bases = bases
            self.part = part
            self.bit = bit
        }
    }

    private static let rules = [
        Rule("s", [""], .noun, 1 << 4), Rule("es", [""], .noun, 1 << 4), Rule("ies", ["y"], .noun, 1 << 4),
        Rule("s", [""], .verb, 1 << 5), Rule("es", [""], .verb, 1 << 5), Rule("ies", ["y"], .verb, 1 << 5),
        Rule("ed", ["", "e"], .verb, 1 << 6), Rule("ied", ["y"], .verb, 1 << 6),
        Rule("ing", ["", "e"], .verb, 1 << 7),
        Rule("er", ["", "e"], .adjective, 1 << 8), Rule("ier", ["y"], .adjective, 1 << 8),
        Rule("est", ["", "e"], .adjective, 1 << 9), Rule("iest", ["y"], .adjective, 1 << 9),
    ]

    private var parts: [String: UInt16] = [:]

    /// - Throws: `.unreadable` when a file is missing.
    init(folder: String) throws(TreebankError) {
        for part in Part.allCases {
            let lines = try PackedFile.read("\(folder)/\(part.file)").split(separator: 0x0A)
            for line in lines where line.first != 0x20 {
                let word = line.prefix { $0 != 0x20 }
                if word.contains(0x5F) { continue }
                parts[String(decoding: word, as: UTF8.self), default: 0] |= part.rawValue
            }
        }
    }

    /// Nothing known.
    init() {}

    /// All base forms, sorted.
    var words: [String] { parts.keys.sorted() }

    /// The regular inflected forms of all base forms, where they are spelled by adding an ending alone.
    var inflectedForms: [String] {
        parts.sorted { $0.key < $1.key }.flatMap { word, parts in
            var forms: [String] = []
            if parts & (Part.noun.rawValue | Part.verb.rawValue) != 0 { forms += Self.forms(word, ["s", "es"]) }
            if parts & Part.verb.rawValue != 0 { forms += Self.forms(word, ["ed", "ing"]) }
            return forms
        }
    }

    private static func forms(_ word: String, _ endings: [String]) -> [String] {
        endings.map { ending in
            if word.hasSuffix("y"), ending != "ing", ending != "s" { return String(word.dropLast()) + "i" + ending }
            if word.hasSuffix("e"), ending != "s" { return String(word.dropLast()) + ending }
            return word + ending
        }
    }

    /// A set of bits; 0 for a word that WordNet does not have. Lower case.
    func bits(of word: String) -> UInt16 {
        var bits = parts[word] ?? 0
        for rule in Self.rules where word.hasSuffix(rule.ending) && word.count > rule.ending.count + 2 {
            let stem = word.dropLast(rule.ending.count)
            var candidates = rule.bases.map { String(stem) + $0 }
            // "stopped", "stopping".
            if rule.bases.count > 1, stem.count > 2, stem.last == stem.dropLast().last {
                candidates.append(String(stem.dropLast()))
            }
            if candidates.contains(where: { parts[$0, default: 0] & rule.part.rawValue != 0 }) { bits |= rule.bit }
        }
        return bits
    }
}
