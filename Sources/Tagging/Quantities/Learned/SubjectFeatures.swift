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
    /// The nearest noun before the verb that leads up to it, most likely its own subject.
    private let nearest: Int?

    private var view: WordView { outline.view }

    init(_ outline: SentenceOutline, _ run: VerbRun, options: OptionList) {
        self.outline = outline
        self.run = run
        tag = outline.view.penn(run.predicate)
        first = outline.view.penn(run.tokens.lowerBound)
        lemma = outline.view.lemma(run.predicate)
        opener = outline.view.closedForm(run.tokens.lowerBound - 1)
        nearest = options.first {
            $0 < run.tokens.lowerBound && outline.leads($0, upTo: run) && !outline.isComplement($0)
        }
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
        let phrase = outline.phraseStart(of: head)
        let opening = outline.coreStart(phrase, head), link = phrase - 1
        let holdsNumber: UInt64 = (opening...head).contains { view.reading.tags.penn[$0] == .cardinal } ? 1 : 0
        let follower = view.closedForm(head + 1)
        add.add(side, UInt64(rank), holdsNumber)
        add.add(side, joint)
        add.add(side, joint, opener)
        add.add(side, joint, tag, first)
        add.add(side, form, first)
        add.add(side, nominal, lemma)
        add.add(view.lemma(head), side)
        add.add(view.lemma(head), lemma)
        add.add(holdsNumber, side, joint)
        // What stands before the phrase with its article: "in" of "in a decade", "as" of "as the reward rises".
        let linkForm = view.closedForm(link), linkClass = view.universal(link)
        add.add(linkForm, side, joint)
        add.add(linkClass, side, joint)
        add.add(linkForm, follower, UInt64(rank))
        add.add(linkForm, opener, joint)
        // "expects costs to rise", "plans to sell": what the noun's own verb lets it do.
        let governor = outline.lastVerb(before: opening).map { view.lemma($0.predicate) } ?? 0
        add.add(governor, first, joint)
        add.add(linkForm, view.penn(link - 1), view.penn(link - 2))
        let isFartherThanNearest: UInt64 = nearest.map { head < $0 ? 2 : head == $0 ? 1 : 0 } ?? 3
        add.add(isFartherThanNearest, first, opener)
        add.add(isFartherThanNearest, side, joint)
        let place = outline.place(of: head, behind: link)
        add.add(place, first, opener)
        add.add(place, side, joint)
        add.add(place, tag, UInt64(rank))
        let pattern = outline.pattern(start, end)
        add.add(side, pattern)
        visitor = add.visitor
    }
}
