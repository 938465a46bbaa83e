/// An article cut into blocks, sentences, tokens and quotations.
public struct SegmentedArticle: Sendable {
    public var article: Article
    /// Sorted, disjoint; together they hold every token.
    public var blocks: [Block]
    /// Sorted, disjoint; each lies in one block.
    public var sentences: [Sentence]
    public var tokens: Tokens
    /// Sorted by opening mark; an inner quotation follows the one it stands in.
    public var quotations: [Quotation]

    public init(
        article: Article, blocks: [Block], sentences: [Sentence], tokens: Tokens,
        quotations: [Quotation]
    ) {
        self.article = article
        self.blocks = blocks
        self.sentences = sentences
        self.tokens = tokens
        self.quotations = quotations
    }

    /// From the first token's first byte to the last token's last.
    @inlinable
    public func span(ofTokens range: Range<Int>) -> Span {
        range.isEmpty
            ? Span(0, 0)
            : Span(tokens.starts[range.lowerBound], tokens.ends[range.upperBound - 1])
    }

    @inlinable
    public func span(of sentence: Sentence) -> Span { span(ofTokens: sentence.tokens) }
}

/// A piece of layout. Its span leaves out the blank space around it.
public struct Block: Hashable, Sendable {
    public var kind: BlockKind
    public var span: Span

    public init(kind: BlockKind, span: Span) {
        self.kind = kind
        self.span = span
    }
}

public enum BlockKind: String, CaseIterable, Sendable {
    case headline, dek, byline, dateline, paragraph, caption, credit, boilerplate
}

public struct Sentence: Hashable, Sendable {
    public var tokens: Range<Int>
    /// Index into `blocks`.
    public var block: Int

    public init(tokens: Range<Int>, block: Int) {
        self.tokens = tokens
        self.block = block
    }
}

/// Tokens as columns, one entry a token in each.
///
/// Treebank-like: clitics ("'s", "n't") and punctuation stand alone, hyphenated words and numbers
/// with separators are one token, abbreviations keep their full stop.
public struct Tokens: Sendable {
    public var starts: [Int32] = []
    public var ends: [Int32] = []
    public var kinds: [TokenKind] = []

    public init() {}

    @inlinable public var count: Int { starts.count }
    @inlinable public var indices: Range<Int> { 0..<starts.count }

    @inlinable
    public func span(_ index: Int) -> Span { Span(starts[index], ends[index]) }

    @inlinable
    public mutating func append(_ kind: TokenKind, _ start: Int32, _ end: Int32) {
        starts.append(start)
        ends.append(end)
        kinds.append(kind)
    }
}

public enum TokenKind: UInt8, Sendable {
    /// Letters, perhaps with inner hyphens, apostrophes, full stops or digits: "five", "F-16", "U.S.".
    case word
    /// "'s", "n't", "'re" and the like, split from the word before.
    case clitic
    /// Begins with a digit (after a sign or currency it is its own token): "5", "10,000", "3.2", "5-8", "1½", "10k".
    case number
    case openQuote, closeQuote
    case period, question, exclamation, ellipsis
    case comma, semicolon, colon
    /// A dash between words: em dash, en dash with spaces, "--". A hyphen in a word is no token.
    case dash
    case openBracket, closeBracket
    /// "$", "€", "£" and the like.
    case currency
    case percent
    /// A web or mail address, an @handle, a #tag.
    case address
    /// A foot, inch, minute or second mark after a number.
    case prime
    case other

    /// Full stop, question mark, exclamation mark or ellipsis.
    @inlinable public var endsSentence: Bool {
        self == .period || self == .question || self == .exclamation || self == .ellipsis
    }
}

/// A stretch between quotation marks, within one block.
public struct Quotation: Hashable, Sendable {
    /// The token of the opening mark.
    public var open: Int
    /// The token of the closing mark; nil when the block ends first, because the quotation goes on in the next
    /// paragraph or because the mark was forgotten.
    public var close: Int?
    /// The tokens within the marks.
    public var interior: Range<Int>
    /// 0 outermost, 1 inside another, …
    public var depth: Int
    /// Whether it takes up a quotation that the paragraph before left open.
    public var continues: Bool

    public init(open: Int, close: Int?, interior: Range<Int>, depth: Int, continues: Bool) {
        self.open = open
        self.close = close
        self.interior = interior
        self.depth = depth
        self.continues = continues
    }

    /// With its marks.
    @inlinable public var tokens: Range<Int> { open..<(close.map { $0 + 1 } ?? interior.upperBound) }
}
