import Learning

/// What the word lists and counts say of a word or phrase: one number of kinds, looked up by the word's hash.
///
/// A view of two sections of the model: slots that hold a part of the hash and the number of a value, and the values.
package struct NameLexicon: Sendable {
    /// The kinds, by bit. The order is part of the model.
    package static let kinds = [
        "common", "family", "city", "given", "region", "large-city", "frequent-family", "role", "language", "demonym",
        "country", "group", "title", "organization-word", "time", "feature", "organization",
    ]
    package static let kindMask: UInt32 = 1 << 17 - 1
    package static let common: UInt32 = 1 << 0
    package static let demonym: UInt32 = 1 << 9
    /// Kinds whose words may be names in small letters: "nairobi", but not "title" or "time".
    package static let naming: UInt32 = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 9 | 1 << 10 | 1 << 16
    /// How often the word was seen with a capital inside sentences, 0 (unknown) to 10.
    package static let habitShift: UInt32 = 20
    /// A phrase of the lists begins with this word.
    package static let beginsPhrase: UInt32 = 1 << 24
    /// The most words of a phrase.
    package static let longestPhrase = 5

    static let valueBits: UInt32 = 13
    static let valueMask: UInt32 = 1 << valueBits - 1

    nonisolated(unsafe) private let slots: UnsafePointer<UInt32>
    nonisolated(unsafe) private let values: UnsafePointer<UInt32>
    private let mask: UInt32
    private let bytes: ModelBytes

    package init(_ file: ModelFile) throws(LearningError) {
        let slots: UnsafeBufferPointer<UInt32> = try file.section("lexicon.slots")
        let values: UnsafeBufferPointer<UInt32> = try file.section("lexicon.values")
        guard slots.count > 0, slots.count & (slots.count - 1) == 0, slots.contains(0),
            slots.allSatisfy({ $0 & Self.valueMask <= UInt32(values.count) }),
            let slotStart = slots.baseAddress, let valueStart = values.baseAddress
        else { throw .malformedSection("lexicon.slots", reason: "do not fit the values") }
        self.slots = slotStart
        self.values = valueStart
        mask = UInt32(slots.count - 1)
        bytes = file.bytes
    }

    /// 0 for a word that is not here.
    @inline(__always)
    func value(_ hash: UInt32) -> UInt32 {
        var slot = hash & mask
        let tag = hash & ~Self.valueMask
        while true {
            let held = slots[Int(slot)]
            if held == 0 { return 0 }
            if held & ~Self.valueMask == tag { return values[Int(held & Self.valueMask) - 1] }
            slot = (slot &+ 1) & mask
        }
    }

    /// The hash of a phrase from that of its words so far and that of the next word.
    @inline(__always)
    package static func phrase(_ hash: UInt32, _ next: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: FeatureHash.combine(UInt64(hash), UInt64(next) | 1 << 40))
    }

    /// Adds the sections that `init(_:)` reads.
    /// - Precondition: at most 8,191 different values; none is 0.
    package static func write(_ entries: [UInt32: UInt32], to file: inout ModelFileWriter) {
        let values = Set(entries.values).sorted()
        precondition(values.count < Int(valueMask), "more kinds of words than the lexicon can tell apart")
        let numbers = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, UInt32($0 + 1)) })
        var capacity = 16
        while capacity * 2 < entries.count * 3 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        for (hash, value) in entries.sorted(by: { $0.key < $1.key }) {
            var slot = Int(hash) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = hash & ~valueMask | (numbers[value] ?? 0)
        }
        file.add("lexicon.slots", slots)
        file.add("lexicon.values", values)
    }
}
