import Linguistics
import TextModel

/// The features that tell which way to read a content is right.
struct ContentFeatures {
    private let view: WordView
    private let reading: Reading
    private let tree: SyntaxTree?
    private let clause: CueClause
    private let sentence: SentenceClauses
    private let lemma: UInt64
    private let frame: UInt64
    private let tally: ContentTally

    init(
        _ clause: CueClause, in sentence: SentenceClauses, _ reading: Reading, _ tree: SyntaxTree?,
        _ tally: ContentTally
    ) {
        view = WordView(reading: reading, sentence: sentence.sentence.tokens)
        self.reading = reading
        self.tree = tree
        self.clause = clause
        self.sentence = sentence
        lemma = view.lemma(clause.cue.token)
        self.tally = tally
        frame = UInt64(clause.cue.form.rawValue) << 8 | UInt64(clause.cue.complement.rawValue)
    }

    /// What hangs on the cue and on where the content begins, but not on where it ends: the same for all options that share
    /// a `Start`.
    func visitStart<Visitor: FeatureVisitor>(_ option: ContentOption, _ visitor: inout Visitor) {
        var add = FeatureTemplates(visitor, from: 3)
        let shape = code(of: option)
        let form = UInt64(clause.cue.form.rawValue), complement = UInt64(clause.cue.complement.rawValue)
        add.add(shape)
        add.add(shape, frame)
        add.add(shape, lemma)
        add.add(shape, lemma, complement)
        add.add(shape, lemma, form)
        add.add(shape, UInt64(clause.parentheticalEstimate * 8), form)
        let isInverted: UInt64 = clause.isInverted ? 1 : 0
        add.add(shape, isInverted, clause.source == nil ? 0 : 1)
        add.add(shape, view.kind(clause.start - 1), view.kind(clause.end))
        add.add(shape, view.penn(clause.end), complement)

        let start = option.first.lowerBound
        let startForm = view.closedForm(start)
        add.add(shape, startForm)
        add.add(shape, startForm, frame)
        add.add(shape, startForm, lemma)
        add.add(shape, view.closedForm(start - 1), view.kind(start))
        add.add(shape, view.closedForm(start - 1), startForm)
        add.add(shape, start == view.sentence.lowerBound ? 1 : 0, frame)
        if start > clause.cue.token {
            add.add(bin(start - clause.cue.token - 1), complement, startForm)
            add.add(bin(start - clause.cue.complementStart), complement, lemma)
        }
        visitor = add.visitor
    }

    /// The others.
    func visitExtent<Visitor: FeatureVisitor>(_ option: ContentOption, _ visitor: inout Visitor) {
        var add = FeatureTemplates(visitor, from: 5)
        let shape = code(of: option)
        let first = option.first
        let startForm = view.closedForm(first.lowerBound)
        let isSentenceStart: UInt64 = first.lowerBound == view.sentence.lowerBound ? 1 : 0
        if first.lowerBound < clause.cue.token {
            add.add(bin(clause.cue.token - first.upperBound), shape, UInt64(clause.cue.form.rawValue))
            add.add(bin(clause.start - first.upperBound), shape, isSentenceStart)
        }
        visitEnd(first, shape, startForm, &add)
        if let tree { visitSyntax(option, TreeView(words: view, tree: tree), shape, startForm, &add) }
        visitInside(first, shape, &add)
        if let second = option.second { visitSecond(second, shape, &add) }
        visitor = add.visitor
    }

    /// What `visitStart` asks of an option.
    struct Start: Equatable {
        private let token: Int
        private let shape: UInt64

        fileprivate init(token: Int, shape: UInt64) {
            self.token = token
            self.shape = shape
        }
    }

    func start(of option: ContentOption) -> Start { Start(token: option.first.lowerBound, shape: code(of: option)) }

    private func code(of option: ContentOption) -> UInt64 {
        UInt64(option.shape.rawValue) << 2 | (option.isRules ? 2 : 0) | (option.second == nil ? 0 : 1)
    }

    /// The constituent that a piece is, or cuts, and what is cut off at its end.
    @inline(__always)
    private func visitSyntax<Visitor: FeatureVisitor>(
        _ option: ContentOption, _ syntax: TreeView, _ shape: UInt64, _ startForm: UInt64,
        _ add: inout FeatureTemplates<Visitor>
    ) {
        let tree = syntax.tree
        let piece = option.first, cue = clause.cue.token
        let top = syntax.top(of: piece.lowerBound, within: piece)
        let topHead = syntax.head(top)
        let attachment: UInt64 = topHead == cue ? 1 : topHead < 0 ? 2 : topHead < piece.lowerBound ? 3 : 4
        let under = tree.subtree(of: top)
        let end = piece.upperBound
        let edge: UInt64 =
            (end == under.upperBound
                ? 0 : end < under.upperBound ? (isTrimmed(end, under.upperBound) ? 1 : 2) : 3)
            | (piece.lowerBound == under.lowerBound ? 0 : piece.lowerBound > under.lowerBound ? 4 : 8)
        let relation = syntax.relation(top)
        add.add(relation, attachment, shape)
        add.add(relation, attachment, lemma)
        add.add(relation, attachment, frame)
        add.add(relation, attachment, edge)
        add.add(edge, shape, frame)
        add.add(relation, view.penn(top), edge)
        if option.shape == .subject {
            add.add(view.nominalClass(top), UInt64(clause.cue.complement.rawValue), UInt64(clause.cue.form.rawValue))
            add.add(view.nominalClass(top), lemma)
        }

        let next = word(behind: end), nextKind = view.kind(end), nextForm = view.closedForm(next)
        var cut: UInt64 = 6
        var cutRelation: UInt64 = 0
        var cutHead: UInt64 = 0
        if next < view.sentence.upperBound {
            var node = next
            while let head = tree.parse.head(of: node), head >= end { node = head }
            let head = syntax.head(node)
            cut = head < 0 ? 1 : piece.contains(head) ? (head == top ? 2 : 3) : head == cue ? 4 : 5
            cutRelation = syntax.relation(node)
            cutHead = view.penn(head)
        }
        add.add(cut, cutRelation, shape)
        add.add(cut, cutRelation, nextKind)
        add.add(cut, cutRelation, nextForm)
        add.add(cut, cutRelation, cutHead, nextKind)
        add.add(cut, cutRelation, frame)
        add.add(ahead(of: end, next), cut, cutRelation)
        add.add(lemma, cut, cutRelation)
        add.add(cutRelation, nextKind, nextForm, bin(view.sentence.upperBound - end))
        add.add(cut, view.lemma(next))
        add.add(cutRelation, view.penn(end - 1), nextForm)
        add.add(cutHead, cutRelation, nextKind, frame)
        add.add(quotedBehind(end), cut, nextKind, shape)
    }

    /// The word behind the marks at the end of a piece.
    @inline(__always)
    private func word(behind end: Int) -> Int {
        var next = end
        while next < view.sentence.upperBound, reading.tags.universal[next] == .punctuation { next += 1 }
        return next
    }

    /// Whether clauses with a cue begin at the end of a piece.
    @inline(__always)
    private func ahead(of end: Int, _ next: Int) -> UInt64 {
        (sentence.begins(at: end) || sentence.begins(at: next) ? 1 : 0)
            | (sentence.beginsFinite(at: next) ? 2 : 0)
            | (sentence.begins(at: next + 1) ? 4 : 0)
    }

    private func quotedBehind(_ end: Int) -> UInt64 {
        end < view.sentence.upperBound && tally.of(end..<view.sentence.upperBound).quotes > 0 ? 1 : 0
    }

    /// What stands around the end of a piece.
    @inline(__always)
    private func visitEnd<Visitor: FeatureVisitor>(
        _ piece: Range<Int>, _ shape: UInt64, _ startForm: UInt64, _ add: inout FeatureTemplates<Visitor>
    ) {
        let end = piece.upperBound
        let next = word(behind: end), nextKind = view.kind(end), nextForm = view.closedForm(next)
        add.add(nextKind, nextForm, shape)
        add.add(nextKind, view.closedForm(end + 1), view.closedForm(end + 2))
        add.add(nextKind, view.penn(next), frame)
        add.add(view.closedForm(end - 1), nextKind)
        add.add(view.penn(end - 1), view.penn(end), view.penn(end + 1))
        add.add(ahead(of: end, next), nextKind, shape)
        add.add(bin(view.sentence.upperBound - end), shape, nextKind)
        add.add(startForm, nextForm, view.closedForm(next + 1))
        add.add(nextKind, nextForm, frame)
        add.add(nextKind, nextForm, lemma)
        add.add(quotedBehind(end), nextKind, shape)

        // The words that what comes behind could belong to, and what it is about.
        let verb = tally.verb(before: end), nominal = tally.nominal(before: end)
        let verbLemma = view.lemma(verb), nominalLemma = view.lemma(nominal)
        let object = view.nominalClass(tally.nominal(after: next))
        add.add(verbLemma, nextForm, nextKind)
        add.add(nominalLemma, nextForm, nextKind)
        add.add(verb < piece.lowerBound ? 1 : 0, nextForm, nextKind, shape)
        add.add(bin(end - verb), bin(end - nominal), nextForm, nextKind)
        add.add(nextForm, nextKind, object)
        add.add(nextForm, object, lemma)
        add.add(nextForm, object, verbLemma)
        let rest = tally.of(min(next, view.sentence.upperBound)..<view.sentence.upperBound)
        let verbs = UInt64(min(rest.verbs, 3)), subjects = UInt64(min(rest.subjects, 2))
        add.add(verbs, subjects, nextForm, nextKind)
        add.add(verbs, UInt64(min(rest.commas, 2)), nextKind, shape)
        add.add(verbs, UInt64(min(rest.clauses, 2)), nextKind, frame)
    }

    @inline(__always)
    private func visitInside<Visitor: FeatureVisitor>(
        _ piece: Range<Int>, _ shape: UInt64, _ add: inout FeatureTemplates<Visitor>
    ) {
        let inside = tally.of(piece)
        let verbs = inside.verbs, commas = inside.commas, quotes = inside.quotes, clauses = inside.clauses
        let subjects = inside.subjects
        add.add(bin(piece.count), shape, frame)
        add.add(bin(piece.count), lemma)
        add.add(UInt64(min(verbs, 3)), shape, frame)
        add.add(UInt64(min(verbs, 3)), UInt64(min(subjects, 3)), shape, UInt64(clause.cue.complement.rawValue))
        add.add(UInt64(min(commas, 3)), shape)
        add.add(UInt64(min(quotes, 3)), shape, frame)
        add.add(UInt64(min(clauses, 3)), shape)
        let whole: UInt64 =
            (piece.lowerBound <= view.sentence.lowerBound ? 1 : 0)
            | (piece.upperBound >= view.sentence.upperBound - 1 ? 2 : 0)
        add.add(whole, shape, UInt64(min(verbs, 2)))
    }

    @inline(__always)
    private func visitSecond<Visitor: FeatureVisitor>(
        _ piece: Range<Int>, _ shape: UInt64, _ add: inout FeatureTemplates<Visitor>
    ) {
        let start = piece.lowerBound
        let isOwnSentence: UInt64 = start >= view.sentence.upperBound ? 1 : 0
        let kind = UInt64(reading.kind(start).rawValue)
        add.add(kind, shape, isOwnSentence)
        add.add(view.closedForm(start), shape)
        add.add(view.closedForm(start), view.closedForm(start - 1), shape)
        add.add(bin(piece.count), shape, kind)
        add.add(kind, view.closedForm(piece.upperBound), isOwnSentence)
        let quoted: UInt64 = piece.prefix(60).contains { reading.isQuoted($0) } ? 1 : 0
        add.add(quoted, kind, shape)
    }

    /// Whether only marks stand between.
    private func isTrimmed(_ end: Int, _ right: Int) -> Bool {
        (end..<right).allSatisfy { reading.tags.universal[$0] == .punctuation }
    }
}
