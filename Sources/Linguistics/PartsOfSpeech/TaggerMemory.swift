import CDense
import Learning

/// What a tagger remembers of the words that it met: what features ask of them, and the sums of their features' rows for each place that a
/// word can have in a decision.
///
/// What comes out of it is what would be summed up anew. Where the word's own sums put a label far ahead, those of its neighbours
/// are not asked; where all of these do, the features of several words are not. One a worker, kept from text to text; its size is fixed.
package final class TaggerMemory {
    /// The words of one place; a word with another's slot takes it over.
    private struct Place {
        static let capacity = 4096
        let keys: UnsafeMutablePointer<UInt64>
        let sums: UnsafeMutablePointer<Int16>

        init() {
            keys = .allocate(capacity: Self.capacity)
            keys.initialize(repeating: 0, count: Self.capacity)
            sums = UnsafeMutableRawPointer.allocate(
                byteCount: Self.capacity * TaggerMemory.stride * MemoryLayout<Int16>.stride, alignment: 128
            ).bindMemory(to: Int16.self, capacity: Self.capacity * TaggerMemory.stride)
        }

        func deallocate() {
            keys.deallocate()
            sums.deallocate()
        }
    }

    private static let stride = Int(SAYSO_SPARSE_LABELS)
    /// A lead that the features of several words hardly ever turn: of 500,000 words of PolNeAR train three quarters have it, and
    /// 180 of them would get another label.
    private static let clearLead: Int16 = 100
    /// A lead of the word's own features that those of its neighbours do not turn: tags on EWT and GUM dev stay what they were;
    /// at 200 a word in a thousand gets another.
    private static let sureLead: Int16 = 300
    private let model: BucketedRows
    let words = TagWalk.makeMemory()
    private let word = Place(), before = Place(), after = Place(), secondAfter = Place()
    private let features = UnsafeMutablePointer<UInt64>.allocate(capacity: TaggerFeatures.capacity)
    private let known = UnsafeMutablePointer<UnsafePointer<Int16>>.allocate(capacity: 4)

    init(_ model: BucketedRows) {
        self.model = model
    }

    deinit {
        for place in [word, before, after, secondAfter] { place.deallocate() }
        features.deallocate()
        known.deallocate()
    }

    /// Whether it was made for these rows, whose sums it remembers.
    func isOf(_ model: BucketedRows) -> Bool { self.model.rows == model.rows }

    /// The label with the highest sum over the rows of all features of a decision.
    @inline(__always)
    func bestLabel(_ context: borrowing TaggerContext, _ rows: UnsafePointer<sayso_sparse_rows>) -> Int {
        let start = (context.isFirst ? 1 : 0) | context.headline.rawValue << 1
        known[0] = sums(.word, word, context.word.key ^ start, context, rows)
        let sure = sayso_sparse_clear(sayso_dense_best_variant(), rows, known, 1, Self.sureLead)
        if sure >= 0 { return Int(sure) }
        known[1] = sums(.before, before, context.before.key, context, rows)
        known[2] = sums(.after, after, context.after.key, context, rows)
        known[3] = sums(.secondAfter, secondAfter, context.after2.key, context, rows)
        let clear = sayso_sparse_clear(sayso_dense_best_variant(), rows, known, 4, Self.clearLead)
        if clear >= 0 { return Int(clear) }
        let count = TaggerFeatures.write(.joint, of: context, to: features)
        return Int(sayso_sparse_best(sayso_dense_best_variant(), rows, features, count, known, 4))
    }

    @inline(__always)
    private func sums(
        _ part: TaggerParts, _ place: Place, _ key: UInt64, _ context: borrowing TaggerContext,
        _ rows: UnsafePointer<sayso_sparse_rows>
    ) -> UnsafePointer<Int16> {
        let slot = Int(truncatingIfNeeded: key &>> 20) & (Place.capacity &- 1)
        let sums = place.sums + slot &* Self.stride
        if place.keys[slot] != key {
            place.keys[slot] = key
            let count = TaggerFeatures.write(part, of: context, to: features)
            sayso_sparse_sum(sayso_dense_best_variant(), rows, features, count, sums)
        }
        return UnsafePointer(sums)
    }
}
