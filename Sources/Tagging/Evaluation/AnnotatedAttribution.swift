import TextModel

/// An attribution as its spans alone, whoever made it: an annotator or the program.
package struct AnnotatedAttribution: Hashable, Sendable {
    /// In bytes of the text, as are the others; in the order of the text.
    package var content: [Range<Int>]
    package var cue: [Range<Int>]
    /// Empty when the text names none.
    package var source: [Range<Int>]
    /// "direct", "mixed", "indirect", or what else the annotators say; "?" when they do not.
    package var type: String

    package init(
        content: [Range<Int>], cue: [Range<Int>] = [], source: [Range<Int>] = [], type: String = "?"
    ) {
        self.content = content
        self.cue = cue
        self.source = source
        self.type = type
    }

    package init(_ attribution: Attribution) {
        self.init(
            content: attribution.content.map(\.range), cue: attribution.cue.map(\.range),
            source: attribution.source.map(\.range), type: attribution.contentType.rawValue)
    }
}
