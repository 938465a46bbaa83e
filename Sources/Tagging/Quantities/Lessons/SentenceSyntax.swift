import Linguistics
import TextModel

/// The parse of one sentence, turned round: for each token what depends on it that numeric claims ask for.
///
/// One pass over the sentence makes it, and every look-up is O(1), so that neither many dependants nor many quantities
/// cost more than their number. In a sentence that was not parsed nothing depends on anything.
struct SentenceSyntax {
    let tree: SyntaxTree
    let tokens: Range<Int>
    private var subjects: [Int32]
    private var objects: [Int32]
    private var complements: [Int32]
    private var purposes: [Int32]
    private var predicates: [Bool]

    /// - Complexity: O(*n*) in the sentence's tokens.
    init(_ tree: SyntaxTree, tokens: Range<Int>) {
        self.tree = tree
        self.tokens = tokens
        let none = [Int32](repeating: -1, count: tokens.count)
        (subjects, objects, complements, purposes) = (none, none, none, none)
        predicates = tokens.map { Self.isVerbal(tree, $0) }
        var cases = none
        for token in tokens {
            guard let head = tree.parse.head(of: token), tokens.contains(head) else { continue }
            let place = head - tokens.lowerBound
            switch tree.relation(token) {
            case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass:
                if subjects[place] < 0 { subjects[place] = Int32(token) }
                predicates[place] = true
            case .cop, .expl: predicates[place] = true
            case .obj: if objects[place] < 0 { objects[place] = Int32(token) }
            case .case: if cases[place] < 0 { cases[place] = Int32(token) }
            default: break
            }
        }
        for token in tokens {
            guard let head = tree.parse.head(of: token), tokens.contains(head) else { continue }
            let preposition = Int(cases[token - tokens.lowerBound])
            guard preposition >= 0 else { continue }
            let place = head - tokens.lowerBound
            switch tree.relation(token) {
            case .nmod, .obl:
                if complements[place] < 0, token > head, tree.reads(preposition, ["of"]) {
                    complements[place] = Int32(token)
                } else if purposes[place] < 0, token > head, tree.reads(preposition, ["for", "on"]) {
                    purposes[place] = Int32(token)
                }
            default: break
            }
        }
    }

    private static func isVerbal(_ tree: SyntaxTree, _ token: Int) -> Bool {
        guard tree.tags.penn[token].isVerb else { return false }
        switch tree.relation(token) {
        case .aux, .auxPass, .cop, .amod, .compound, .case, .fixed, .flat, .mark, .nmod, .nsubj, .obj, .obl, .nummod:
            return false
        default: return true
        }
    }

    private subscript(_ column: [Int32], _ token: Int) -> Int? {
        guard tokens.contains(token), column[token - tokens.lowerBound] >= 0 else { return nil }
        return Int(column[token - tokens.lowerBound])
    }

    /// The head inside the sentence; nil for its root.
    func head(of token: Int) -> Int? {
        tree.parse.head(of: token).flatMap { tokens.contains($0) ? $0 : nil }
    }

    func relation(_ token: Int) -> DependencyRelation { tree.relation(token) }

    /// Its first own subject.
    func subject(of token: Int) -> Int? { self[subjects, token] }

    func object(of token: Int) -> Int? { self[objects, token] }

    /// What it is of: "revenue" for the per cent sign of "60% of its revenue".
    func complement(of token: Int) -> Int? { self[complements, token] }

    /// What it is for or on: "roof" for "spent" in "spent $12,000 for a new roof".
    func purpose(of token: Int) -> Int? { self[purposes, token] }

    func isPredicate(_ token: Int) -> Bool {
        tokens.contains(token) && predicates[token - tokens.lowerBound]
    }

    func isNoun(_ token: Int) -> Bool {
        tree.tags.universal[token] == .noun || tree.tags.universal[token] == .properNoun
    }

    /// The token of a range on which the others depend: the last one whose head lies outside, nouns and numerals first.
    func top(of range: Range<Int>) -> Int? {
        var best: Int?
        for token in range where head(of: token).map({ !range.contains($0) }) ?? true {
            let tag = tree.tags.universal[token]
            if tag == .noun || tag == .properNoun || tag == .numeral || tag == .symbol {
                best = token
            } else if best == nil, tag != .punctuation {
                best = token
            }
        }
        return best ?? range.last
    }

    /// The nearest predicate over a token or at it; nil when there is none, or it is too far up.
    func predicate(over token: Int) -> Int? {
        var token = token
        for _ in 0..<Self.longestClimb {
            if isPredicate(token) { return token }
            guard let head = head(of: token) else { return nil }
            token = head
        }
        return nil
    }

    /// The head of what a predicate says something of: its own subject, or the one it shares, is controlled by or modifies.
    func subjectHead(of predicate: Int) -> Int? {
        var verb = predicate
        for _ in 0..<Self.longestClimb {
            if let subject = subject(of: verb) {
                return isRelative(subject) ? antecedent(of: verb) ?? subject : subject
            }
            guard let head = head(of: verb) else { return nil }
            switch relation(verb) {
            // "efforts to hide": whoever makes them hides.
            case .acl where tree.tags.penn[verb] == .baseVerb: break
            case .acl, .aclRelcl: return head
            case .xcomp:
                if let object = object(of: head), object != verb { return object }
            case .conj, .advcl, .advclRelcl, .aux, .cop, .obl, .obj, .parataxis, .ccomp, .nmod, .appos: break
            default: return nil
            }
            if relation(verb) == .ccomp || relation(verb) == .parataxis, isPredicate(head) { return nil }
            verb = head
        }
        return nil
    }

    /// "that", "which" and "who" of a relative clause.
    private func isRelative(_ token: Int) -> Bool {
        let tag = tree.tags.penn[token]
        return tag == .whDeterminer || tag == .whPronoun || tree.reads(token, ["that"])
    }

    /// What a relative clause modifies; its second verb modifies it too.
    private func antecedent(of verb: Int) -> Int? {
        var verb = verb
        for _ in 0..<Self.longestClimb {
            guard let head = head(of: verb) else { return nil }
            switch relation(verb) {
            case .acl, .aclRelcl: return head
            case .conj: verb = head
            default: return nil
            }
        }
        return nil
    }

    /// No clause of prose nests deeper; it keeps a chain of a million words linear.
    static let longestClimb = 12
}

extension SyntaxTree {
    /// The token, in any case, is one of these words, which are given in lower case.
    func reads(_ token: Int, _ words: [StaticString]) -> Bool {
        let span = article.tokens.span(token)
        return words.contains { word in
            span.count == word.utf8CodeUnitCount
                && word.withUTF8Buffer { bytes in
                    bytes.indices.allSatisfy { index in
                        let byte = article.article.text[Int(span.start) + index]
                        return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == bytes[index]
                    }
                }
        }
    }
}
