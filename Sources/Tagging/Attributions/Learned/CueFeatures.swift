import Linguistics
import TextModel

/// The features that tell whether a word is a cue.
struct CueFeatures {
    private let view: WordView
    private let reading: Reading
    private let tree: SyntaxTree

    init(_ reading: Reading, _ sentence: Range<Int>) {
        view = WordView(reading: reading, sentence: sentence)
        self.reading = reading
        tree = reading.tree
    }

    /// - Parameters:
    ///   - estimate: how often the word attributes in its frame; `parenthetical` how often it does at a clause's edge.
    func visit<Visitor: FeatureVisitor>(
        _ cue: CueCandidate, estimate: Double, parenthetical: Double, _ visitor: inout Visitor
    ) {
        var add = FeatureTemplates(visitor, from: 1)
        defer { visitor = add.visitor }
        let token = cue.token
        let lemma = view.lemma(token)
        let form = UInt64(cue.form.rawValue), complement = UInt64(cue.complement.rawValue)
        let penn = view.penn(token), relation = view.relation(token)
        add.add(0)
        add.add(lemma)
        add.add(form, complement)
        add.add(lemma, form)
        add.add(lemma, complement)
        add.add(lemma, form, complement)
        add.add(penn, relation)
        add.add(lemma, relation)
        add.add(view.form(token))
        let grade = UInt64(estimate * 12), lead = UInt64(parenthetical * 8)
        add.add(grade)
        add.add(grade, form, complement)
        add.add(grade, relation)
        add.add(lead, form, complement)

        // What depends on it.
        var relations: UInt64 = 0
        var subject = -1, object = -1, oblique = -1
        for dependant in tree.dependants(of: token) {
            let dependant = Int(dependant)
            let main = tree.relation(dependant).main
            relations |= 1 << UInt64(main.rawValue)
            switch main {
            case .nsubj: if subject < 0 { subject = dependant }
            case .obj: if object < 0 { object = dependant }
            case .obl, .nmod: if oblique < 0, dependant > token { oblique = dependant }
            case .advmod, .aux, .mark, .compound, .xcomp, .ccomp:
                visitChild(dependant, lemma, &add.visitor)
            default: break
            }
        }
        let clausal = relations & Self.clausal
        add.add(clausal, form)
        add.add(clausal, lemma)
        add.add(relations & Self.nominal, lemma)
        add.add(relations, penn)

        let subjectClass = view.nominalClass(subject), objectClass = view.nominalClass(object)
        add.add(subjectClass, form)
        add.add(subjectClass, lemma)
        add.add(subjectClass, grade)
        add.add(subjectClass, objectClass, grade)
        add.add(view.lemma(subject))
        add.add(objectClass, lemma)
        add.add(view.lemma(object))
        add.add(view.lemma(object), lemma)
        let preposition = oblique >= 0 ? view.form(tree.dependant(of: oblique, .case) ?? -1) : 0
        add.add(preposition, lemma)
        add.add(preposition, grade)
        add.add(view.nominalClass(oblique), preposition, grade)

        // What it depends on.
        let head = view.head(token)
        add.add(view.lemma(head), relation)
        add.add(view.penn(head), relation, grade)
        add.add(lemma, view.lemma(head))

        // Around it.
        add.add(view.form(token + 1))
        add.add(view.form(token + 1), lemma)
        add.add(view.form(token + 1), view.form(token + 2))
        add.add(view.form(token - 1))
        add.add(view.form(token - 1), lemma)
        add.add(view.penn(token - 2), view.penn(token - 1), penn)
        add.add(view.penn(token + 1), view.penn(token + 2), penn)
        add.add(view.closedForm(token - 1), view.closedForm(token + 1), grade)

        // Its place in the sentence.
        let sentence = view.sentence
        let block = UInt64(reading.article.blocks[reading.sentence(of: token).block].kind == .headline ? 1 : 0)
        add.add(block, grade)
        let last = sentence.upperBound - 1
        add.add(view.kind(last), grade)
        add.add(view.kind(last), form)
        add.add(bin(cue.group.lowerBound - sentence.lowerBound), form, grade)
        add.add(bin(sentence.count))
        let quotes = quotationState(cue, sentence)
        add.add(quotes, form)
        add.add(quotes, grade)
        add.add(quotes, lemma)
        var auxiliaries: UInt64 = cue.isNegated ? 1 : 0
        for token in cue.group.dropLast() where reading.has(token, .auxiliary) {
            auxiliaries = auxiliaries &* 31 &+ view.form(token)
        }
        add.add(auxiliaries)
        add.add(auxiliaries, lemma)
        add.add(cue.hasHearer ? 1 : 0, grade)
    }

    @inline(__always)
    private func visitChild(_ token: Int, _ lemma: UInt64, _ visitor: inout some FeatureVisitor) {
        var add = FeatureTemplates(visitor, from: 2)
        let relation = view.relation(token)
        add.add(view.lemma(token), relation)
        add.add(view.penn(token), relation, lemma)
        visitor = add.visitor
    }

    /// Whether quotation marks stand before, after and next to the cue.
    private func quotationState(_ cue: CueCandidate, _ sentence: Range<Int>) -> UInt64 {
        var state: UInt64 = 0
        let before = cue.group.lowerBound - 1, after = cue.token + 1
        if before >= 0, reading.kind(before) == .closeQuote { state |= 1 }
        if before >= 1, reading.kind(before) == .comma, reading.kind(before - 1) == .closeQuote { state |= 1 }
        if after < sentence.upperBound, reading.kind(after) == .openQuote { state |= 2 }
        if sentence.lowerBound > 0, reading.kind(sentence.lowerBound - 1) == .closeQuote { state |= 4 }
        if (sentence.lowerBound..<cue.token).contains(where: { reading.kind($0) == .closeQuote }) { state |= 8 }
        if (cue.token..<sentence.upperBound).contains(where: { reading.kind($0) == .openQuote }) { state |= 16 }
        return state
    }

    private static func mask(_ relations: DependencyRelation...) -> UInt64 {
        relations.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    private static let clausal = mask(.ccomp, .xcomp, .parataxis, .advcl, .mark, .acl)
    private static let nominal = mask(.nsubj, .obj, .obl, .iobj, .nmod, .ccomp, .xcomp)
}
