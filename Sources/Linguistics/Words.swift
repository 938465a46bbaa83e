/// What the lexicon knows of each token: columns, one entry a token, beside `Tokens`.
package struct Words: Sendable {
    /// Empty for punctuation and numbers.
    package var classes: [WordClasses]
    /// The lexicon's number of the word form, the same for every token that spells it; -1 when it does not know it.
    package var forms: [Int32]
    /// The dictionary form as a verb, an index into `Lexicon.lemmas`; -1 when it is no known verb form.
    package var verbs: [Int32]
    /// The dictionary form as a noun; -1 when it is no known noun.
    package var nouns: [Int32]
}
