import Linguistics
import TextModel

/// Chooses, in sentences that are tagged only, a number's clause and what it measures.
struct ClaimRoleReader {
    private let outline: SentenceOutline
    private let model: ClaimModel
    private let found: SentenceQuantities
    private let bareAmounts: [Range<Int>]
    /// The verbs asked for last, as numbers share them.
    private var subjects: [(predicate: Int, content: Range<Int>?, subject: Int?)] = []

    init(_ found: SentenceQuantities, _ outline: SentenceOutline, model: ClaimModel) {
        self.outline = outline
        self.found = found
        bareAmounts = found.bareAmounts(outline.view.reading)
        self.model = model
    }

    /// What is chosen for each quantity.
    /// - Parameter content: for a quantity the tokens of what somebody is reported to say around it; nil for none.
    mutating func roles(within content: (_ index: Int) -> Range<Int>?) -> [Roles] {
        var all: [Roles] = []
        all.reserveCapacity(found.count)
        for index in found.quantities.indices {
            let mayMeasure = found.quantities[index].mayMeasure
            all.append(roles(of: found.place(of: index), within: content(index), mayMeasure: mayMeasure))
        }
        // "8 miles (13 kilometres) of tunnels": either way it measures the same.
        for index in all.indices.dropFirst() where found.quantities[index].isConversion {
            all[index].measured = all[index].measured ?? all[index - 1].measured
            all[index - 1].measured = all[index - 1].measured ?? all[index].measured
        }
        return all
    }

    /// What is chosen for one number.
    struct Roles: BitwiseCopyable {
        var verb: VerbRun?
        /// The head of the verb's subject.
        var subject: Int?
        /// The head of what the amount measures.
        var measured: Int?
    }

    private mutating func roles(of number: NumberPlace, within content: Range<Int>?, mayMeasure: Bool) -> Roles {
        let features = ClaimFeatures(outline, number)
        var roles = Roles()
        var verbs = outline.predicateOptions(number)
        // "50 people were hurt, police said": what is said has its own verb, or else shares that of who says it.
        if let content, verbs.contains(where: { content.contains(outline.verbs[$0].predicate) }) {
            verbs = verbs.kept { content.contains(outline.verbs[$0].predicate) }
        }
        let verb = Self.best(verbs) { option, rank in
            var sum = WeightSum(model.predicates)
            features.visit(predicate: option.map { outline.verbs[$0] }, rank: rank, &sum)
            return sum.score
        }
        roles.verb = verb.map { outline.verbs[$0] }
        if let verb = roles.verb { roles.subject = subject(of: outline.controller(of: verb), within: content) }
        if mayMeasure {
            roles.measured = Self.best(outline.measuredOptions(number, besides: found.amounts)) { option, rank in
                var sum = WeightSum(model.measured)
                features.visit(measured: option, rank: rank, &sum)
                return sum.score
            }
        }
        return roles
    }

    private mutating func subject(of verb: VerbRun, within content: Range<Int>?) -> Int? {
        if let known = subjects.suffix(4).last(where: { $0.predicate == verb.predicate && $0.content == content }) {
            return known.subject
        }
        if let controlled = outline.controlledSubject(of: verb), !outline.isWithin(bareAmounts, controlled) {
            return controlled
        }
        var options = outline.subjectOptions(verb, besides: bareAmounts)
        let features = SubjectFeatures(outline, verb, options: options)
        // "Ruiz said 12 houses had collapsed": nor is who says it the subject of what is said.
        if let content, content.contains(verb.predicate), options.contains(where: content.contains) {
            options = options.kept(where: content.contains)
        }
        let subject = Self.best(options) { option, rank in
            var sum = WeightSum(model.subjects)
            features.visit(option, rank: rank, &sum)
            return sum.score
        }
        subjects.append((verb.predicate, content, subject))
        return subject
    }

    /// The option of the highest score, the first of equals; nil where none scores higher.
    @inline(__always)
    private static func best(_ options: OptionList, _ score: (Int?, Int) -> Float) -> Int? {
        var best: Int?
        var highest: Float = -.infinity
        for rank in 0..<options.count {
            let score = score(options[rank], rank)
            if score > highest { (best, highest) = (options[rank], score) }
        }
        return score(nil, options.count) > highest ? nil : best
    }
}
