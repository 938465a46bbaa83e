import Learning

/// The memory that a parser works in: one a worker, reused from text to text, of a size that no text changes.
public final class ParserArena {
    /// Words that are encoded at once; a sentence of more is parsed in pieces.
    static let capacity = 256
    /// Rows that a decision adds up.
    static let rowCount = ParserFeatures.slots + ParserFeatures.rows + 1

    private let model: ModelBytes
    let vectors: UnsafeMutablePointer<Int16>
    /// The vectors as the products want them.
    let bytes: UnsafeMutablePointer<UInt8>
    /// Of a layer: 3 · width a word.
    let products: UnsafeMutablePointer<Int16>
    let cache: WordCache
    /// The words that are not in the cache, with their place.
    let missing: UnsafeMutablePointer<(WordCache.Word, Int)>
    /// Per word and slot: what the word adds to a decision. Before, of the missing words what the first layer makes.
    let slots: UnsafeMutablePointer<Int16>
    let carry: UnsafeMutablePointer<Float>
    let hidden: UnsafeMutablePointer<UInt8>
    /// What is to be added up.
    let rows: UnsafeMutablePointer<UnsafePointer<Int16>>
    let state = ArcHybridState()

    init(_ model: ParserModel) {
        let shape = model.shape
        self.model = model.file.bytes
        let slotWidth = ParserFeatures.slots * shape.hidden
        vectors = .allocate(capacity: Self.capacity * shape.width)
        bytes = .allocate(capacity: Self.capacity * shape.width)
        products = .allocate(capacity: Self.capacity * 3 * shape.width)
        cache = WordCache(width: shape.width)
        missing = .allocate(capacity: Self.capacity)
        slots = .allocate(capacity: Self.capacity * max(slotWidth, 3 * shape.width))
        carry = .allocate(capacity: shape.width)
        hidden = .allocate(capacity: shape.hidden)
        rows = .allocate(capacity: Self.rowCount)
    }

    /// Whether it was made for this model, whose words it remembers.
    func isOf(_ model: ParserModel) -> Bool { self.model.start == model.file.bytes.start }

    deinit {
        vectors.deallocate()
        bytes.deallocate()
        products.deallocate()
        cache.deallocate()
        missing.deallocate()
        slots.deallocate()
        carry.deallocate()
        hidden.deallocate()
        rows.deallocate()
    }
}
