import Linguistics
import TextModel

/// The turns of an article: paragraphs that begin with who speaks in them, as transcripts and interviews are written.
///
/// "SMITH: It is safe.", "Q. Is it safe?", "**Ann Lee:** It is.", "MR. ODELL (for the owners): …".
/// - Complexity: O(*n*) in tokens.
struct Transcript {
    struct Turn {
        /// "SMITH", "MR. ODELL (for the owners)", "Q".
        var label: Range<Int>
        /// The colon; empty where the label's own full stop ends it: "Q."
        var mark: Range<Int>
        /// The rest of the paragraph, and the paragraphs up to the next turn.
        var content: [Range<Int>]
        var isLetter: Bool
    }

    /// By the index of the sentence that the turn begins with.
    private var turns: [Int: Turn] = [:]
    private let reading: Reading

    /// Words of a label outside brackets, and inside.
    private static let longestLabel = 5
    private static let longestAside = 8
    /// So many turns make an interview, whose paragraphs without a label go on with the turn before.
    private static let fewestTurns = 4

    init(_ reading: Reading) {
        self.reading = reading
        let blocks = Self.blocks(of: reading)
        var found = blocks.map { block in turn(in: block.tokens, block.kind) }
        // "A" is a word and "Q." may be an initial: letters are labels only where both occur.
        let letters = Set(found.compactMap { $0.flatMap { $0.isLetter ? letter($0.label.lowerBound) : nil } })
        if letters.count < 2 { for index in found.indices where found[index]?.isLetter == true { found[index] = nil } }
        addContinuations(to: &found, blocks)
        for (block, turn) in zip(blocks, found) { turns[block.sentence] = turn }
    }

    /// The turn whose paragraph begins with a sentence; nil for others.
    func turn(at sentence: Int) -> Turn? { turns[sentence] }

    // MARK: Paragraphs

    private struct TextBlock {
        var tokens: Range<Int>
        var kind: BlockKind
        /// Its first sentence.
        var sentence: Int
    }

    private static func blocks(of reading: Reading) -> [TextBlock] {
        var blocks: [TextBlock] = []
        var last = -1
        for (index, sentence) in reading.article.sentences.enumerated() {
            let kind = reading.article.blocks[sentence.block].kind
            guard [.headline, .dek, .paragraph, .caption].contains(kind) else { continue }
            if sentence.block == last, !blocks.isEmpty {
                blocks[blocks.count - 1].tokens =
                    blocks[blocks.count - 1].tokens.lowerBound..<sentence.tokens.upperBound
            } else {
                blocks.append(TextBlock(tokens: sentence.tokens, kind: kind, sentence: index))
                last = sentence.block
            }
        }
        return blocks
    }

    /// Paragraphs without a label between two turns belong to the turn before, if most paragraphs there have one.
    private func addContinuations(to turns: inout [Turn?], _ blocks: [TextBlock]) {
        let places = turns.indices.filter { turns[$0] != nil && blocks[$0].kind == .paragraph }
        guard places.count >= Self.fewestTurns, let first = places.first, let last = places.last,
            places.count * 2 > last - first
        else { return }
        var current = first
        for index in (first + 1)..<last {
            if turns[index] != nil {
                current = index
            } else if blocks[index].kind == .paragraph, !isStageDirection(blocks[index].tokens),
                let end = turns[current]?.content.last?.upperBound
            {
                if end == blocks[index].tokens.lowerBound, let start = turns[current]?.content.last?.lowerBound {
                    turns[current]?.content.removeLast()
                    turns[current]?.content.append(start..<blocks[index].tokens.upperBound)
                } else {
                    turns[current]?.content.append(blocks[index].tokens)
                }
            }
        }
    }

    /// "(Laughter.)", "[…]"
    private func isStageDirection(_ tokens: Range<Int>) -> Bool {
        reading.kind(tokens.lowerBound) == .openBracket
            && tokens.suffix(2).contains { reading.kind($0) == .closeBracket }
    }

    // MARK: Labels

    private func turn(in tokens: Range<Int>, _ kind: BlockKind) -> Turn? {
        var start = tokens.lowerBound
        while start < tokens.upperBound, isEmphasis(start) { start += 1 }
        if start < tokens.upperBound, reading.kind(start) == .openQuote { start += 1 }
        guard start < tokens.upperBound,
            let (label, mark, isLetter) = letterLabel(start, tokens) ?? nameLabel(start, tokens)
        else { return nil }
        var body = max(label.upperBound, mark.upperBound)
        while body < tokens.upperBound, isEmphasis(body) { body += 1 }
        // "Tickets: $12" says no more than a word.
        guard body + (isLetter ? 0 : 2) < tokens.upperBound else { return nil }
        return Turn(label: label, mark: mark, content: [body..<tokens.upperBound], isLetter: isLetter)
    }

    /// "Q:", "A.", "Q"
    private func letterLabel(_ start: Int, _ tokens: Range<Int>) -> (Range<Int>, Range<Int>, Bool)? {
        guard letter(start) != nil else { return nil }
        let label = start..<(start + 1)
        if reading.article.tokens.span(start).range.count == 2 {
            return (label, label.upperBound..<label.upperBound, true)
        }
        var next = start + 1
        while next < tokens.upperBound, isEmphasis(next) { next += 1 }
        guard next < tokens.upperBound, [.colon, .period].contains(reading.kind(next)) else { return nil }
        return (label, next..<(next + 1), true)
    }

    /// The letter of "Q" or "A", with or without a full stop; nil for any other token.
    private func letter(_ token: Int) -> UInt8? {
        let range = reading.article.tokens.span(token).range
        let text = reading.article.article.text
        guard range.count == 1 || range.count == 2 && text[range.lowerBound + 1] == UInt8(ascii: "."),
            text[range.lowerBound] == UInt8(ascii: "Q") || text[range.lowerBound] == UInt8(ascii: "A")
        else { return nil }
        return text[range.lowerBound]
    }

    /// Capitalised words up to a colon, with what stands in brackets behind them.
    private func nameLabel(_ start: Int, _ tokens: Range<Int>) -> (Range<Int>, Range<Int>, Bool)? {
        var end = start
        while end < tokens.upperBound, end - start <= Self.longestLabel, isLabelWord(end) { end += 1 }
        let name = start..<end
        guard !name.isEmpty, name.contains(where: { reading.kind($0) != .period }), !isVerb(start) else { return nil }
        if end < tokens.upperBound, reading.kind(end) == .openBracket {
            let limit = min(tokens.upperBound, end + Self.longestAside)
            guard let close = (end..<limit).first(where: { reading.kind($0) == .closeBracket }) else { return nil }
            end = close + 1
        }
        let label = start..<end
        while end < tokens.upperBound, isEmphasis(end) { end += 1 }
        guard end < tokens.upperBound, reading.kind(end) == .colon else { return nil }
        // "ANALYSIS: Why …"
        if name.count <= 2, name.contains(where: { reading.has($0, .genreLabel) }) { return nil }
        return (label, end..<(end + 1), false)
    }

    /// "Said Smith: “…”" is a clause; "Said Ahmed:", a name, is told by its tag.
    private func isVerb(_ token: Int) -> Bool {
        reading.tags.universal[token] == .verb && reading.has(token, [.past, .thirdPerson])
    }

    private func isLabelWord(_ token: Int) -> Bool {
        if reading.isName(token) || reading.kind(token) == .period { return true }
        if reading.kind(token) == .address { return byte(token) == UInt8(ascii: "@") }
        return token + 1 < reading.tokenCount && reading.isName(token + 1)
            && reading.readsAny(
                token, ["de", "van", "von", "der", "den", "al", "el", "bin", "la", "del", "da", "di", "du"])
    }

    /// The asterisks and underscores of "**Ann Lee:**".
    private func isEmphasis(_ token: Int) -> Bool {
        guard reading.kind(token) == .other else { return false }
        return reading.article.article.text[reading.article.tokens.span(token).range].allSatisfy {
            $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_")
        }
    }

    private func byte(_ token: Int) -> UInt8 { reading.article.article.text[Int(reading.article.tokens.starts[token])] }
}
