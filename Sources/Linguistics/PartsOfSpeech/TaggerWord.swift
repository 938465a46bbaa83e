import Learning

/// What the tagger's features look at in a word. Small, as the words met last are kept.
package struct TaggerWord: BitwiseCopyable {
    /// Of the folded form.
    var folded: UInt64
    /// Of all that features ask of it.
    var key: UInt64
    /// Of its last 1 … 4 and its first 1 … 2 bytes, folded.
    var suffixes: (UInt64, UInt64, UInt64, UInt64)
    var prefixes: (UInt64, UInt64)
    private var traits: WordTraits
    private var form: UInt16
    /// Of the features of what is no word: beyond every trait.
    private var outside: UInt32

    /// How it is written, and in the low three bits how it is capitalised.
    var shape: UInt64 { UInt64(form) }
    var capitalisation: UInt64 { shape & 7 }
    /// Of the word as it is written.
    var exact: UInt64 { outside == 0 ? FeatureHash.combine(folded, capitalisation) : 1 }

    var wordClass: UInt64 { UInt64(traits.wordClass) | UInt64(outside) }
    var ambiguity: UInt64 { UInt64(traits.ambiguity) | UInt64(outside) }
    var dictionary: UInt64 { UInt64(traits.dictionary) | UInt64(outside) }
    var capitals: UInt64 { UInt64(traits.capitals) | UInt64(outside) }
    var broadClass: UInt64 { UInt64(traits.broadClass) | UInt64(outside) }
    var capitalClass: UInt64 { UInt64(traits.capitalClass) | UInt64(outside) }
    var habit: UInt64 { UInt64(traits.habit) | UInt64(outside) }
    /// Its label, counted from 1, where the form alone settles it; 0 where not.
    var settledLabel: UInt64 { UInt64(traits.settledLabel) }

    /// Stands before the first word of a sentence and behind its last.
    static let boundary = TaggerWord(boundary: ())

    private init(boundary: Void) {
        (folded, key, form) = (1, 1, 1 << 12)
        suffixes = (1, 1, 1, 1)
        prefixes = (1, 1)
        traits = WordTraits()
        outside = 1 << 20
    }

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, inCapitals: Bool, _ lexicon: TaggerLexicon) {
        let letters = FoldedForm(text, range)
        folded = letters.hash
        form = letters.letters.shape(inCapitals: inCapitals)
        key = FeatureHash.combine(folded, UInt64(form) << 3)
        suffixes = (letters.suffix(1), letters.suffix(2), letters.suffix(3), letters.suffix(4))
        prefixes = (letters.prefix(1), letters.prefix(2))
        traits = lexicon.traits(of: folded)
        if letters.letters.hasCapitals { traits.settledLabel = 0 }
        outside = 0
    }
}
