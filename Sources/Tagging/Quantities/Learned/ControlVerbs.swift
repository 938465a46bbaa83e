import Learning
import Linguistics
import WordLists

/// Verbs whose object does what an infinitive behind it says: "told the firm to pay".
struct ControlVerbs: Sendable {
    static let shared = ControlVerbs()
    /// Hashes of their forms.
    private let forms: Set<UInt64>

    private init() {
        forms = Set(
            WordList(named: "control-verbs").entries.flatMap { fields in
                let base = fields[0], past = fields.count > 1 ? fields[1] : Inflection.past(fields[0])
                let participle = fields.count > 2 ? fields[2] : past
                return [
                    base, past, participle, Inflection.thirdPerson(base), Inflection.gerund(base, past: past),
                ].map { FeatureHash.of($0) }
            })
    }

    /// - Parameter form: the hash of a word in lower case.
    func holds(_ form: UInt64) -> Bool { forms.contains(form) }
}

extension SentenceOutline {
    /// Who or what does what an infinitive says: "levels" in "cause the levels of both seas to rise"; nil where the verb
    /// before it does not let its object do so.
    func controlledSubject(of run: VerbRun) -> Int? {
        let penn = view.reading.tags.penn
        let start = run.tokens.lowerBound
        guard penn[start] == .to || penn[start] == .baseVerb, let governor = lastVerb(before: start) else { return nil }
        let next = nominals.partitioningIndex { $0 > governor.predicate }
        guard next < nominals.count, case let head = Int(nominals[next]), head < start,
            phraseStart(of: head) == governor.tokens.upperBound, leads(head, upTo: run),
            ControlVerbs.shared.holds(view.form(governor.predicate)), !isTime(head)
        else { return nil }
        return head
    }
}
