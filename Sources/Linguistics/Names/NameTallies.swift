import Learning

/// Counts by class of what the first reading of an article said about words and phrases; open addressing, kept memory.
struct NameTallies {
    struct Tally {
        var key: UInt64 = 0
        /// By class code, 0…5; never more than 65,535.
        var counts = SIMD8<UInt16>(repeating: 0)
        /// By class (0…4) and place in the name (first, inner, last, alone): two bits each, at most 3.
        var places: UInt64 = 0

        mutating func count(_ classCode: Int) {
            if counts[classCode] < .max { counts[classCode] += 1 }
        }

        mutating func count(_ classCode: Int, place: Int) {
            let shift = UInt64(2 * (classCode * 4 + place))
            if places >> shift & 3 < 3 { places += 1 << shift }
        }

        /// The class that most have, whether nearly all have it, and how many there are, as one number of 1…36; 0
        /// when nothing was counted.
        /// - Parameter own: a class code to leave out once, or -1.
        func code(without own: Int) -> UInt64 {
            var counts = counts
            if own >= 0, counts[own] > 0 { counts[own] -= 1 }
            var (best, total) = (0, 0)
            for code in 0..<6 {
                total += Int(counts[code])
                if counts[code] > counts[best] { best = code }
            }
            if total == 0 { return 0 }
            let isClear = Int(counts[best]) * 4 >= total * 3 ? 1 : 0
            let size = total == 1 ? 0 : total < 4 ? 1 : 2
            return UInt64(1 + best * 6 + isClear * 3 + size)
        }

        /// One bit for each class and place that was counted.
        func seenPlaces(withoutClass own: Int, place: Int) -> UInt64 {
            var places = places
            if own >= 0 {
                let shift = UInt64(2 * (own * 4 + place))
                let held = places >> shift & 3
                if held > 0, held < 3 { places -= 1 << shift }
            }
            var bits: UInt64 = 0
            for place in 0..<20 where places >> UInt64(2 * place) & 3 > 0 { bits |= 1 << UInt64(place) }
            return bits
        }
    }

    private var slots: [Tally] = []
    private var mask = 0

    /// Forgets all; makes room for `count` keys.
    mutating func reset(roomFor count: Int) {
        var capacity = 64
        while capacity < count * 2 { capacity *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(Tally(), count: capacity))
        mask = capacity - 1
    }

    subscript(key: UInt64) -> Tally? {
        let slot = slot(key)
        return slots[slot].key == 0 ? nil : slots[slot]
    }

    /// - Precondition: no more keys than `reset(roomFor:)` made room for.
    mutating func update(_ key: UInt64, _ body: (inout Tally) -> Void) {
        let slot = slot(key)
        slots[slot].key = key | 1
        body(&slots[slot])
    }

    private func slot(_ key: UInt64) -> Int {
        let key = key | 1
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }
}
