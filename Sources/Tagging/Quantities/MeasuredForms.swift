import Linguistics
import TextModel

/// Constructions whose words alone tell what an amount measures, whatever a model thinks likely.
struct MeasuredForms {
    let found: SentenceQuantities
    let outline: SentenceOutline

    private var reading: Reading { outline.view.reading }
    private var tags: PartsOfSpeech { reading.tags }
    private var sentence: Range<Int> { found.sentence }

    /// What a quantity measures, by its index in the sentence; nil where no construction tells.
    /// - Complexity: O(1): a phrase has a bounded length.
    func phrase(of index: Int) -> Range<Int>? {
        let amount = found.place(of: index).amount
        return worth(behind: amount.upperBound) ?? bracketed(index, amount) ?? partitive(
            index, behind: amount.upperBound)
            ?? distributed(index, behind: amount.upperBound) ?? moved(index, amount)
    }

    /// "two weeks' worth of food"
    private func worth(behind end: Int) -> Range<Int>? {
        guard end + 2 < sentence.upperBound else { return nil }
        // The possessor's mark.
        let worth = reading.kind(end) == .word ? end : end + 1
        guard reading.reads(worth, "worth"), reads(worth + 1, "of") else { return nil }
        return outline.phrase(behind: worth + 1)
    }

    /// "the tank (40 litres)", "a tip (1.5mm internal diameter)"
    private func bracketed(_ index: Int, _ amount: Range<Int>) -> Range<Int>? {
        let opening = amount.lowerBound - 1, end = amount.upperBound
        guard opening > sentence.lowerBound, end < sentence.upperBound, reading.kind(opening) == .openBracket,
            found.quantities[index].kind != .duration
        else { return nil }
        if reading.kind(end) == .closeBracket { return isThing(opening - 1) ? outline.core(of: opening - 1) : nil }
        guard let phrase = outline.phrase(behind: end), phrase.lowerBound == end,
            phrase.upperBound < sentence.upperBound,
            reading.kind(phrase.upperBound) == .closeBracket
        else { return nil }
        return phrase
    }

    /// "$1 billion in annual sales", but neither "in Asia" nor "in several countries"
    private func partitive(_ index: Int, behind end: Int) -> Range<Int>? {
        guard found.quantities[index].kind == .money, found.quantities[index].change == .none, reads(end, "in"),
            let phrase = outline.phrase(behind: end + 1), phrase.lowerBound == end + 1, let head = phrase.last,
            tags.penn[head] == .pluralNoun, isThing(head), !reading.has(head, .personPlaceOrGroup),
            phrase.allSatisfy({ tags.universal[$0] == .noun || tags.universal[$0] == .adjective })
        else { return nil }
        return phrase
    }

    /// "$5 for the adults and $3 for the children"
    private func distributed(_ index: Int, behind end: Int) -> Range<Int>? {
        guard found.quantities[index].kind == .money, reads(end, "for"), let phrase = outline.phrase(behind: end + 1),
            let head = phrase.last, isThing(head)
        else { return nil }
        let base = found.quantities[index].isConversion ? index - 1 : index
        let before = base > 1 && found.quantities[base - 1].isConversion ? base - 2 : base - 1
        let isNextConversion = base + 1 < found.count && found.quantities[base + 1].isConversion
        let isShared = [before, isNextConversion ? base + 2 : base + 1].contains { other in
            found.quantities.indices.contains(other) && found.quantities[other].unit == found.quantities[base].unit
                && reads(found.place(of: other).amount.upperBound, "for")
        }
        return isShared ? phrase : nil
    }

    /// "sent the shares 3% lower"
    private func moved(_ index: Int, _ amount: Range<Int>) -> Range<Int>? {
        let end = amount.upperBound, noun = amount.lowerBound - 1
        guard end < sentence.upperBound, noun > sentence.lowerBound, found.quantities[index].kind != .duration,
            tags.penn[end] == .comparativeAdjective || tags.penn[end] == .comparativeAdverb, endsPhrase(end + 1),
            isThing(noun)
        else { return nil }
        let verb = outline.phraseStart(of: noun) - 1
        guard verb >= sentence.lowerBound, tags.penn[verb].isVerb, tags.universal[verb] != .auxiliary else {
            return nil
        }
        return outline.core(of: noun)
    }

    private func reads(_ token: Int, _ word: StaticString) -> Bool {
        token < sentence.upperBound && reading.reads(token, word)
    }

    /// A noun that is neither a time nor a part of an amount.
    private func isThing(_ token: Int) -> Bool {
        tags.penn[token].isNoun && !outline.isTime(token) && !outline.isWithin(found.amounts, token)
    }

    /// Whether no noun follows.
    private func endsPhrase(_ token: Int) -> Bool {
        guard token < sentence.upperBound else { return true }
        switch tags.universal[token] {
        case .punctuation, .adposition, .subordinator, .coordinator, .adverb: return true
        default: return false
        }
    }
}
