import Learning
import Testing

@Suite("Linear models")
struct LinearModelTests {
    /// Learns to tell which of four labels a set of three features was drawn for.
    private static func train(seed: UInt64) -> TrainedRows {
        var chance = Chance(seed: seed)
        var perceptron = AveragedPerceptron(labelCount: 4)
        var scores = [Float](repeating: 0, count: 4)
        for _ in 0..<4000 {
            let truth = Int.random(in: 0..<4, using: &chance)
            let rows = example(of: truth, &chance).map { perceptron.row(of: $0) }
            rows.withUnsafeBufferPointer { rows in
                perceptron.score(rows, into: &scores)
                perceptron.update(rows, truth: truth, guess: best(scores))
            }
            perceptron.advance()
        }
        return perceptron.averaged()
    }

    /// Features 0 to 99 speak for a label, the others are noise.
    private static func example(of label: Int, _ chance: inout Chance) -> [UInt64] {
        let telling = UInt64(label * 25 + Int.random(in: 0..<25, using: &chance))
        let noise = (0..<2).map { _ in UInt64.random(in: 100..<400, using: &chance) }
        return ([telling] + noise).map { FeatureHash.combine(1, $0) }
    }

    private static func best<Score: Comparable>(_ scores: [Score]) -> Int {
        scores.indices.dropFirst().reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    }

    private static func file<Weight: QuantizedWeight>(_ rows: TrainedRows, as type: Weight.Type) -> [UInt8] {
        var writer = ModelFileWriter(kind: "test", revision: 1)
        rows.write(to: &writer, name: "test", as: type, leavingOutBelow: 0.01)
        return writer.file()
    }

    private static func accuracy<Weight: QuantizedWeight>(_ model: LinearModel<Weight>) -> Double {
        var chance = Chance(seed: 99)
        var right = 0
        for _ in 0..<2000 {
            let truth = Int.random(in: 0..<4, using: &chance)
            var sums = [Weight.Sum](repeating: 0, count: model.stride)
            for feature in example(of: truth, &chance) { model.add(feature, to: &sums) }
            if best(Array(sums.prefix(4))) == truth { right += 1 }
        }
        return Double(right) / 2000
    }

    @Test("A trained and rounded model knows what it was taught")
    func learns() throws {
        let rows = Self.train(seed: 1)
        let bytes = try ModelFile(ModelBytes(copying: Self.file(rows, as: Int8.self)))
        #expect(Self.accuracy(try LinearModel<Int8>(bytes, name: "test")) > 0.97)
        let words = try ModelFile(ModelBytes(copying: Self.file(rows, as: Int16.self)))
        #expect(Self.accuracy(try LinearModel<Int16>(words, name: "test")) > 0.97)
    }

    @Test("The same seed gives the same bytes, another seed others")
    func isDeterministic() {
        let first = Self.file(Self.train(seed: 5), as: Int8.self)
        #expect(first == Self.file(Self.train(seed: 5), as: Int8.self))
        #expect(first != Self.file(Self.train(seed: 6), as: Int8.self))
    }

    @Test("Rounded weights are within half a step of the trained ones; rows below the threshold are left out")
    func rounding() throws {
        let rows = TrainedRows(
            labelCount: 3, features: [11, 22, 33], counts: [1, 5, 2], weights: [1, -4, 0.3, 0.2, 0.1, 0, -2, 2, 8])
        var writer = ModelFileWriter(kind: "test", revision: 1)
        #expect(rows.write(to: &writer, name: "t", as: Int8.self, leavingOutBelow: 0.5, cuttingAt: 4) == 2)
        let model = try LinearModel<Int8>(ModelFile(ModelBytes(copying: writer.file())), name: "t")
        #expect(model.row(of: 22) == nil)
        let row = try #require(model.row(of: 11))
        for (label, weight) in [1, -4, 0.3].enumerated() {
            #expect(abs(Float(row[label]) / model.scale - Float(weight)) <= 0.5 / model.scale)
        }
        let cut = try #require(model.row(of: 33))
        #expect(cut[2] == 127)
    }

    @Test("Averages are the mean of the weights over the steps")
    func averages() {
        var perceptron = AveragedPerceptron(labelCount: 2)
        let rows = [perceptron.row(of: 1)]
        rows.withUnsafeBufferPointer { rows in
            perceptron.advance()
            perceptron.update(rows, truth: 0, guess: 1)
            perceptron.advance()
            perceptron.advance()
            perceptron.update(rows, truth: 1, guess: 0, by: 2)
            perceptron.advance()
        }
        // As the five steps began, label 0 weighed 0, 0, 1, 1, -1.
        let sums: [Float] = perceptron.averaged().weights.map { ($0 * 5).rounded() }
        #expect(sums == [1, -1])
    }

    @Test("Tables that point outside the rows are refused")
    func hostileTable() throws {
        var writer = ModelFileWriter(kind: "test", revision: 1)
        writer.add("t.shape", [UInt32(2), 1])
        writer.add("t.bits", [UInt32(2)])
        writer.add("t.scale", [Float(1)])
        writer.add("t.slots", [UInt32(3), 0])
        writer.add("t.rows", [Int8](repeating: 0, count: 16))
        let file = try ModelFile(ModelBytes(copying: writer.file()))
        #expect(throws: LearningError.malformedSection("t.slots", reason: "do not fit the numbers")) {
            try LinearModel<Int8>(file, name: "t")
        }
    }
}
