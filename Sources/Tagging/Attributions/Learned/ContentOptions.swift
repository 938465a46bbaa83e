import Linguistics
import TextModel

/// Lists the ways to read what a cue attributes: those of the rules, and the constituents of the parse; without a
/// parse, what marks, prepositions and conjunctions bound.
///
/// - Complexity: a bounded number of options a cue, each found in a bounded window.
struct ContentOptions {
    private let reading: Reading
    private let contents: ContentReader
    private let tree: SyntaxTree?
    private let clause: CueClause
    private let sentence: SentenceClauses
    private var options: [ContentOption] = []

    private static let window = 100
    /// How far up the parse, and back for a comma, is looked.
    private static let depth = 20
    private static let lead = 200
    private static let endLimit = 24
    /// How far behind a cue a preposition is looked for.
    private static let reach = 12

    static func options(
        _ clause: CueClause, in sentence: SentenceClauses, _ reading: Reading, _ tree: SyntaxTree?,
        _ contents: ContentReader
    ) -> [ContentOption] {
        var list = ContentOptions(clause, sentence, reading, tree, contents)
        list.addRules()
        list.addForward()
        list.addBackward()
        list.addSubject()
        return list.options
    }

    private init(
        _ clause: CueClause, _ sentence: SentenceClauses, _ reading: Reading, _ tree: SyntaxTree?,
        _ contents: ContentReader
    ) {
        self.clause = clause
        self.sentence = sentence
        self.reading = reading
        self.contents = contents
        self.tree = tree
        options.reserveCapacity(24)
    }

    private var tokens: Range<Int> { sentence.sentence.tokens }

    /// Adds an option that holds neither nothing nor the cue, once.
    private mutating func add(
        _ first: Range<Int>, _ second: Range<Int>?, _ shape: ContentOption.Shape, _ rule: RuleName,
        isRules: Bool = false
    ) {
        guard !first.isEmpty, !first.contains(clause.cue.token), second?.contains(clause.cue.token) != true else {
            return
        }
        let second = second.flatMap { $0.isEmpty ? nil : $0 }
        guard !options.contains(where: { $0.first == first && $0.second == second }) else { return }
        options.append(ContentOption(first: first, second: second, shape: shape, isRules: isRules, rule: rule))
    }

    // MARK: The rules' own

    private mutating func addRules() {
        var isFirst = true
        for rule in AttributionRule.all {
            guard let content = rule.content(clause, sentence, reading, contents), let first = content.first else {
                continue
            }
            let shape = shape(of: content, rule.name)
            add(first, content.count > 1 ? content[1] : nil, shape, rule.name, isRules: isFirst)
            isFirst = false
        }
    }

    private func shape(of content: [Range<Int>], _ rule: RuleName) -> ContentOption.Shape {
        if rule == .passiveAgent { return .subject }
        guard let first = content.first else { return .forward }
        let isQuotation = reading.kind(first.lowerBound) == .openQuote
        if first.lowerBound > clause.cue.token { return isQuotation ? .forwardQuotation : .forward }
        return isQuotation ? .backwardQuotation : content.count > 1 ? .around : .backward
    }

    // MARK: After the cue

    private mutating func addForward() {
        let upper = tokens.upperBound
        for start in forwardStarts() {
            guard start < upper else {
                if clause.cue.complement == .colon, upper < reading.tokenCount,
                    let index = contents.quotation(openingAt: upper)
                {
                    add(contents.withContinuations(index), nil, .forwardQuotation, .cueThenQuotation)
                }
                continue
            }
            if reading.kind(start) == .openQuote, let index = contents.quotation(openingAt: start) {
                add(contents.withContinuations(index), nil, .forwardQuotation, .cueThenQuotation)
            }
            let rule: RuleName =
                switch clause.cue.complement {
                case .that, .clause, .nominalClause, .question, .infinitive: .cueThenClause
                case .quotation, .colon: .cueThenQuotation
                default: .cueThenPhrase
                }
            for end in ends(from: start) { add(start..<end, nil, .forward, rule) }
        }
    }

    private func forwardStarts() -> [Int] {
        let cue = clause.cue
        var starts: [Int] = []
        starts.reserveCapacity(8)
        func add(_ start: Int) {
            guard start > cue.token, start <= tokens.upperBound, !starts.contains(start) else { return }
            // "was revealed by X that …": the agent is no part of it.
            if let agent = cue.agent, start < agent.upperBound { return }
            starts.append(start)
        }
        var start = cue.complementStart
        if cue.complement == .colon || cue.complement.isPreposition { start += 1 }
        if start < tokens.upperBound, reading.kind(start) == .comma { start += 1 }
        add(start)
        // "mocked him on the radio as a “little king”": only the predicate.
        if cue.complement == .quotedPredicate { return starts }
        // "put it this way: “…”"
        if let quotation = behind.first(where: { reading.kind($0) == .openQuote }) { add(quotation) }
        guard let tree else {
            inferredStarts().forEach(add)
            return starts
        }
        for dependant in tree.dependants(of: cue.token) where Int(dependant) > cue.token {
            let dependant = Int(dependant)
            let left = tree.subtree(of: dependant).lowerBound
            switch tree.relation(dependant).main {
            case .ccomp, .xcomp, .parataxis, .acl, .advcl, .dep: add(left)
            case .obj: add(left)
            case .obl, .nmod:
                if let preposition = tree.dependant(of: dependant, .case), preposition < dependant {
                    add(preposition + 1)
                } else {
                    add(left)
                }
            default: break
            }
        }
        if clause.isInverted, clause.end < tokens.upperBound { add(clause.end) }
        return starts
    }

    /// What follows the cue in the sentence, as far as it is looked at.
    private var behind: Range<Int> {
        let first = clause.cue.token + 1
        return first..<max(first, min(tokens.upperBound, first + Self.window))
    }

    /// Without a parse: behind a preposition shortly after the cue, and at an infinitive.
    private func inferredStarts() -> [Int] {
        var starts: [Int] = []
        for token in behind.prefix(Self.reach) {
            switch reading.tags.universal[token] {
            case .adposition: starts.append(token + 1)
            case .particle where reading.reads(token, "to"): starts.append(token)
            case .verb, .auxiliary, .punctuation, .subordinator: return starts
            default: break
            }
            if starts.count == 3 { break }
        }
        return starts
    }

    /// Where a content that begins at `start` may end, in the order in which they come up.
    private func ends(from start: Int) -> [Int] {
        let upper = limit(from: start)
        var ends: [Int] = []
        ends.reserveCapacity(Self.endLimit)
        func add(_ end: Int) {
            guard ends.count < Self.endLimit else { return }
            let trimmed = contents.trimmed(start, min(end, upper))
            if trimmed > start, !ends.contains(trimmed) { ends.append(trimmed) }
        }
        add(contents.end(from: start, in: sentence))
        add(upper)
        // The constituents that begin here, and theirs that could be cut off.
        var node = start
        for _ in 0..<Self.depth where node != clause.cue.token {
            guard let tree else { break }
            add(tree.subtree(of: node).upperBound)
            for dependant in tree.dependants(of: node) {
                let left = tree.subtree(of: Int(dependant)).lowerBound
                guard left > start else { continue }
                switch tree.relation(Int(dependant)).main {
                case .advcl, .parataxis, .conj, .obl, .acl, .advmod, .appos, .nmod, .dep, .ccomp: add(left)
                default: break
                }
            }
            guard let head = tree.parse.head(of: node) else { break }
            node = head
        }
        // Marks and conjunctions.
        var index = start + 1
        while index < upper {
            if reading.kind(index) == .openQuote, let quotation = contents.quotation(openingAt: index) {
                index = max(index + 1, contents.tokens(ofQuotation: quotation).upperBound)
                add(index)
                continue
            }
            switch reading.kind(index) {
            case .comma, .semicolon, .dash, .colon, .openBracket: add(index)
            case .word where reading.tags.universal[index] == .subordinator || reading.has(index, .coordinator):
                add(index)
            case .word
            where tree == nil && (reading.tags.universal[index] == .adposition || reading.has(index, .anyTime)):
                add(index)
            default: break
            }
            index += 1
        }
        return ends
    }

    /// Where a content that begins at `start` ends at the latest: at "according to", or before a second predicate of
    /// the cue's own subject.
    private func limit(from start: Int) -> Int {
        let upper = min(tokens.upperBound, start + Self.window)
        let accordingTo = (start..<max(start, upper)).dropFirst().first {
            !reading.isQuoted($0) && contents.isAccordingTo($0)
        }
        let limit = contents.dashAside(from: start, to: accordingTo ?? upper) ?? accordingTo ?? upper
        return contents.matrixCoordination(clause, start..<max(start, limit)) ?? limit
    }

    // MARK: Before the cue

    private mutating func addBackward() {
        guard clause.cue.form != .noun, clause.cue.form != .infinitive else { return }
        var starts = [clause.start]
        if let tree, let subject = tree.dependant(of: clause.cue.token, .nsubj, .nsubjPass),
            subject < clause.cue.token
        {
            let left = tree.subtree(of: subject).lowerBound
            if !starts.contains(left) { starts.append(left) }
        }
        if !starts.contains(clause.cue.group.lowerBound) { starts.append(clause.cue.group.lowerBound) }
        // "“…,” Smith, the mayor, one of five who voted, said"
        if let quotation = reading.quotationEnd(before: clause.cue.group.lowerBound, from: tokens.lowerBound - 1),
            !starts.contains(quotation)
        {
            starts.append(quotation)
        }
        let seconds = secondPieces()
        for start in starts {
            for (first, shape) in firstPieces(endingBefore: start) {
                let rule: RuleName = shape == .backwardQuotation ? .quotationThenCue : .clauseThenCue
                add(first, nil, shape, rule)
                for second in seconds where second.lowerBound >= first.upperBound {
                    add(first, second, shape == .backward ? .around : shape, rule)
                }
            }
        }
    }

    private func firstPieces(endingBefore end: Int) -> [(Range<Int>, ContentOption.Shape)] {
        let last = end - 1
        guard last >= 0 else { return [] }
        var pieces: [(Range<Int>, ContentOption.Shape)] = []
        pieces.reserveCapacity(6)
        // The mark that closes a quotation stands right here, or before a comma.
        var mark = last
        if reading.kind(mark) == .comma, mark > 0, reading.kind(mark - 1) == .closeQuote { mark -= 1 }
        if reading.kind(mark) == .closeQuote, let index = contents.quotation(closingAt: mark),
            reading.sentence(of: mark).block == sentence.sentence.block
        {
            pieces.append((contents.withBeginnings(index), .backwardQuotation))
            let opening = contents.tokens(ofQuotation: index).lowerBound
            let start = reading.sentence(of: opening).tokens.lowerBound
            if start < opening { pieces.append((start..<(mark + 1), .backwardQuotation)) }
        }
        guard last > tokens.lowerBound, [.comma, .dash, .closeQuote].contains(reading.kind(last)) else { return pieces }
        var start = tokens.lowerBound
        while start < last, reading.has(start, .coordinator) { start += 1 }
        let lead = start
        for _ in 0..<4 {
            if last - start >= 2 { pieces.append((start..<contents.trimmed(start, last), .backward)) }
            guard
                let comma = (start..<last).prefix(Self.lead).first(where: {
                    reading.kind($0) == .comma && !reading.isQuoted($0)
                })
            else {
                break
            }
            start = comma + 1
        }
        // The clause of the parse.
        guard let tree else { return pieces }
        for dependant in tree.dependants(of: clause.cue.token) where Int(dependant) < end {
            switch tree.relation(Int(dependant)).main {
            case .ccomp, .parataxis, .obj, .dep, .nsubj:
                let range = tree.subtree(of: Int(dependant))
                let end = contents.trimmed(range.lowerBound, min(range.upperBound, last))
                if end - range.lowerBound >= 2, range.lowerBound >= lead {
                    pieces.append((range.lowerBound..<end, .backward))
                }
            default: break
            }
        }
        return pieces
    }

    /// What may go on behind "…, Smith said".
    private func secondPieces() -> [Range<Int>] {
        let upper = tokens.upperBound
        var pieces: [Range<Int>] = []
        let after = contents.settingEnd(
            from: clause.end, upper: upper, hasHearer: reading.has(clause.cue.token, .takesHearer))
        if after + 2 < upper, reading.kind(after) == .comma {
            let end = contents.end(from: after + 1, in: sentence)
            if end > after + 1 { pieces.append((after + 1)..<end) }
            let whole = contents.trimmed(after + 1, upper)
            if whole > after + 1 { pieces.append((after + 1)..<whole) }
        }
        if let open = (clause.end..<max(clause.end, upper)).prefix(Self.window).first(where: {
            reading.kind($0) == .openQuote
        }),
            let index = contents.quotation(openingAt: open)
        {
            pieces.append(contents.withContinuations(index))
        }
        // "Smith said. “We checked.”"
        if upper < reading.tokenCount, reading.kind(upper) == .openQuote,
            reading.sentence(of: upper).block == sentence.sentence.block,
            let index = contents.quotation(openingAt: upper), !contents.endsInComma(index)
        {
            pieces.append(contents.withContinuations(index))
        }
        return pieces
    }

    private mutating func addSubject() {
        guard let tree, clause.cue.form == .passive,
            let subject = tree.dependant(of: clause.cue.token, .nsubjPass, .nsubj), subject < clause.cue.token,
            // "It was revealed that …"
            !reading.reads(subject, "it")
        else { return }
        let range = tree.subtree(of: subject)
        add(range.lowerBound..<contents.trimmed(range.lowerBound, range.upperBound), nil, .subject, .passiveAgent)
    }
}
