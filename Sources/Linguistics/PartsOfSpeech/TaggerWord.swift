import Learning

/// What the tagger's features look at in a word.
package struct TaggerWord: BitwiseCopyable {
    /// Of the folded form.
    var folded: UInt64
    /// Of the word as it is written.
    var exact: UInt64
    /// Of all that features ask of it.
    var key: UInt64
    /// How it is written, and in the low three bits how it is capitalised.
    var shape: UInt64
    /// Of its last 1 … 4 and its first 1 … 2 bytes, folded.
    var suffixes: (UInt64, UInt64, UInt64, UInt64)
    var prefixes: (UInt64, UInt64)
    var wordClass: UInt64
    var ambiguity: UInt64
    var dictionary: UInt64
    var capitals: UInt64
    var broadClass: UInt64
    var capitalClass: UInt64
    var habit: UInt64
    /// Its label, counted from 1, where the form alone settles it; 0 where not.
    var settledLabel: UInt64

    var capitalisation: UInt64 { shape & 7 }

    /// Stands before the first word of a sentence and behind its last.
    static let boundary = TaggerWord(boundary: ())

    private init(boundary: Void) {
        (folded, exact, key, shape) = (1, 1, 1, 1 << 12)
        suffixes = (1, 1, 1, 1)
        prefixes = (1, 1)
        (wordClass, ambiguity, dictionary, capitals) = (1 << 20, 1 << 20, 1 << 20, 1 << 20)
        (broadClass, capitalClass, habit) = (1 << 20, 1 << 20, 1 << 20)
        settledLabel = 0
    }

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, inCapitals: Bool, _ lexicon: TaggerLexicon) {
        let form = FoldedForm(text, range)
        folded = form.hash
        let shape = UInt64(form.letters.shape(inCapitals: inCapitals))
        self.shape = shape
        exact = FeatureHash.combine(folded, shape & 7)
        key = FeatureHash.combine(folded, shape << 3)
        suffixes = (form.suffix(1), form.suffix(2), form.suffix(3), form.suffix(4))
        prefixes = (form.prefix(1), form.prefix(2))
        let traits = lexicon.traits(of: folded)
        wordClass = UInt64(traits.wordClass)
        ambiguity = UInt64(traits.ambiguity)
        dictionary = UInt64(traits.dictionary)
        capitals = UInt64(traits.capitals)
        broadClass = UInt64(traits.broadClass)
        capitalClass = UInt64(traits.capitalClass)
        habit = UInt64(traits.habit)
        settledLabel = form.letters.hasCapitals ? 0 : UInt64(traits.settledLabel)
    }
}
