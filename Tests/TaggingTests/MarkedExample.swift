import Testing

/// A row of a table of marked texts.
struct MarkedExample: ExpressibleByStringLiteral, CustomTestStringConvertible, Sendable {
    let marked: String
    /// A general case that the rules do not read right yet; the test fails as soon as they do.
    let isKnownIssue: Bool

    init(stringLiteral marked: String) {
        self.marked = marked
        isKnownIssue = false
    }

    private init(known marked: String) {
        self.marked = marked
        isKnownIssue = true
    }

    static func known(_ marked: String) -> MarkedExample { MarkedExample(known: marked) }

    var testDescription: String { marked }

    /// Tags the text and expects what is marked, no more and no less.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let differences = try MarkedText(marked).differences()
        let report = Comment(rawValue: ([marked] + differences).joined(separator: "\n  "))
        if isKnownIssue {
            withKnownIssue(report) {
                #expect(differences.isEmpty, report, sourceLocation: sourceLocation)
            }
        } else {
            #expect(differences.isEmpty, report, sourceLocation: sourceLocation)
        }
    }
}
