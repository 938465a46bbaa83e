import Linguistics
import TextModel

/// The features that tell what "it" or "they" means. Nil is the option that it means nothing that stands before.
struct AntecedentFeatures {
    private let found: AntecedentOptions
    private let names: NameIndex
    private let pronoun: UInt64
    private let verb: UInt64
    /// What stands behind the pronoun's verb: "that" in "it is likely that".
    private let behind: UInt64
    private let behindNext: UInt64
    private let opener: UInt64
    private let place: UInt64
    /// Whether it is the first noun of its sentence.
    private let isFirst: UInt64
    private let quotation: Int32

    private var view: WordView { found.outline.view }

    init(_ found: AntecedentOptions, _ names: NameIndex) {
        self.found = found
        self.names = names
        let outline = found.outline
        pronoun = found.isSingular ? 1 : 0
        let next = outline.verbs.partitioningIndex { $0.tokens.lowerBound > found.pronoun }
        let run = next < outline.verbs.count ? outline.verbs[next] : nil
        verb = run.map { outline.view.lemma($0.predicate) } ?? 0
        behind = run.map { outline.view.closedForm($0.predicate + 1) } ?? 0
        behindNext = run.map { outline.view.closedForm($0.predicate + 2) } ?? 0
        opener = outline.view.closedForm(found.pronoun - 1)
        place = outline.place(of: found.pronoun)
        isFirst = outline.nominals.first == Int32(found.pronoun) ? 1 : 0
        quotation = outline.view.reading.quotationOfToken[found.pronoun]
    }

    func visit<Visitor: FeatureVisitor>(_ option: AntecedentOption?, _ visitor: inout Visitor) {
        var add = FeatureTemplates(visitor, from: 8)
        guard let option else {
            add.add(pronoun)
            add.add(pronoun, verb)
            add.add(pronoun, verb, behind)
            add.add(pronoun, behind, behindNext)
            add.add(pronoun, verb, behindNext)
            add.add(pronoun, opener)
            add.add(pronoun, isFirst, UInt64(min(found.options.count, 3)))
            add.add(pronoun, quotation >= 0 ? 1 : 0)
            visitor = add.visitor
            return
        }
        let outline = option.outline, head = option.head
        let words = outline.view
        let distance = UInt64(option.distance)
        let form = words.penn(head), nominal = words.nominalClass(head), lemma = words.lemma(head)
        let start = outline.phraseStart(of: head)
        let determiner = words.closedForm(start)
        let role = outline.place(of: head)
        let rank = UInt64(min(option.rank, 4))
        let isPerson: UInt64 =
            names.person(at: head).map { names.persons[$0].isConfirmed ? 2 : 1 } ?? 0
        let isSameQuotation: UInt64 = words.reading.quotationOfToken[head] == quotation ? 1 : 0
        let joint = option.distance == 0 ? outline.between(head + 1, found.pronoun).joint : 0
        add.add(pronoun, form)
        add.add(pronoun, form, distance, role)
        add.add(pronoun, nominal)
        add.add(pronoun, nominal, form)
        add.add(distance, role)
        add.add(distance, role, rank)
        add.add(distance, role, isFirst, place)
        add.add(distance, rank, isFirst)
        add.add(distance, determiner)
        add.add(pronoun, lemma)
        add.add(lemma, verb)
        add.add(nominal, verb)
        add.add(distance, joint, role)
        add.add(distance, joint)
        add.add(distance, opener, role)
        add.add(isSameQuotation, distance, quotation >= 0 ? 1 : 0)
        add.add(isPerson, pronoun)
        visitor = add.visitor
    }
}
