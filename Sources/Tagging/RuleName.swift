/// The rules that find attributions and numeric claims, by the names that they leave in the column `rule`.
///
/// A new rule is a case here first, so none goes without a meaning. `RuleNameTests` holds an example of each.
package enum RuleName: String, CaseIterable, Sendable {
    // Attributions.
    case quotationThenCue = "quotation-then-cue"
    case clauseThenCue = "clause-then-cue"
    case cueThenQuotation = "cue-then-quotation"
    case cueThenClause = "cue-then-clause"
    case cueThenPhrase = "cue-then-phrase"
    case passiveAgent = "passive-agent"
    case accordingTo = "according-to"
    case inTheViewOf = "in-the-view-of"
    case asPutIt = "as-put-it"
    case reportingAdverb = "reporting-adverb"
    case labelColon = "label-colon"
    case headlineColon = "headline-colon"
    case quotationDashName = "quotation-dash-name"
    case floatingQuotation = "floating-quotation"

    // Numeric claims.
    case numberDigits = "number.digits"
    case numberFraction = "number.fraction"
    case numberVague = "number.vague"
    case numberMultiple = "number.multiple"
    case numberWords = "number.words"
    case moneyBefore = "money.before"
    case moneyAfter = "money.after"
    case percent
    case duration
    case measure
    case age
    case countCompound = "count.compound"
    case score
    case rangeBetween = "range.between"
    case rangeFromTo = "range.fromTo"
    case rangeHyphen = "range.hyphen"
    case rangeTo = "range.to"
    case rangeDecade = "range.decade"
    case alternativeOr = "alternative.or"
    case ratioIn = "ratio.in"

    /// Whether models weigh what the rule reads, beside other readings.
    package var isWeighed: Bool { AttributionRule.all.contains { $0.name == self } }

    /// What the rule looks for, in one sentence for a person.
    package var meaning: String {
        switch self {
        case .quotationThenCue:
            "Words in quotation marks stand right before a cue with its source, as in “It is safe,” Smith said."
        case .clauseThenCue:
            "A clause without quotation marks is set off by a comma from the cue and source behind it, as in The bridge is safe, Smith said."
        case .cueThenQuotation:
            "A cue with its source leads to words in quotation marks, as in Smith called it “safe” and Smith said: “It is safe”."
        case .cueThenClause:
            "A cue with its source takes a clause of its own, as in Smith said that the bridge was safe."
        case .cueThenPhrase:
            "A cue with its source takes a phrase as what is said, as in Smith criticised the plan."
        case .passiveAgent:
            "A cue in the passive names its source with “by”, and its subject is what is said, as in His views were echoed by officials."
        case .accordingTo:
            "The words “according to” name whose the rest of the sentence is."
        case .inTheViewOf:
            "Words such as “in her view” and “in the words of the mayor” name whose the rest of the sentence is."
        case .asPutIt:
            "The words “as the mayor put it” name whose the quotation beside them is."
        case .reportingAdverb:
            "An adverb such as “reportedly” says that its clause is told by somebody whom the text does not name."
        case .labelColon:
            "A paragraph begins with a name and a colon, as transcripts and interviews do, and the rest is that person's."
        case .headlineColon:
            "A headline ends with a colon and a short name or role, and what stands before is that person's, as in Fire out of control: mayor."
        case .quotationDashName:
            "Words in quotation marks are followed by a dash and a name, as in “It is safe.” — Smith."
        case .floatingQuotation:
            "A quotation is a sentence of its own without a cue, so it goes on with the speaker right before it, if there is one."
        case .numberDigits: "A number in digits has no unit, so what follows it is counted, as in 12 houses."
        case .numberFraction: "A fraction in words or digits is a number, as in three quarters of the houses."
        case .numberVague: "A word gives only the order of a number, as in dozens of houses."
        case .numberMultiple: "A word says how many times as much, as in twice as many houses."
        case .numberWords: "A number in words has no unit, so what follows it is counted, as in five houses."
        case .moneyBefore: "A currency's sign or code stands before a number, as in $5 million."
        case .moneyAfter: "A currency's name stands behind a number, as in 5 million euros."
        case .percent: "A per cent sign or its words stand behind a number, as in 5 per cent."
        case .duration: "A unit of time stands behind a number, as in 3 years."
        case .measure: "Any other unit of measure stands behind a number, as in 5 kilometres."
        case .age: "A number is somebody's age, as in a 34-year-old man."
        case .countCompound: "A number is joined to what it counts by a hyphen, as in a five-car convoy."
        case .score: "Two numbers in a contest stand on either side of a dash, as in won 3-1."
        case .rangeBetween: "“Between” and “and” give the ends of a range, as in between five and eight weapons."
        case .rangeFromTo: "“From” and “to” give the ends of a range, as in from 10 to 12 houses."
        case .rangeHyphen: "A dash or hyphen gives the ends of a range, as in 10–12 houses."
        case .rangeTo: "“To” gives the ends of a range, as in five to eight weapons."
        case .rangeDecade: "Ten numbers are named by the first of them, as in a man in his twenties."
        case .alternativeOr: "“Or” gives two numbers to choose from, as in one or two missiles."
        case .ratioIn: "One number out of another is a ratio, as in one in five voters."
        }
    }
}
