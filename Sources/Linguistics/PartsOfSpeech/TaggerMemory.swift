import CDense
import Learning

/// What a tagger remembers of the words that it met: what features ask of them, and the sums of their features' rows for each place that a
/// word can have in a decision.
///
/// What comes out of it is what would be summed up anew. Where the word's own sums put a label far ahead, those of its neighbours
/// are not asked; where all of these do, the features of several words are not. One a worker, kept from text to text; its size is fixed.
package final class TaggerMemory {
    /// The place that a word has in a decision.
    private enum Place: Int {
        case word, before, after, secondAfter
        static let count = 4

        /// The features that look at such a word alone.
        @inline(__always)
        var part: TaggerParts {
            switch self {
            case .word: .word
            case .before: .before
            case .after: .after
            case .secondAfter: .secondAfter
            }
        }
    }

    /// Words, each with sums for all its places side by side; one with another's slot takes over place by place.
    private static let capacity = 4096
    private static let stride = Int(SAYSO_SPARSE_LABELS)
    /// A lead that the features of several words hardly ever turn: of 500,000 words of PolNeAR train three quarters have it, and
    /// 180 of them would get another label.
    private static let clearLead: Int16 = 100
    /// A lead of the word's own features that those of its neighbours do not turn: tags on EWT and GUM dev stay what they were;
    /// at 200 a word in a thousand gets another.
    private static let sureLead: Int16 = 300
    private let model: BucketedRows
    let words = TagWalk.makeMemory()
    private let keys: UnsafeMutablePointer<UInt64>
    private let sums: UnsafeMutablePointer<Int16>
    /// The label that a word's own sums put far ahead; -1 where they do not.
    private let sureLabels: UnsafeMutablePointer<Int8>
    private let features = UnsafeMutablePointer<UInt64>.allocate(capacity: TaggerFeatures.capacity)
    private let known = UnsafeMutablePointer<UnsafePointer<Int16>>.allocate(capacity: 4)

    init(_ model: BucketedRows) {
        self.model = model
        let count = Self.capacity * Place.count
        keys = .allocate(capacity: count)
        keys.initialize(repeating: 0, count: count)
        // Zero belongs in the first slot, where it must not pass for a word that was met.
        keys.update(repeating: ~0, count: Place.count)
        sureLabels = .allocate(capacity: Self.capacity)
        sureLabels.initialize(repeating: -1, count: Self.capacity)
        sums = UnsafeMutableRawPointer.allocate(
            byteCount: count * Self.stride * MemoryLayout<Int16>.stride, alignment: 128
        ).bindMemory(to: Int16.self, capacity: count * Self.stride)
    }

    deinit {
        keys.deallocate()
        sums.deallocate()
        sureLabels.deallocate()
        features.deallocate()
        known.deallocate()
    }

    /// Whether it was made for these rows, whose sums it remembers.
    func isOf(_ model: BucketedRows) -> Bool { self.model.rows == model.rows }

    /// Asks for what is known of a word some words before it is decided on: by then it has come into the cache.
    @inline(__always)
    func expect(_ key: UInt64) {
        let place = Self.slot(of: key) &* Place.count
        sayso_prefetch(keys + place)
        for line in 0..<(2 &* Place.count) { sayso_prefetch(sums + (place &* Self.stride &+ line &* 32)) }
    }

    /// The label with the highest sum over the rows of all features of a decision.
    @inline(__always)
    func bestLabel(_ context: borrowing TaggerContext, _ rows: UnsafePointer<sayso_sparse_rows>) -> Int {
        let slot = Self.slot(of: context.word.key)
        let start = (context.isFirst ? 1 : 0) | context.headline.rawValue << 1
        known[0] = sums(.word, context.word.key ^ start, context, rows) { sums in
            sureLabels[slot] = Int8(sayso_sparse_clear(sayso_dense_best_variant(), rows, sums, 1, Self.sureLead))
        }
        let sure = sureLabels[slot]
        if sure >= 0 { return Int(sure) }
        known[1] = sums(.before, context.before.key, context, rows)
        known[2] = sums(.after, context.after.key, context, rows)
        known[3] = sums(.secondAfter, context.after2.key, context, rows)
        let clear = sayso_sparse_clear(sayso_dense_best_variant(), rows, known, 4, Self.clearLead)
        if clear >= 0 { return Int(clear) }
        let count = TaggerFeatures.write(.joint, of: context, to: features)
        return Int(sayso_sparse_best(sayso_dense_best_variant(), rows, features, count, known, 4))
    }

    /// - Parameter learn: called with sums that were not known.
    @inline(__always)
    private func sums(
        _ place: Place, _ key: UInt64, _ context: borrowing TaggerContext, _ rows: UnsafePointer<sayso_sparse_rows>,
        _ learn: (UnsafePointer<UnsafePointer<Int16>>) -> Void = { _ in }
    ) -> UnsafePointer<Int16> {
        let index = Self.slot(of: key) &* Place.count &+ place.rawValue
        let sums = sums + index &* Self.stride
        if keys[index] != key {
            keys[index] = key
            let count = TaggerFeatures.write(place.part, of: context, to: features)
            sayso_sparse_sum(sayso_dense_best_variant(), rows, features, count, sums)
            withUnsafePointer(to: UnsafePointer(sums), learn)
        }
        return UnsafePointer(sums)
    }

    @inline(__always)
    private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key &>> 20) & (capacity &- 1)
    }
}
