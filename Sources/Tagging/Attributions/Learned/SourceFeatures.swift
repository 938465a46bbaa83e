import Linguistics
import TextModel

/// The features that tell which way to read a source is right.
struct SourceFeatures {
    private let view: WordView
    private let reading: Reading
    private let tree: SyntaxTree
    private let syntax: TreeView
    private let clause: CueClause
    private let content: ContentOption

    init(_ clause: CueClause, content: ContentOption, in sentence: Range<Int>, _ reading: Reading, _ tree: SyntaxTree) {
        view = WordView(reading: reading, sentence: sentence)
        self.reading = reading
        self.tree = tree
        syntax = TreeView(words: view, tree: tree)
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
        let relation = syntax.relation(cue)
        add.add(path)
        add.add(path, form)
        add.add(path, form, complement)
        add.add(path, lemma)
        add.add(path, relation, form)
        add.add(path, view.penn(cue), relation)
        add.add(path, view.lemma(syntax.head(cue)), relation)
        add.add(path, shape)
        let passive: UInt64 = tree.dependant(of: cue, .auxPass, .nsubjPass) == nil ? 0 : 1
        add.add(path, passive, form)
        if let phrase = option.phrase {
            let tokens = phrase.tokens
            let head = syntax.top(of: tokens.lowerBound, within: tokens)
            let nominal = view.nominalClass(head)
            let isRight: UInt64 = tokens.lowerBound > cue ? 1 : 0
            let inContent: UInt64 = content.contains(head) ? 1 : 0
            add.add(nominal, path)
            add.add(nominal, lemma)
            add.add(nominal, form, isRight)
            add.add(view.lemma(head))
            add.add(view.lemma(head), lemma)
            add.add(syntax.relation(head), path)
            add.add(view.penn(head), syntax.relation(head))
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
            let commas = tokens.prefix(40).reduce(0) { $0 + (reading.isComma($1) ? 1 : 0) }
            add.add(UInt64(min(commas, 3)), path)
            let subject = tree.dependant(of: cue, .nsubj, .nsubjPass)
            let holdsSubject: UInt64 = subject == nil ? 2 : tokens.contains(subject ?? -1) ? 1 : 0
            add.add(holdsSubject, path)
            add.add(holdsSubject, passive, path)
        }
        visitor = add.visitor
    }
}
