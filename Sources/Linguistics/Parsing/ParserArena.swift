/// The memory that a parser works in: one a worker, reused from text to text, of a size that no text changes.
public final class ParserArena {
    /// Words that are encoded at once; a sentence of more is parsed in pieces.
    static let capacity = 256

    let shape: ParserShape
    let vectors: UnsafeMutablePointer<Int16>
    /// Of a layer (3 · width a word), and then of the slots.
    let products: UnsafeMutablePointer<Int32>
    /// Per word and slot: what the word adds to a decision.
    let slots: UnsafeMutablePointer<Int16>
    let carry: UnsafeMutablePointer<Float>
    let hidden: UnsafeMutablePointer<Int16>
    let scores: UnsafeMutablePointer<Int32>
    let state = ArcHybridState()

    init(_ shape: ParserShape) {
        self.shape = shape
        let slotWidth = ParserFeatures.slots * shape.hidden
        vectors = .allocate(capacity: Self.capacity * shape.width)
        products = .allocate(capacity: Self.capacity * max(3 * shape.width, slotWidth))
        slots = .allocate(capacity: Self.capacity * slotWidth)
        carry = .allocate(capacity: shape.width)
        hidden = .allocate(capacity: shape.hidden)
        scores = .allocate(capacity: ParserShape.decisionStride)
    }

    deinit {
        vectors.deallocate()
        products.deallocate()
        slots.deallocate()
        carry.deallocate()
        hidden.deallocate()
        scores.deallocate()
    }
}
