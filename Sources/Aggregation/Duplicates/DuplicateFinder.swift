/// Tells of each article whether one before it is the same: under the same address, or with nearly the same text.
///
/// What it tells hangs on the articles and their order alone. An article with the address of an earlier one is a copy of that
/// one, and so is an article that shares three fifths of the runs of four words that either has; where one of the two stands
/// nearly whole in the other, as when it was cut, a third is enough. Copies are compared with originals and not with other copies, so that a story that is
/// rewritten again and again does not make the last version a copy of the first.
/// - Complexity: O(1) an article, whatever their number; about 180 bytes an article that is no copy.
package struct DuplicateFinder: Sendable {
    private let capacity: Int
    /// For each key of a sketch.
    private var places: [SlotTable]
    private var addresses: AddressTable
    /// Of each article that is kept to compare with: the words of its sketch, one after the other.
    private var words: [UInt64] = []
    private var runCounts: [UInt32] = []
    /// The place in `identifiers` of the article that it is a copy of by its address, or its own.
    private var originals: [Int32] = []
    private var identifiers = PackedTexts()

    /// - Parameter capacity: how many articles will come. Those beyond it are compared with the earlier ones only.
    package init(capacity: Int) {
        self.capacity = min(max(capacity, 1), SlotTable.limit)
        places = Array(repeating: SlotTable(capacity: self.capacity), count: ArticleSketch.keyCount)
        addresses = AddressTable(capacity: self.capacity)
        // Room that is not used takes no memory; to move to a larger one would take twice as much.
        words.reserveCapacity(self.capacity * ArticleSketch.wordCount)
    }

    /// Takes in the next article.
    /// - Parameter identifier: its own, which later copies are told.
    /// - Returns: the identifier of the original; nil when there is none before it.
    package mutating func original(_ identifier: String, _ sketch: ArticleSketch) -> String? {
        if let address = sketch.address, let original = addresses.value(of: address) {
            // Its text may be another one, which may have copies elsewhere.
            if nearest(to: sketch) == nil { keep(sketch, as: original) }
            return identifiers[Int(original)]
        }
        let original = nearest(to: sketch).map { originals[$0] }
        let place = original ?? Int32(identifiers.count)
        guard original != nil || identifiers.count < capacity else { return nil }
        if original == nil {
            identifiers.append(identifier)
            keep(sketch, as: place)
        }
        if let address = sketch.address { addresses.set(place, of: address) }
        return original.map { identifiers[Int($0)] }
    }

    // MARK: Texts

    private mutating func keep(_ sketch: ArticleSketch, as original: Int32) {
        guard sketch.runCount > 0, originals.count < capacity else { return }
        let place = Int32(originals.count)
        originals.append(original)
        runCounts.append(sketch.runCount)
        words += sketch.words
        for (index, key) in sketch.keys.enumerated() { places[index].insert(place, at: key) }
    }

    /// The earliest kept article of which this is a copy.
    private func nearest(to sketch: ArticleSketch) -> Int? {
        guard sketch.runCount > 0 else { return nil }
        var earliest: Int?
        for (index, key) in sketch.keys.enumerated() {
            places[index].forEach(at: key) { place in
                let place = Int(place)
                if place < earliest ?? .max, isCopy(sketch, of: place) { earliest = place }
            }
        }
        return earliest
    }

    private func isCopy(_ sketch: ArticleSketch, of place: Int) -> Bool {
        let start = place * ArticleSketch.wordCount
        var agreements = 0
        for (index, word) in sketch.words.enumerated() {
            agreements += ArticleSketch.agreements(word, words[start + index])
        }
        return Likeness(agreements: agreements, runCounts: (sketch.runCount, runCounts[place])).isCopy
    }
}

/// How much two texts have in common, as their sketches tell.
struct Likeness {
    /// The runs of words that both have, by those that either has: 0 to 1.
    let shared: Double
    /// The runs of words that both have, by those of the shorter text: 0 to 1.
    let contained: Double
    let shorter: UInt32

    /// - Parameters:
    ///   - agreements: how many of the bins have the same value.
    ///   - runCounts: how many runs of words each text has; not 0.
    init(agreements: Int, runCounts: (UInt32, UInt32)) {
        // Four bits of one bin in 16 agree by chance.
        let share = Double(agreements) / Double(ArticleSketch.binCount)
        shared = max(0, (share - 1 / 16) / (1 - 1 / 16))
        shorter = min(runCounts.0, runCounts.1)
        let common = shared * (Double(runCounts.0) + Double(runCounts.1)) / (1 + shared)
        contained = min(1, common / Double(shorter))
    }

    /// In a short text a few words that many texts have weigh too much.
    private static let shortText = 40

    /// Reports that a form was filled in for, day after day, share half of their runs; what an agency's clients make of one
    /// report shares more, or else the whole of the shorter one.
    var isCopy: Bool {
        if shorter < Self.shortText { return shared >= 0.8 }
        return shared >= 0.6 || shared >= 0.33 && contained >= 0.8
    }
}
