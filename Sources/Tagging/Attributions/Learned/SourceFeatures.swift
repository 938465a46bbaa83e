import Linguistics
import TextModel

/// The features that tell which way to read a source is right.
struct SourceFeatures {
    private let view: WordView
    private let reading: Reading
    private let syntax: TreeView?
    private let clause: CueClause
    private let content: ContentOption

    init(
        _ clause: CueClause, content: ContentOption, in sentence: Range<Int>, _ reading: Reading, _ tree: SyntaxTree?
    ) {
        view = WordView(reading: reading, sentence: sentence)
        self.reading = reading
        syntax = tree.map { [view] in TreeView(words: view, tree: $0) }
        self.clause = clause
        self.content = content
    }

    func visit<Visitor: FeatureVisitor>(_ option: SourceOption, _ visitor: inout Visitor) {
        var add = FeatureTemplates(visitor, from: 4)
        let cue = clause.cue.token
        let path = UInt64(option.path.rawValue) << 1 | (option.isRules ? 1 : 0)
        let lemma = view.lemma(cue)
        let form = UInt64(clause.cue.form.rawValue), complement = UInt64(clause.cue.complement.rawValue)
        let shape = UInt64(content.shape.rawValue)
        add.add(path)
        add.add(path, form)
        add.add(path, form, complement)
        add.add(path, lemma)
        add.add(path, shape)
        add.add(path, view.penn(cue), form)
        if let phrase = option.phrase {
            let tokens = phrase.tokens
            let head = syntax?.top(of: tokens.lowerBound, within: tokens) ?? view.lastNominal(in: tokens)
            let nominal = view.nominalClass(head)
            let isRight: UInt64 = tokens.lowerBound > cue ? 1 : 0
            let inContent: UInt64 = content.contains(head) ? 1 : 0
            add.add(nominal, path)
            add.add(nominal, lemma)
            add.add(nominal, form, isRight)
            add.add(view.lemma(head))
            add.add(view.lemma(head), lemma)
            add.add(view.penn(head), path)
            add.add(inContent, path)
            add.add(inContent, form, shape)
            let distance = isRight == 1 ? tokens.lowerBound - cue - 1 : clause.cue.group.lowerBound - tokens.upperBound
            add.add(bin(distance), isRight, path)
            add.add(bin(distance), isRight, form)
            add.add(bin(tokens.count), path)
            add.add(view.closedForm(tokens.lowerBound), path)
            add.add(view.closedForm(tokens.upperBound - 1), path)
            add.add(view.kind(tokens.lowerBound - 1), view.kind(tokens.upperBound), path)
            add.add(view.closedForm(tokens.lowerBound - 1), path, form)
            add.add(view.penn(tokens.upperBound), isRight, path)
            let before = min(tokens.upperBound, clause.cue.group.lowerBound)
            visitBetween(
                isRight == 1 ? cue + 1..<tokens.lowerBound : before..<clause.cue.group.lowerBound, path, isRight,
                nominal, &add)
            let commas = tokens.prefix(40).reduce(0) { $0 + (reading.isComma($1) ? 1 : 0) }
            add.add(UInt64(min(commas, 3)), path)
        }
        if let syntax { visitSyntax(option, syntax, path, form, &add) }
        visitor = add.visitor
    }

    /// What stands between the phrase and the cue.
    @inline(__always)
    private func visitBetween<Visitor: FeatureVisitor>(
        _ between: Range<Int>, _ path: UInt64, _ isRight: UInt64, _ nominal: UInt64,
        _ add: inout FeatureTemplates<Visitor>
    ) {
        var verbs: UInt64 = 0, commas: UInt64 = 0, quotes: UInt64 = 0, joint: UInt64 = 0
        for token in between.prefix(40) {
            switch reading.kind(token) {
            case .comma: commas = min(3, commas + 1)
            case .openQuote, .closeQuote: quotes = 1
            default: break
            }
            switch reading.tags.universal[token] {
            case .verb, .auxiliary: verbs = min(3, verbs + 1)
            case .subordinator, .coordinator: joint = view.form(token)
            case .pronoun where reading.has(token, .relative): joint = view.form(token)
            default: break
            }
        }
        let form = UInt64(clause.cue.form.rawValue)
        add.add(verbs, commas << 2 | quotes, path, isRight)
        add.add(verbs, joint, path, isRight)
        add.add(verbs, joint, form, nominal)
        add.add(verbs, commas, form, nominal)
        add.add(between.count == 0 ? 1 : 0, form, nominal)
    }

    /// What the parse makes of cue and phrase.
    @inline(__always)
    private func visitSyntax<Visitor: FeatureVisitor>(
        _ option: SourceOption, _ syntax: TreeView, _ path: UInt64, _ form: UInt64,
        _ add: inout FeatureTemplates<Visitor>
    ) {
        let tree = syntax.tree
        let cue = clause.cue.token
        let relation = syntax.relation(cue)
        let passive: UInt64 = tree.dependant(of: cue, .auxPass, .nsubjPass) == nil ? 0 : 1
        add.add(path, relation, form)
        add.add(path, view.penn(cue), relation)
        add.add(path, view.lemma(syntax.head(cue)), relation)
        add.add(path, passive, form)
        guard let tokens = option.phrase?.tokens else { return }
        let head = syntax.top(of: tokens.lowerBound, within: tokens)
        add.add(syntax.relation(head), path)
        add.add(view.penn(head), syntax.relation(head))
        let subject = tree.dependant(of: cue, .nsubj, .nsubjPass)
        let holdsSubject: UInt64 = subject == nil ? 2 : tokens.contains(subject ?? -1) ? 1 : 0
        add.add(holdsSubject, path)
        add.add(holdsSubject, passive, path)
    }
}
