import CDense
import Learning
import Testing

/// Sums of rows that features find: every variant gives what the definition says.
@Suite struct SparseRowsTests {
    private static let slotsPerBucket = Int(SAYSO_SPARSE_SLOTS)
    private static let stride = Int(SAYSO_SPARSE_LABELS)

    @Test(arguments: [1, 17, 50, 64])
    func equalsTheDefinition(labels: Int) {
        var chance = Chance(seed: UInt64(labels))
        let buckets = 8
        var features: [UInt64] = []
        let slots = UnsafeMutablePointer<UInt32>.allocate(aligned: buckets * Self.slotsPerBucket)
        let rows = UnsafeMutablePointer<Int8>.allocate(aligned: 64 * Self.stride)
        defer {
            slots.deallocate()
            rows.deallocate()
        }
        for bucket in 0..<buckets {
            for place in 0..<7 {
                let row = UInt64(features.count + 1)
                features.append(UInt64(row << 48 | UInt64(bucket)))
                slots[bucket * Self.slotsPerBucket + place] = UInt32(row << 16 | row)
                for label in 0..<labels {
                    rows[Int(row) * Self.stride + label] = .random(in: -127...127, using: &chance)
                }
            }
        }
        var model = sayso_sparse_rows(
            slots: slots, rows: rows, bucket_mask: UInt64(buckets - 1), number_mask: 0xFF, label_count: Int32(labels))
        for _ in 0..<200 {
            var drawn = (0..<Int.random(in: 0...60, using: &chance)).compactMap { _ in
                features.randomElement(using: &chance)
            }
            let sums = (0..<labels).map { label in
                drawn.reduce(0) { $0 + Int(rows[Int($1 >> 48) * Self.stride + label]) }
            }
            let best = sums.indices.reduce(0) { sums[$1] > sums[$0] ? $1 : $0 }
            // What has no row adds nothing.
            drawn.append(200 << 48)
            for variant in 0...sayso_dense_best_variant() {
                #expect(sayso_sparse_best(variant, &model, drawn, drawn.count, [], 0) == Int32(best))
                // Some of the rows summed up before.
                let known = UnsafeMutablePointer<Int16>.allocate(aligned: Self.stride)
                defer { known.deallocate() }
                let part = drawn.count / 3
                sayso_sparse_sum(variant, &model, drawn, part, known)
                let first = (0..<labels).map { Int(known[$0]) }
                let second = first.indices.filter { $0 != first.firstIndex(of: first.max() ?? 0) }.map { first[$0] }
                    .max()
                for margin in [1, 50, 100, 300] {
                    let clear = sayso_sparse_clear(variant, &model, [UnsafePointer(known)], 1, Int16(margin))
                    let leads = second.map { (first.max() ?? 0) - $0 >= margin } ?? true
                    #expect(clear == (leads ? Int32(first.firstIndex(of: first.max() ?? 0) ?? -1) : -1))
                }
                let rest = Array(drawn.dropFirst(part))
                #expect(sayso_sparse_best(variant, &model, rest, rest.count, [UnsafePointer(known)], 1) == Int32(best))
            }
        }
    }
}

extension UnsafeMutablePointer where Pointee: FixedWidthInteger {
    /// Zeros, aligned as the rows of a model are.
    fileprivate static func allocate(aligned count: Int) -> Self {
        let start = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Pointee>.stride, alignment: 128)
            .bindMemory(to: Pointee.self, capacity: count)
        start.initialize(repeating: 0, count: count)
        return start
    }
}
