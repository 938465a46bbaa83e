import TextModel

/// A token that may open or close a quotation, with what its neighbours say about that.
struct QuotationMark {
    enum Family: UInt8 { case double, single }
    enum Glyph: UInt8 { case opening, closing, neutral }

    let token: Int
    let family: Family
    let glyph: Glyph
    /// Blank space, an opening bracket, a dash or another mark stands before it.
    let isFreeBefore: Bool
    /// Blank space, closing punctuation or another mark follows.
    let isFreeAfter: Bool
    /// The scalar before it is closing punctuation: "," "." "?" "!" "…".
    let followsPunctuation: Bool
    let followsDigit: Bool
    /// The byte before is an "s" or "z": the mark may make a plural possessive.
    let followsSibilant: Bool
    /// A lower-case letter or a digit follows directly: perhaps an elision ('em, '90s).
    let mayElide: Bool

    init(_ text: UnsafeBufferPointer<UInt8>, token: Int, start: Int, length: Int, doubled: Bool) {
        self.token = token
        let end = start + (doubled ? 2 * length : length)
        let isSingle = Self.isSingle(text, start, length) && !doubled
        family = isSingle ? .single : .double
        glyph = Self.glyph(text, start, length, doubled: doubled)
        let before = start > 0 ? text[start - 1] : UInt8(ascii: " ")
        let after = end < text.count ? scalar(text, end).kind : .space
        isFreeBefore = Self.isFree(before: text, start)
        isFreeAfter =
            switch after {
            case .letter, .digit, .currency, .hash, .at, .openBracket, .ellipsis, .fraction: false
            default: true
            }
        followsPunctuation = [",", ".", "?", "!", ";", ":"].contains { before == UInt8(ascii: $0) } || before == 0xA6
        followsDigit = isASCIIDigit(before)
        followsSibilant = before | 0x20 == UInt8(ascii: "s") || before | 0x20 == UInt8(ascii: "z")
        mayElide = end < text.count && isASCIIDigit(text[end])
    }

    private static func isSingle(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
        switch length {
        case 1: return text[start] != UInt8(ascii: "\"")
        case 3: return text[start + 2] <= 0x9B || text[start + 2] >= 0xB9
        default: return text[start + 1] == 0xB4
        }
    }

    private static func glyph(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int, doubled: Bool
    ) -> Glyph {
        switch length {
        case 1:
            return text[start] == UInt8(ascii: "`") ? .opening : .neutral
        case 2:
            return text[start + 1] == 0xAB ? .opening : .closing
        default:
            switch text[start + 2] {
            case 0x98, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F, 0xB9: return .opening
            default: return .closing
            }
        }
    }

    private static func isFree(before text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard start > 0 else { return true }
        let byte = text[start - 1]
        if byte < 0x80 {
            switch scalar(text, start - 1).kind {
            case .space, .newline, .openBracket, .doubleMark, .apostrophe, .singleMark, .hyphen, .slash: return true
            default: return false
            }
        }
        // The last byte of a dash, a quotation mark or a no-break space.
        guard start > 2 else { return start == 2 && text[0] == 0xC2 && text[1] == 0xA0 }
        if text[start - 2] == 0xC2 { return byte == 0xA0 || byte == 0xAB }
        guard text[start - 3] == 0xE2, text[start - 2] == 0x80 else { return false }
        return (0x92...0x9E).contains(byte) || (0x80...0x8B).contains(byte) || byte == 0xAF || byte == 0xB9
    }
}

/// Decides, block by block, which marks open and close quotations and which are apostrophes or inch marks.
///
/// A quotation may be opened in one style and closed in another; singles nest in doubles and doubles in singles.
/// - Complexity: O(*n*) in marks.
struct QuotationFinder {
    /// The candidates of the block at hand, filled by the tokenizer.
    var marks: [QuotationMark] = []
    private(set) var found: [Quotation] = []

    private struct Open {
        let mark: QuotationMark
        let quotation: Int
    }

    private var stack: [Open] = []
    /// Families of the quotations that the paragraph before left open.
    private var carried: Set<QuotationMark.Family> = []

    /// - Parameters:
    ///   - blockFrom: the block's first token; it ends with the last token so far.
    ///   - nextBlock: the byte at which the next block begins; nil for the last.
    mutating func resolve(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: inout Tokens, blockFrom first: Int, nextBlock: Int?
    ) {
        let carriedOver = carried
        carried.removeAll(keepingCapacity: true)
        guard !marks.isEmpty else { return }
        let firstFound = found.count
        let singleCloses = upcomingSingleCloses()
        for (position, mark) in marks.enumerated() {
            switch mark.family {
            case .double: resolveDouble(mark, &tokens, first, carriedOver)
            case .single: resolveSingle(mark, singleCloses[position], &tokens, first, carriedOver)
            }
        }
        closeBlock(text, &tokens, nextBlock)
        marks.removeAll(keepingCapacity: true)
        found[firstFound...].removeAll { $0.interior.isEmpty && $0.close == nil }
        // Openings were appended in text order; an inner one follows its outer one.
        stack.removeAll(keepingCapacity: true)
    }

    // MARK: Double marks

    private mutating func resolveDouble(
        _ mark: QuotationMark, _ tokens: inout Tokens, _ first: Int, _ carriedOver: Set<QuotationMark.Family>
    ) {
        let openIndex = stack.lastIndex { $0.mark.family == .double }
        let looksOpening = mark.isFreeBefore && !mark.isFreeAfter
        let opens: Bool
        switch mark.glyph {
        case .opening: opens = !(openIndex != nil && !mark.isFreeBefore && mark.isFreeAfter)
        case .closing: opens = openIndex == nil && looksOpening
        case .neutral:
            if openIndex == nil, mark.followsDigit, mark.isFreeAfter {
                tokens.kinds[mark.token] = .prime
                return
            }
            opens = openIndex == nil ? !(mark.isFreeAfter && !mark.isFreeBefore) : looksOpening
        }
        if opens {
            if let openIndex, stack.count == openIndex + 1, mark.glyph == .neutral {
                abandon(openIndex, at: mark.token)
            }
            open(mark, &tokens, first, carriedOver)
        } else if let openIndex {
            close(openIndex, with: mark, &tokens)
        }
    }

    // MARK: Single marks

    private enum Closing { case strong, weak, none }

    /// For each mark, the best closing single mark that follows before another one can open.
    private func upcomingSingleCloses() -> [Closing] {
        var result: [Closing] = Array(repeating: .none, count: marks.count)
        var best = Closing.none
        for position in marks.indices.reversed() {
            let mark = marks[position]
            result[position] = best
            guard mark.family == .single else { continue }
            if mark.isFreeBefore, !mark.isFreeAfter, !mark.mayElide {
                best = .none
            } else if !mark.isFreeBefore || mark.followsPunctuation, mark.isFreeAfter, mark.glyph != .opening {
                if mark.followsPunctuation || !mark.followsSibilant {
                    best = .strong
                } else if best == .none {
                    best = .weak
                }
            }
        }
        return result
    }

    private mutating func resolveSingle(
        _ mark: QuotationMark, _ closing: Closing, _ tokens: inout Tokens, _ first: Int,
        _ carriedOver: Set<QuotationMark.Family>
    ) {
        if let top = stack.indices.last, stack[top].mark.family == .single, mark.isFreeAfter, mark.glyph != .opening {
            let isPossessive = mark.followsSibilant && !mark.followsPunctuation && closing != .none
            if isPossessive {
                tokens.kinds[mark.token] = .clitic
            } else {
                close(top, with: mark, &tokens)
            }
            return
        }
        if mark.followsDigit, mark.isFreeAfter {
            tokens.kinds[mark.token] = .prime
            return
        }
        let continues = mark.token == first && carriedOver.contains(.single)
        if mark.isFreeBefore, !mark.isFreeAfter, !mark.mayElide, closing != .none || continues {
            open(mark, &tokens, first, carriedOver)
        } else {
            tokens.kinds[mark.token] = mark.isFreeBefore ? .other : .clitic
        }
    }

    // MARK: The stack

    private mutating func open(
        _ mark: QuotationMark, _ tokens: inout Tokens, _ first: Int, _ carriedOver: Set<QuotationMark.Family>
    ) {
        tokens.kinds[mark.token] = .openQuote
        stack.append(Open(mark: mark, quotation: found.count))
        found.append(
            Quotation(
                open: mark.token, close: nil, interior: (mark.token + 1)..<(mark.token + 1),
                depth: stack.count - 1,
                continues: mark.token == first && carriedOver.contains(mark.family)))
    }

    private mutating func close(_ index: Int, with mark: QuotationMark, _ tokens: inout Tokens) {
        tokens.kinds[mark.token] = .closeQuote
        // Marks above it that never closed were apostrophes.
        for stray in stack[(index + 1)...].reversed() { forget(stray, &tokens) }
        let quotation = stack[index].quotation
        found[quotation].close = mark.token
        found[quotation].interior = (found[quotation].open + 1)..<mark.token
        stack.removeSubrange(index...)
    }

    /// Ends an unclosed quotation before a mark that opens the next.
    private mutating func abandon(_ index: Int, at token: Int) {
        let quotation = stack[index].quotation
        found[quotation].interior = (found[quotation].open + 1)..<token
        stack.removeSubrange(index...)
    }

    private mutating func forget(_ open: Open, _ tokens: inout Tokens) {
        tokens.kinds[open.mark.token] = .other
        found[open.quotation].interior = open.mark.token..<open.mark.token
    }

    /// What is still open goes on in the next paragraph, or began the block, or was no quotation.
    private mutating func closeBlock(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: inout Tokens, _ nextBlock: Int?
    ) {
        let nextOpens = nextBlock.map { next in
            [.doubleMark, .apostrophe, .singleMark].contains(scalar(text, next).kind)
        }
        for open in stack {
            let goesOn = nextOpens == true
            guard goesOn || open.mark.family == .double else {
                forget(open, &tokens)
                continue
            }
            if goesOn { carried.insert(open.mark.family) }
            found[open.quotation].interior = (open.mark.token + 1)..<tokens.count
        }
    }
}
