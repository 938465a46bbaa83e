/// What somebody looked up of the words met last, by their hashes: most words of a text stand in the lines before.
///
/// Its size is fixed; a word with another's slot takes it over. One a worker, kept from text to text.
package final class WordMemory<Known: BitwiseCopyable> {
    private typealias Slot = (word: UInt64, known: Known)

    private static var capacity: Int { 4096 }
    private let slots: UnsafeMutablePointer<Slot>

    /// - Parameter unknown: fills what no word has taken yet; never given back.
    package init(_ unknown: Known) {
        slots = .allocate(capacity: Self.capacity)
        slots.initialize(repeating: (0, unknown), count: Self.capacity)
        // Zero belongs in the first slot, where it must not pass for a word that was met.
        slots[0].word = ~0
    }

    deinit {
        slots.deallocate()
    }

    /// - Parameters:
    ///   - word: two words that share it pass for one, so 64 bits of a good hash.
    ///   - find: what to remember of a word that is not here; for one word always the same.
    @inline(__always)
    package func known(of word: UInt64, _ find: () -> Known) -> Known {
        let slot = slots + Int(truncatingIfNeeded: word &>> 20) & (Self.capacity &- 1)
        if slot.pointee.word == word { return slot.pointee.known }
        let known = find()
        slot.pointee = (word, known)
        return known
    }
}
