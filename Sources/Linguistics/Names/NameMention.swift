import TextModel

/// What a name names.
public enum NameClass: UInt8, CaseIterable, Sendable {
    case person
    /// A body of people: company, agency, party, club, publication, armed group.
    case organization
    /// A country, region, town, street, water, and also what is built there: a port, a stadium, a bridge.
    case place
    /// A people, nationality, religion or political group, as a noun or an adjective: "Kenyan", "Muslims".
    case nationality
    /// An event, work, product, law, award, disease or another thing with a name of its own.
    case other
}

/// A name in an article.
public struct NameMention: Hashable, Sendable {
    /// It may begin or end inside a token: "Clinton" in "Clinton-backed".
    public var span: Span
    /// The tokens that the span touches.
    public var tokens: Range<Int>
    public var nameClass: NameClass

    public init(span: Span, tokens: Range<Int>, nameClass: NameClass) {
        self.span = span
        self.tokens = tokens
        self.nameClass = nameClass
    }
}
