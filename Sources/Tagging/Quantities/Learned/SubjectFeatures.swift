import Linguistics
import TextModel

/// The features that tell which noun is a verb's subject. Nil is the option that there is none.
struct SubjectFeatures {
    private let outline: SentenceOutline
    private let run: VerbRun
    private let tag: UInt64
    private let first: UInt64
    private let lemma: UInt64
    /// What stands right before the verb.
    private let opener: UInt64

    private var view: WordView { outline.view }

    init(_ outline: SentenceOutline, _ run: VerbRun) {
        self.outline = outline
        self.run = run
        tag = outline.view.penn(run.predicate)
        first = outline.view.penn(run.tokens.lowerBound)
        lemma = outline.view.lemma(run.predicate)
        opener = outline.view.closedForm(run.tokens.lowerBound - 1)
    }

    /// - Parameter rank: among the options.
    func visit<Visitor: FeatureVisitor>(_ head: Int?, rank: Int, _ visitor: inout Visitor) {
        var add = FeatureTemplates(visitor, from: 6)
        guard let head else {
            add.add(tag, first)
            add.add(lemma)
            add.add(opener, first)
            add.add(run.tokens.lowerBound == outline.sentence.lowerBound ? 1 : 0, first)
            visitor = add.visitor
            return
        }
        let isBehind = head > run.predicate
        let side: UInt64 = isBehind ? 1 : 0
        let start = isBehind ? run.predicate + 1 : head + 1
        let end = isBehind ? head : run.tokens.lowerBound
        let between = outline.between(start, end)
        let joint = between.joint
        let nominal = view.nominalClass(head), form = view.penn(head)
        let opening = outline.core(of: head).lowerBound
        let holdsNumber: UInt64 = (opening...head).contains { view.reading.tags.penn[$0] == .cardinal } ? 1 : 0
        let lead = view.closedForm(opening - 1), follower = view.closedForm(head + 1)
        add.add(side, UInt64(rank), holdsNumber)
        add.add(side, joint)
        add.add(side, joint, first)
        add.add(side, joint, opener)
        add.add(side, joint, tag, first)
        add.add(side, joint, lead)
        add.add(side, form, first)
        add.add(side, nominal, lemma)
        add.add(side, nominal, lead)
        add.add(lead, follower, side)
        add.add(lead, follower, UInt64(rank))
        add.add(view.lemma(head), side)
        add.add(view.lemma(head), lemma)
        add.add(holdsNumber, side, joint)
        add.add(holdsNumber, lemma)
        let pattern = outline.pattern(start, end)
        add.add(side, pattern)
        add.add(side, pattern, lead)
        visitor = add.visitor
    }
}
