/// The words of a text as the parser wants them, in columns; all of them last as long as the call.
public struct ParserInput {
    /// UTF-8.
    public var text: UnsafeBufferPointer<UInt8>
    /// Per word: its first byte in the text, and the one after its last.
    public var starts: UnsafeBufferPointer<Int32>
    public var ends: UnsafeBufferPointer<Int32>
    /// Per word: its part of speech.
    public var universalTags: UnsafeBufferPointer<UniversalTag>
    public var pennTags: UnsafeBufferPointer<PennTag>

    public init(
        text: UnsafeBufferPointer<UInt8>, starts: UnsafeBufferPointer<Int32>, ends: UnsafeBufferPointer<Int32>,
        universalTags: UnsafeBufferPointer<UniversalTag>, pennTags: UnsafeBufferPointer<PennTag>
    ) {
        precondition(starts.count == ends.count && universalTags.count == starts.count)
        precondition(pennTags.count == starts.count)
        self.text = text
        self.starts = starts
        self.ends = ends
        self.universalTags = universalTags
        self.pennTags = pennTags
    }

    /// The bytes of a word; none for a span that does not lie in the text.
    @inline(__always)
    func word(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts[index]), end = Int(ends[index])
        guard start >= 0, start <= end, end <= text.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }
}
