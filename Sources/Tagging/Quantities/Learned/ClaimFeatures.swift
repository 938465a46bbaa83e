import Linguistics
import TextModel

/// The features that tell which verb tells of a number, and which noun an amount measures. Nil is the option that there is
/// none.
struct ClaimFeatures {
    let outline: SentenceOutline
    let number: NumberPlace
    private let kind: UInt64
    /// What stands right before and behind the number.
    private let before: UInt64
    private let behind: UInt64

    private var view: WordView { outline.view }

    init(_ outline: SentenceOutline, _ number: NumberPlace) {
        self.outline = outline
        self.number = number
        kind = number.kind.featureValue << 1 | (number.isCount ? 1 : 0)
        before = outline.view.closedForm(number.amount.lowerBound - 1)
        behind = outline.view.closedForm(number.phrase.upperBound)
    }

    // MARK: Predicates

    /// - Parameter rank: among the options.
    func visit<Visitor: FeatureVisitor>(predicate run: VerbRun?, rank: Int, _ visitor: inout Visitor) {
        var add = FeatureTemplates(visitor, from: 5)
        guard let run else {
            add.add(kind)
            add.add(before, behind)
            add.add(kind, behind)
            add.add(UInt64(min(outline.verbs.count, 3)), kind)
            add.add(number.phrase.upperBound == outline.sentence.upperBound ? 1 : 0, kind)
            visitor = add.visitor
            return
        }
        let isBehind = run.predicate >= number.phrase.upperBound
        let side: UInt64 = isBehind ? 1 : 0
        let start = isBehind ? number.phrase.upperBound : run.predicate + 1
        let end = isBehind ? run.tokens.lowerBound : number.amount.lowerBound
        let between = outline.between(start, end)
        let distance = bin(end - start)
        let tag = view.penn(run.predicate), first = view.penn(run.tokens.lowerBound)
        let lemma = view.lemma(run.predicate)
        let opener = view.closedForm(run.tokens.lowerBound - 1)
        let next = view.closedForm(run.predicate + 1)
        let joint = between.joint
        add.add(side, UInt64(rank))
        add.add(side, joint)
        add.add(side, joint, distance)
        add.add(side, tag, first)
        add.add(side, lemma)
        add.add(side, lemma, kind)
        add.add(side, lemma, joint)
        add.add(side, opener, first)
        add.add(side, next, distance)
        add.add(side, before, joint)
        add.add(side, behind, joint)
        add.add(side, before, behind, UInt64(rank))
        let pattern = outline.pattern(start, end)
        add.add(side, pattern)
        add.add(side, pattern, kind)
        visitor = add.visitor
    }

    // MARK: What is measured

    func visit<Visitor: FeatureVisitor>(measured head: Int?, rank: Int, _ visitor: inout Visitor) {
        var add = FeatureTemplates(visitor, from: 7)
        guard let head else {
            add.add(kind)
            add.add(kind, before)
            add.add(kind, behind)
            add.add(before, behind)
            add.add(kind, view.penn(number.amount.upperBound), view.penn(number.amount.lowerBound - 1))
            add.add(kind, view.lemma(number.amount.lowerBound - 1))
            visitor = add.visitor
            return
        }
        let isBehind = head >= number.amount.upperBound
        let side: UInt64 = isBehind ? 1 : 0
        let start = isBehind ? number.amount.upperBound : head + 1
        let end = isBehind ? head : number.amount.lowerBound
        let joint = outline.between(start, end).joint, distance = bin(end - start)
        let nominal = view.nominalClass(head), lemma = view.lemma(head)
        let link = view.closedForm(isBehind ? number.amount.upperBound : number.amount.lowerBound - 1)
        let phrase = outline.phraseStart(of: head)
        let lead = view.closedForm(outline.coreStart(phrase, head) - 1)
        let follower = view.closedForm(head + 1)
        let pattern = outline.pattern(start, end)
        let verb = outline.lastVerb(before: number.amount.lowerBound).map { view.lemma($0.predicate) } ?? 0
        add.add(side, UInt64(rank), kind)
        add.add(side, joint, kind)
        add.add(side, joint, distance)
        add.add(side, link, kind, UInt64(rank))
        add.add(side, link, joint)
        add.add(side, pattern)
        add.add(side, pattern, link)
        add.add(side, lemma, kind)
        add.add(side, lemma, link)
        add.add(side, nominal, kind)
        add.add(side, follower, link)
        add.add(side, lead, link)
        // What stands before the phrase with its article: "of" of "60% of its revenue".
        let leader = view.closedForm(phrase - 1)
        add.add(leader, side, kind)
        add.add(leader, link, joint)
        add.add(leader, pattern, kind)
        add.add(side, verb, UInt64(rank))
        add.add(side, verb, link, kind)
        add.add(side, before, behind, UInt64(rank))
        visitor = add.visitor
    }
}

extension QuantityKind {
    /// What features know a kind by; the models hang on it.
    fileprivate var featureValue: UInt64 {
        switch self {
        case .count: 0
        case .percent: 1
        case .money: 2
        case .measure: 3
        case .duration: 4
        case .ratio: 5
        case .multiple: 6
        case .rate: 7
        case .score: 8
        }
    }
}

extension SentenceOutline.Between {
    /// All counts in one number, each up to 2 or 3.
    var joint: UInt64 {
        var joint = UInt64(min(verbs, 3))
        joint = joint << 2 | UInt64(min(nominals, 3))
        joint = joint << 2 | UInt64(min(commas, 2))
        joint = joint << 1 | UInt64(min(marks, 1))
        joint = joint << 1 | UInt64(min(openers, 1))
        joint = joint << 1 | UInt64(min(coordinators, 1))
        return joint << 2 | UInt64(min(prepositions, 2))
    }
}

extension SentenceOutline {
    /// The parts of speech between two tokens, function words by themselves; of a long stretch its two ends.
    func pattern(_ start: Int, _ end: Int) -> UInt64 {
        guard start < end else { return 1 }
        var hash: UInt64 = 0
        let count = end - start
        for offset in 0..<min(count, 4) { hash = (hash &+ view.closedForm(start + offset)) &* 0x9E37_79B9_7F4A_7C15 }
        for offset in max(4, count - 3)..<max(4, count) {
            hash = (hash &+ view.closedForm(start + offset)) &* 0xD6E8_FEB8_6659_FD93
        }
        return hash ^ UInt64(min(count, 8))
    }

    /// The nearest verb before a token, among the sentence's.
    func lastVerb(before token: Int) -> VerbRun? {
        let next = verbs.partitioningIndex { $0.predicate >= token }
        return next > 0 ? verbs[next - 1] : nil
    }
}
