import Learning
import Testing

@Suite("Rows in buckets")
struct BucketedRowsTests {
    /// The number of a feature's row, as sparse.h looks it up.
    private static func row(of feature: UInt64, in model: BucketedRows) -> Int {
        let bucket = Int(feature & model.bucketMask) * BucketedRows.slotsPerBucket
        let tag = UInt32(feature >> 32) & ~model.numberMask
        for slot in bucket..<(bucket + BucketedRows.slotsPerBucket)
        where model.slots[slot] & ~model.numberMask == tag {
            return Int(model.slots[slot] & model.numberMask)
        }
        return 0
    }

    private static func rows(count: Int) -> TrainedRows {
        TrainedRows(
            labelCount: 2, features: (0..<count).map { FeatureHash.combine(7, UInt64($0)) },
            counts: (0..<count).map { UInt32(count - $0) }, weights: (0..<2 * count).map { Float($0 % 2 * 2 - 1) })
    }

    private static func model(_ rows: TrainedRows, buckets: Int) throws -> (model: BucketedRows, kept: Int) {
        var writer = ModelFileWriter(kind: "test", revision: 1)
        let kept = rows.writeBuckets(to: &writer, name: "t", buckets: buckets, leavingOutBelow: 0.5, cuttingAt: 1)
        return (try BucketedRows(ModelFile(ModelBytes(copying: writer.file())), name: "t"), kept)
    }

    @Test("Every feature finds its row, and what is unknown finds row 0, which is all zeros")
    func finds() throws {
        let rows = Self.rows(count: 300)
        let (model, kept) = try Self.model(rows, buckets: 64)
        #expect(kept == 300)
        for (number, feature) in rows.features.enumerated() {
            #expect(Self.row(of: feature, in: model) == number + 1)
        }
        #expect(model.rows[BucketedRows.stride] == -127 && model.rows[BucketedRows.stride + 1] == 127)
        #expect((0..<BucketedRows.stride).allSatisfy { model.rows[$0] == 0 })
        #expect(Self.row(of: FeatureHash.combine(8, 1), in: model) == 0)
    }

    @Test("A bucket that is full leaves out the rare features, and its last slot stays empty")
    func overflows() throws {
        let rows = Self.rows(count: 300)
        let (model, kept) = try Self.model(rows, buckets: 2)
        #expect(kept == 2 * (BucketedRows.slotsPerBucket - 1))
        #expect(Self.row(of: rows.features[0], in: model) == 1)
        #expect(Self.row(of: rows.features[299], in: model) == 0)
        #expect(model.slots[BucketedRows.slotsPerBucket - 1] == 0)
    }

    @Test("Slots that point outside the rows are refused")
    func hostileSlots() throws {
        var writer = ModelFileWriter(kind: "test", revision: 1)
        writer.add("t.shape", [UInt32(2), 2, 3])
        writer.add("t.rows", [Int8](repeating: 0, count: 2 * BucketedRows.stride))
        writer.add("t.buckets", [UInt32](repeating: 2, count: BucketedRows.slotsPerBucket))
        let file = try ModelFile(ModelBytes(copying: writer.file()))
        #expect(throws: LearningError.malformedSection("t.buckets", reason: "do not fit the rows")) {
            try BucketedRows(file, name: "t")
        }
    }
}
