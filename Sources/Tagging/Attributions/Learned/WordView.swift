import Linguistics
import TextModel

/// What features ask of a token; a token beyond the sentence answers 0.
struct WordView {
    let reading: Reading
    let sentence: Range<Int>

    @inline(__always)
    func holds(_ token: Int) -> Bool { sentence.contains(token) }

    /// The hash of the word in lower case.
    @inline(__always)
    func form(_ token: Int) -> UInt64 { holds(token) ? reading.forms[token] : 0 }

    @inline(__always)
    func penn(_ token: Int) -> UInt64 { holds(token) ? UInt64(reading.tags.penn[token].rawValue) &+ 1 : 0 }

    @inline(__always)
    func universal(_ token: Int) -> UInt64 {
        holds(token) ? UInt64(reading.tags.universal[token].rawValue) &+ 1 : 0
    }

    @inline(__always)
    func kind(_ token: Int) -> UInt64 { holds(token) ? UInt64(reading.kind(token).rawValue) &+ 1 : 0 }

    /// The word's form where its class is closed, otherwise its part of speech.
    func closedForm(_ token: Int) -> UInt64 {
        guard holds(token) else { return 0 }
        switch reading.tags.universal[token] {
        case .noun, .properNoun, .verb, .adjective, .numeral, .other, .symbol: return penn(token)
        default: return form(token)
        }
    }

    /// The dictionary form, as far as the lists know it; otherwise the form.
    func lemma(_ token: Int) -> UInt64 {
        guard holds(token) else { return 0 }
        let verb = reading.words.verbs[token], noun = reading.words.nouns[token]
        if verb >= 0, reading.tags.penn[token].isVerb || noun < 0 { return UInt64(verb) &+ 1 }
        return noun >= 0 ? UInt64(noun) &+ 1 : form(token)
    }

    /// The last nominal of a phrase up to a comma or preposition, its head most likely; its first token where it has none.
    func lastNominal(in phrase: Range<Int>) -> Int {
        var last = phrase.lowerBound
        for token in phrase.prefix(40) {
            switch reading.tags.universal[token] {
            case .noun, .properNoun, .pronoun: last = token
            case .adposition, .punctuation, .verb: if token > phrase.lowerBound { return last }
            default: break
            }
        }
        return last
    }

    /// What a nominal is about, coarsely: who could speak.
    func nominalClass(_ token: Int) -> UInt64 {
        guard holds(token) else { return 0 }
        let classes = reading.classes(token)
        switch reading.tags.universal[token] {
        case .pronoun:
            if classes.hasAny(.personalPronoun) { return 1 }
            return classes.hasAny(.relative) ? 2 : 3
        case .properNoun:
            if classes.hasAny([.givenName, .title]) { return 4 }
            return classes.hasAny(.organization) ? 5 : classes.hasAny(.place) ? 6 : 7
        case .noun:
            if classes.hasAny(.person) { return 8 }
            if classes.hasAny(.group) { return 9 }
            if classes.hasAny(.document) { return 10 }
            return classes.hasAny(.reportingNoun) ? 11 : classes.hasAny(.anyTime) ? 12 : 13
        case .numeral: return 14
        case .verb: return 15
        case .adjective: return 16
        default: return 17
        }
    }
}

/// What features ask of a token in the parse; a token beyond the sentence answers 0.
struct TreeView {
    let words: WordView
    let tree: SyntaxTree

    @inline(__always)
    func relation(_ token: Int) -> UInt64 { words.holds(token) ? UInt64(tree.relation(token).rawValue) &+ 1 : 0 }

    /// -1 for none.
    @inline(__always)
    func head(_ token: Int) -> Int { words.holds(token) ? tree.parse.head(of: token) ?? -1 : -1 }

    /// The highest token above `token` that still lies in `range`.
    func top(of token: Int, within range: Range<Int>) -> Int {
        var node = token
        while let head = tree.parse.head(of: node), range.contains(head) { node = head }
        return node
    }
}

/// A number's size, in steps that grow.
@inline(__always)
func bin(_ count: Int) -> UInt64 {
    switch count {
    case ..<0: 15
    case 0...4: UInt64(count)
    case 5...6: 5
    case 7...9: 6
    case 10...14: 7
    case 15...22: 8
    case 23...35: 9
    default: 10
    }
}
