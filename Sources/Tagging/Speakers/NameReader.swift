import Linguistics
import TextModel

/// Tells the words of names from other words.
struct NameReader: Sendable {
    let reading: Reading
    let roles = RoleWords.shared

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// Whether the word at `token` can be part of a name: it has a capital that its place in the sentence does not
    /// explain, and it is no day or month.
    func isNameWord(_ token: Int) -> Bool {
        guard reading.isName(token), !reading.has(token, [.possessive, .objectPronoun]) else { return false }
        if reading.has(token, [.weekday, .month]), !reading.has(token, .givenName) { return false }
        guard reading.sentence(of: token).tokens.lowerBound == token, token + 1 < reading.tokenCount else {
            return true
        }
        // "Officials said", "Two men said", but "Police Chief Ann Lee", "President Lee", "Lee said".
        let next = token + 1
        if reading.isName(next) { return !reading.has(token, .adverb) }
        return !isCommonWord(token) && !(reading.kind(next) == .word && !canFollowName(next))
    }

    /// A word in lower case that is no noun or adjective, as far as the lists tell.
    private func canFollowName(_ token: Int) -> Bool {
        reading.has(
            token,
            [
                .auxiliary, .anyVerbForm, .adverb, .preposition, .coordinator, .subordinator, .relative, .negation,
                .determiner,
            ]) || !reading.has(token, [.plural, .person, .group, .document])
    }

    /// A particle within a name: "van" of "Anna van Dyke". The next word is the name's.
    func isParticle(_ token: Int) -> Bool {
        token + 1 < reading.tokenCount && reading.isName(token + 1)
            && reading.readsAny(
                token,
                ["de", "van", "von", "der", "den", "al", "el", "bin", "ben", "la", "del", "da", "di", "du", "le"])
    }

    func isCourtesy(_ token: Int) -> Bool { roles.uses(token, reading).contains(.courtesy) }

    /// A word that says what somebody is: "secretary", "Sen.", "baker".
    func isRoleHead(_ token: Int) -> Bool {
        reading.has(token, [.person, .title]) || roles.uses(token, reading).contains(.head)
    }

    /// "52-year-old"
    func isAge(_ token: Int) -> Bool {
        let text = reading.article.article.text[reading.article.tokens.span(token).range]
        return text.first.map { $0 &- 0x30 < 10 } ?? false && text.count > 9
            && text.suffix(9).elementsEqual("-year-old".utf8)
    }

    /// "Jr.", "III": part of a name, but not its last word.
    func isSuffix(_ token: Int) -> Bool { roles.uses(token, reading).contains(.suffix) }

    /// The token of the surname, or of the only name.
    func surname(_ name: Range<Int>) -> Int {
        var last = name.upperBound - 1
        while last > name.lowerBound, isSuffix(last) || reading.kind(last) != .word { last -= 1 }
        return last
    }

    private func isCommonWord(_ token: Int) -> Bool {
        if reading.has(token, .givenName) { return false }
        return roles.uses(token, reading).contains(.head)
            || reading.has(
                token,
                [
                    .person, .group, .document, .reportingNoun, .adverb, .timeUnit, .gerund, .thirdPerson, .participle,
                    .title,
                ])
    }
}

// MARK: - Names in running text

extension NameReader {
    /// The capitalised words of an article's paragraphs, each run with the role words before it.
    ///
    /// Shape: sorted, disjoint; no run crosses a sentence or holds more than `longest` words.
    /// - Complexity: O(*n*) in tokens.
    func runs() -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for sentence in reading.article.sentences where isProse(sentence) {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                guard isNameWord(token) else {
                    token += 1
                    continue
                }
                let end = runEnd(from: token, limit: min(sentence.tokens.upperBound, token + Self.longest))
                let lead = lead(before: token, lower: max(sentence.tokens.lowerBound, runs.last?.upperBound ?? 0))
                if lead < token, let last = runs.last, last.upperBound == lead, last.count < Self.longest {
                    // "GOP nominee Ann Lee"
                    runs[runs.count - 1] = last.lowerBound..<end
                } else {
                    runs.append(lead..<end)
                }
                token = end
            }
        }
        return runs
    }

    private static let longest = 12

    /// In a headline capitals tell nothing; its names stand in the text as well.
    private func isProse(_ sentence: Sentence) -> Bool {
        switch reading.article.blocks[sentence.block].kind {
        case .paragraph, .dek, .caption: true
        case .headline, .byline, .dateline, .credit, .boilerplate: false
        }
    }

    private func runEnd(from start: Int, limit: Int) -> Int {
        var end = start + 1
        while end < limit {
            if isNameWord(end) || isParticle(end) && end + 1 < limit {
                end += 1
            } else if reading.reads(end, "of"), isRoleHead(end - 1), end + 1 < limit, reading.isName(end + 1) {
                // "Secretary of State Ann Lee"
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// "former", "press", "presidential", "police" before a word for a person.
    private func canDescribeRole(_ token: Int) -> Bool {
        if !roles.uses(token, reading).isDisjoint(with: [.modifier, .former]) { return true }
        if reading.has(token, [.group, .organization]) { return true }
        guard reading.classes(token).isEmpty else { return false }
        let word = reading.article.tokens.span(token).range.suffix(2)
        let ending = reading.article.article.text[word]
        return Self.adjectiveEndings.contains { ending.elementsEqual($0.utf8) }
    }

    private static let adjectiveEndings = ["al", "an", "ar", "ic", "ve", "ry"]

    /// Where the role words in lower case before a name begin: "the former chief executive Ann Lee".
    private func lead(before start: Int, lower: Int) -> Int {
        var lead = start
        var token = start - 1
        while token >= lower, start - token <= 4, reading.kind(token) == .word, !reading.has(token, .plural) {
            guard isRoleHead(token) || (lead < start || isRoleHead(start)) && canDescribeRole(token) else { break }
            lead = token
            token -= 1
        }
        return lead
    }
}
