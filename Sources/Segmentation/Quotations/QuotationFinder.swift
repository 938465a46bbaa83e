import TextModel

/// Decides, block by block, which marks open and close quotations and which are apostrophes or inch marks.
///
/// A quotation may be opened in one style and closed in another; singles nest in doubles and doubles in singles.
/// - Complexity: O(*n*) in marks.
struct QuotationFinder {
    /// The candidates of the block at hand, filled by the tokenizer.
    var marks: [QuotationMark] = []
    private(set) var found: [Quotation] = []

    /// Families of marks, as a set without storage of its own.
    private struct Families {
        var double = false
        var single = false

        subscript(family: QuotationMark.Family) -> Bool {
            get { family == .double ? double : single }
            set { if family == .double { double = newValue } else { single = newValue } }
        }
    }

    private struct Open {
        let mark: QuotationMark
        let quotation: Int
    }

    private var stack: [Open] = []
    /// Where the quotations end that the one at hand may stand in.
    private var ends: [Int] = []
    /// What follows each mark, as far as it matters to it.
    private var upcoming: [Upcoming] = []
    /// Families of the quotations that the paragraph before left open.
    private var carried = Families()
    /// Families whose mark begins the next paragraph: a quotation still open then goes on there.
    private var nextBegins = Families()
    private var firstToken = 0

    /// Resolves the marks of one block.
    /// - Parameters:
    ///   - first: the block's first token; it ends with the last token so far.
    ///   - nextParagraph: the byte at which the next running text begins; nil when none follows.
    ///   - isRunningText: false for captions and the like, which neither take up a quotation nor leave one open.
    mutating func resolve(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: inout Tokens, blockFrom first: Int, nextParagraph: Int?,
        isRunningText: Bool
    ) {
        let carriedToNext = carried
        firstToken = first
        nextBegins = Families()
        if isRunningText, let nextParagraph { nextBegins = Self.families(text, at: nextParagraph) }
        if !isRunningText { carried = Families() }
        let firstFound = found.count
        findUpcoming()
        for position in marks.indices {
            switch marks[position].family {
            case .double: resolveDouble(marks[position], upcoming[position], &tokens)
            case .single: resolveSingle(marks[position], upcoming[position], &tokens)
            }
        }
        carried = isRunningText ? Families() : carriedToNext
        closeBlock(&tokens)
        stack.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        tidy(from: firstFound)
    }

    /// The family of the mark at a byte.
    private static func families(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Families {
        var families = Families()
        let here = scalar(text, index)
        guard here.kind.isMark else { return families }
        let after = index + here.length
        let next = after < text.count ? scalar(text, after).kind : .space
        if here.kind == .doubleMark || next == here.kind {
            families.double = true
            // “‘We …
            families.single = next == .singleMark || next == .apostrophe
        } else {
            families.single = next == .doubleMark || next == .letter
        }
        return families
    }

    // MARK: What follows

    private enum Closing { case strong, weak, none }

    private struct Upcoming {
        /// The best closing single mark that follows before another one can open.
        var singleClose = Closing.none
        /// How many double marks that look closing follow before one that looks opening.
        var doubleCloses = 0
    }

    private mutating func findUpcoming() {
        upcoming.removeAll(keepingCapacity: true)
        upcoming.append(contentsOf: repeatElement(Upcoming(), count: marks.count))
        var best = Upcoming()
        for position in marks.indices.reversed() {
            let mark = marks[position]
            upcoming[position] = best
            if mark.family == .double {
                let opens = mark.glyph == .opening || mark.isFreeBefore && !mark.isFreeAfter
                best.doubleCloses = opens ? 0 : best.doubleCloses + 1
            } else if mayOpen(mark) {
                best.singleClose = .none
            } else if !mark.isFreeBefore, mark.isFreeAfter, mark.glyph != .opening {
                if mark.followsPunctuation || !mark.followsSibilant && !mark.mayEndElision {
                    best.singleClose = .strong
                } else if best.singleClose == .none {
                    best.singleClose = .weak
                }
            }
        }
    }

    private func mayOpen(_ single: QuotationMark) -> Bool {
        single.isFreeBefore && !single.isFreeAfter && !single.precedesDigit
    }

    // MARK: Double marks

    private mutating func resolveDouble(_ mark: QuotationMark, _ upcoming: Upcoming, _ tokens: inout Tokens) {
        let openIndex = stack.lastIndex { $0.mark.family == .double }
        if isInchMark(mark, upcoming, isOpen: openIndex != nil) {
            tokens.kinds[mark.token] = .prime
            return
        }
        let looksOpening = mark.isFreeBefore && !mark.isFreeAfter
        let opens =
            switch mark.glyph {
            case .opening: !(openIndex != nil && !mark.isFreeBefore && mark.isFreeAfter)
            case .closing: openIndex == nil && looksOpening
            case .neutral: openIndex == nil ? !(mark.isFreeAfter && !mark.isFreeBefore) : looksOpening
            }
        if opens {
            // A second opening mark of the same style: the first one was never closed, unless two closing marks follow.
            if let openIndex, stack.count == openIndex + 1, !mark.isGuillemet, upcoming.doubleCloses < 2,
                mark.glyph == .neutral || mark.glyph == stack[openIndex].mark.glyph
            {
                abandon(openIndex, at: mark.token, &tokens)
            }
            open(mark, &tokens)
        } else if let openIndex {
            close(openIndex, with: mark, &tokens)
        }
    }

    private func isInchMark(_ mark: QuotationMark, _ upcoming: Upcoming, isOpen: Bool) -> Bool {
        guard mark.glyph != .opening, mark.followsDigit, mark.isFreeAfter else { return false }
        return mark.followsFeet || mark.glyph == .neutral && (!isOpen || upcoming.doubleCloses > 0)
    }

    // MARK: Single marks

    private mutating func resolveSingle(_ mark: QuotationMark, _ upcoming: Upcoming, _ tokens: inout Tokens) {
        let isOpen = stack.last?.mark.family == .single
        if isOpen, mark.isFreeAfter, mark.glyph != .opening {
            let mayBeApostrophe = (mark.followsSibilant || mark.mayEndElision) && !mark.followsPunctuation
            if mayBeApostrophe, upcoming.singleClose != .none {
                tokens.kinds[mark.token] = .clitic
            } else {
                close(stack.count - 1, with: mark, &tokens)
            }
            return
        }
        if mark.followsDigit, mark.isFreeAfter {
            tokens.kinds[mark.token] = .prime
            return
        }
        let goesOn = mark.glyph != .closing && nextBegins.single
        let continues = mark.token == firstToken && carried.single
        if mayOpen(mark), !isOpen || continues, upcoming.singleClose != .none || goesOn || continues {
            open(mark, &tokens)
        } else {
            tokens.kinds[mark.token] = mark.isFreeBefore || mark.followsPunctuation ? .other : .clitic
        }
    }

    // MARK: The stack

    private mutating func open(_ mark: QuotationMark, _ tokens: inout Tokens) {
        tokens.kinds[mark.token] = .openQuote
        stack.append(Open(mark: mark, quotation: found.count))
        let continues =
            carried[mark.family]
            && (mark.token == firstToken || stack.count == 2 && mark.token == firstToken + 1)
        found.append(
            Quotation(
                open: mark.token, close: nil, interior: (mark.token + 1)..<(mark.token + 1), depth: 0,
                continues: continues))
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
    private mutating func abandon(_ index: Int, at token: Int, _ tokens: inout Tokens) {
        end(stack[index], at: token, &tokens)
        stack.removeSubrange(index...)
    }

    private mutating func forget(_ open: Open, _ tokens: inout Tokens) {
        tokens.kinds[open.mark.token] = .other
        found[open.quotation].interior = open.mark.token..<open.mark.token
    }

    /// What is still open goes on in the next paragraph, or its closing mark was forgotten, or it was an apostrophe.
    private mutating func closeBlock(_ tokens: inout Tokens) {
        for open in stack {
            let goesOn = nextBegins[open.mark.family]
            guard goesOn || open.mark.family == .double else {
                forget(open, &tokens)
                continue
            }
            if goesOn { carried[open.mark.family] = true }
            end(open, at: tokens.count, &tokens)
        }
    }

    private mutating func end(_ open: Open, at token: Int, _ tokens: inout Tokens) {
        if open.mark.token + 1 == token { return forget(open, &tokens) }
        found[open.quotation].interior = (open.mark.token + 1)..<token
    }

    /// Leaves out what turned out to be no quotation, and says how deep each of the others stands.
    private mutating func tidy(from first: Int) {
        var kept = first
        ends.removeAll(keepingCapacity: true)
        for index in first..<found.count {
            var quotation = found[index]
            if quotation.close == nil, quotation.interior.isEmpty { continue }
            while let end = ends.last, end <= quotation.open { ends.removeLast() }
            quotation.depth = ends.count
            ends.append(quotation.tokens.upperBound)
            found[kept] = quotation
            kept += 1
        }
        found.removeSubrange(kept...)
    }
}
