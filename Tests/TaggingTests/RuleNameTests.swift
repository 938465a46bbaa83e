import Segmentation
import Testing
import TextModel

@testable import Tagging

@Suite struct RuleNameTests {
    /// A text in which the rule finds something; the compiler asks for one of each rule.
    private func example(_ rule: RuleName) -> String {
        switch rule {
        case .quotationThenCue: "“The bridge is safe,” Jane Smith said."
        case .clauseThenCue: "The bridge is safe, Jane Smith said."
        case .cueThenQuotation: "Jane Smith said: “The bridge is safe.”"
        case .cueThenClause: "Jane Smith said that the bridge was safe."
        case .cueThenPhrase: "Jane Smith criticised the new plan."
        case .passiveAgent: "His views were echoed by officials."
        case .accordingTo: "The bridge was safe, according to Jane Smith."
        case .inTheViewOf: "In Jane Smith’s view, the bridge was safe."
        case .asPutIt: "“The bridge is safe,” as Jane Smith put it."
        case .reportingAdverb: "The thieves reportedly took three paintings."
        case .labelColon: "Jane Smith: The bridge is safe for everybody."
        case .headlineColon:
            "Fire out of control: mayor\n\nThe fire in the hills burned for a third day on Monday, and nobody slept."
        case .quotationDashName: "“The bridge is safe for everybody.” — Jane Smith"
        case .floatingQuotation: "“The bridge is safe for everybody in this town.”"
        case .numberDigits: "The storm hit 12 houses."
        case .numberFraction: "The storm hit three quarters of the houses."
        case .numberVague: "The storm hit dozens of houses."
        case .numberMultiple: "The storm hit twice as many houses."
        case .numberWords: "The storm hit five houses."
        case .moneyBefore: "The storm cost $5 million."
        case .moneyAfter: "The storm cost 5 million euros."
        case .percent: "The storm hit 5 per cent of the houses."
        case .duration: "The repairs took 3 years."
        case .measure: "The storm moved 5 kilometres."
        case .age: "The storm hit a 34-year-old man."
        case .countCompound: "The storm hit a five-car convoy."
        case .score: "The town won 3-1."
        case .rangeBetween: "The storm hit between five and eight houses."
        case .rangeFromTo: "The storm hit from 10 to 12 houses."
        case .rangeHyphen: "The storm hit 10–12 houses."
        case .rangeTo: "The storm hit five to eight houses."
        case .rangeDecade: "A man in his twenties died."
        case .alternativeOr: "The storm hit one or two houses."
        case .ratioIn: "The storm hit one in five houses."
        }
    }

    private static let tagger = Tagger()

    private func rules(of text: String) -> [String] {
        let tagged = Self.tagger.tag(Segmenter().segment(Article(text: Array(text.utf8))))
        return tagged.attributions.map(\.rule) + tagged.claims.map(\.rule)
    }

    @Test(arguments: RuleName.allCases)
    func findsItsExample(rule: RuleName) {
        let text = example(rule)
        let found = Set(rules(of: text))
        #expect(found.contains(rule.rawValue), "\(text): \(found)")
    }

    @Test func everyMeaningIsASentenceOfItsOwn() {
        let meanings = RuleName.allCases.map(\.meaning)
        for meaning in meanings {
            #expect(meaning.count > 30 && meaning.hasSuffix(".") && !meaning.dropLast().contains(". "), "\(meaning)")
        }
        #expect(Set(meanings).count == meanings.count)
    }

    /// Whatever a rule leaves in a row has a meaning.
    @Test func noRowHasARuleWithoutAMeaning() {
        let text = RuleName.allCases.map(example).joined(separator: "\n\n")
        for rule in rules(of: text) { #expect(RuleName(rawValue: rule) != nil, "\(rule)") }
    }
}
