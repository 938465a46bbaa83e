import CDense

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

    /// Asks for a word's place in memory some words before it is asked for: by then it has come into the cache.
    @inline(__always)
    func expect(_ word: UInt64) {
        let slot = UnsafeRawPointer(slot(of: word))
        sayso_prefetch(slot)
        sayso_prefetch(slot + MemoryLayout<Slot>.size - 1)
    }

    @inline(__always)
    private func slot(of word: UInt64) -> UnsafeMutablePointer<Slot> {
        slots + Int(truncatingIfNeeded: word &>> 20) & (Self.capacity &- 1)
    }

    /// - Parameters:
    ///   - word: two words that share it pass for one, so 64 bits of a good hash.
    ///   - find: what to remember of a word that is not here; for one word always the same.
    @inline(__always)
    package func known(of word: UInt64, _ find: () -> Known) -> Known {
        let slot = slot(of: word)
        if slot.pointee.word == word { return slot.pointee.known }
        let known = find()
        slot.pointee = (word, known)
        return known
    }
}
