import TextModel

/// What the words of a source say by themselves: kind, name, role and affiliation.
struct SourceDescription: Sendable {
    var kind: SourceKind
    /// The name without titles, or the describing noun phrase where there is no name.
    var name: Range<Int>
    /// The main word of a nominal source: "secretary" of "the press secretary".
    var head: Int?
    /// The words before a name that tell who it is, courtesy titles among them: "Press Secretary", "Mrs."
    var title: Range<Int>?
    /// "White House Press Secretary", "spokesman for the council".
    var role: Range<Int>?
    var affiliation: Range<Int>?
    /// "the", "his", …: a nominal that points back to somebody.
    var isDefinite = false
    /// Who made the document: "NBC" of "a report from NBC".
    var publisher: Range<Int>?

    init(_ kind: SourceKind, _ name: Range<Int>) {
        self.kind = kind
        self.name = name
    }
}
