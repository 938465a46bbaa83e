/// The rules that find attributions, by the names that they leave in the column `rule`.
///
/// A new rule is a case here first, so none goes without a meaning. `RuleNameTests` holds an example of each.
package enum RuleName: String, CaseIterable, Sendable {
    case quotationThenCue = "quotation-then-cue"
    case clauseThenCue = "clause-then-cue"
    case cueThenQuotation = "cue-then-quotation"
    case cueThenClause = "cue-then-clause"
    case cueThenPhrase = "cue-then-phrase"
    case accordingTo = "according-to"
    case labelColon = "label-colon"
    case quotationDashName = "quotation-dash-name"
    case floatingQuotation = "floating-quotation"

    /// What the rule looks for, in one sentence for a person.
    package var meaning: String {
        switch self {
        case .quotationThenCue:
            "Words in quotation marks stand right before a cue with its source, as in “It is safe,” Smith said."
        case .clauseThenCue:
            "A clause without quotation marks is set off by a comma from the cue and source behind it, as in The bridge is safe, Smith said."
        case .cueThenQuotation:
            "A cue with its source leads to words in quotation marks, as in Smith said: “It is safe.”"
        case .cueThenClause:
            "A cue with its source takes a clause of its own, as in Smith said that the bridge was safe."
        case .cueThenPhrase:
            "A cue with its source takes a phrase as what is said, as in Smith criticised the plan."
        case .accordingTo:
            "The words “according to” name whose the rest of the sentence is."
        case .labelColon:
            "A paragraph begins with a name and a colon, as transcripts and interviews do, and the rest is that person's."
        case .quotationDashName:
            "Words in quotation marks are followed by a dash and a name, as in “It is safe.” — Smith."
        case .floatingQuotation:
            "A quotation is a sentence of its own without a cue, so it goes on with the speaker right before it, if there is one."
        }
    }
}
