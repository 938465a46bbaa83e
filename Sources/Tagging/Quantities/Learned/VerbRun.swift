/// A verb with the auxiliaries and adverbs before it: "has not been told", "to sell", "is".
struct VerbRun: Equatable, BitwiseCopyable {
    private var start: Int32
    private var last: Int32
    /// Whether it begins with a modal verb or a form that agrees with a subject.
    var isFinite: Bool

    /// - Parameters:
    ///   - start: its first token.
    ///   - predicate: its last token, the verb that the others go with.
    init(from start: Int, to predicate: Int, isFinite: Bool) {
        self.start = Int32(start)
        last = Int32(predicate)
        self.isFinite = isFinite
    }

    var tokens: Range<Int> { Int(start)..<Int(last) + 1 }
    /// The last verb.
    var predicate: Int { Int(last) }
}
