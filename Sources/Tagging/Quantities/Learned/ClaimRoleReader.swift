import Linguistics
import TextModel

/// What the parts of speech of a sentence tell of its quantities.
package struct SentenceClaimRoles {
    let sentence: Range<Int>
    /// A quantity each.
    let roles: [ClaimRoleReader.Roles]
    let outline: SentenceOutline

    /// How much the quantities could gain from a parse: the odds that one is not tied to the right words.
    package var doubt: Double { roles.reduce(0) { max($0, 1 - $1.certainty) } }
}

/// Chooses, in sentences that are tagged only, a number's clause and what it measures.
struct ClaimRoleReader {
    let outline: SentenceOutline
    private let model: ClaimModel
    private let found: SentenceQuantities
    private let amounts: [Range<Int>]
    /// By verb, as numbers share them.
    private var subjects: [(predicate: Int, subject: Int?, certainty: Double)] = []

    init(_ reading: Reading, _ found: SentenceQuantities, model: ClaimModel) {
        outline = SentenceOutline(reading, sentence: found.sentence)
        self.found = found
        amounts = found.amounts
        self.model = model
    }

    /// What was chosen for each quantity.
    mutating func roles() -> [Roles] {
        var all: [Roles] = []
        for quantity in found.quantities { all.append(roles(of: found.place(of: quantity), quantity)) }
        // "8 miles (13 kilometres) of tunnels": either way it measures the same.
        for index in all.indices.dropFirst() where found.quantities[index].isConversion {
            all[index].measured = all[index].measured ?? all[index - 1].measured
            all[index - 1].measured = all[index - 1].measured ?? all[index].measured
        }
        return all
    }

    /// What was chosen for one number.
    struct Roles {
        var verb: VerbRun?
        /// The head of the verb's subject.
        var subject: Int?
        /// The head of what the amount measures.
        var measured: Int?
        /// How likely all of it is right.
        var certainty = 1.0
    }

    private mutating func roles(of number: NumberPlace, _ quantity: Quantity) -> Roles {
        let features = ClaimFeatures(outline, number)
        var roles = Roles()
        let (verb, verbCertainty) = best(outline.predicateOptions(number).map { outline.verbs[$0] }) { option, rank in
            var sum = WeightSum(model.predicates)
            features.visit(predicate: option, rank: rank, &sum)
            return sum.score
        }
        roles.verb = verb
        roles.certainty = verbCertainty
        if let verb {
            let (subject, certainty) = subject(of: outline.controller(of: verb))
            roles.subject = subject
            roles.certainty *= certainty
        }
        if quantity.mayMeasure {
            let (measured, certainty) = best(outline.measuredOptions(number, besides: amounts)) { option, rank in
                var sum = WeightSum(model.measured)
                features.visit(measured: option, rank: rank, &sum)
                return sum.score
            }
            roles.measured = measured
            roles.certainty *= certainty
        }
        return roles
    }

    private mutating func subject(of verb: VerbRun) -> (Int?, Double) {
        if let known = subjects.suffix(4).last(where: { $0.predicate == verb.predicate }) {
            return (known.subject, known.certainty)
        }
        let features = SubjectFeatures(outline, verb)
        let (subject, certainty) = best(outline.subjectOptions(verb)) { option, rank in
            var sum = WeightSum(model.subjects)
            features.visit(option, rank: rank, &sum)
            return sum.score
        }
        subjects.append((verb.predicate, subject, certainty))
        return (subject, certainty)
    }

    /// The option of the highest score, where none is an option too, and its probability.
    private func best<Option>(_ options: some Sequence<Option>, _ score: (Option?, Int) -> Float) -> (Option?, Double) {
        var rank = 0
        var best: Option?
        var highest: Float = -.infinity
        /// What all scores so far make, the highest one being 1.
        var total = 0.0
        func weigh(_ option: Option?) {
            let score = score(option, rank)
            rank += 1
            if score > highest {
                total = 1 + total * exponential(Double(highest - score))
                highest = score
                best = option
            } else {
                total += exponential(Double(score - highest))
            }
        }
        for option in options { weigh(option) }
        weigh(nil)
        return (best, 1 / total)
    }
}
