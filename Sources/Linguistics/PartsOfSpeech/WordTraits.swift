/// What training learned about a word outside any sentence; all zero for a word that it never saw.
package struct WordTraits: BitwiseCopyable, Hashable, Sendable {
    /// Words that stand in like places share a class; counted from 1.
    package var wordClass: UInt16 = 0
    /// Which tags the word had; words with the same tags share a number, counted from 1.
    package var ambiguity: UInt16 = 0
    /// Which parts of speech the dictionary gives it and its base form: a set of bits.
    package var dictionary: UInt16 = 0
    /// How often it is capitalised within a sentence: 0 unknown, else 1 … 7.
    package var capitals: UInt16 = 0

    /// Its class in a much larger text, as it stands and with a capital: near numbers are near classes; 0 unknown.
    package var broadClass: UInt16 = 0
    package var capitalClass: UInt16 = 0
    /// How frequent it is there, and how often capitalised: 0 unknown.
    package var habit: UInt16 = 0

    /// Its label, counted from 1, where it hardly ever has another; 0 where it has to be decided on.
    package var settledLabel: UInt16 = 0

    package init() {}
}
