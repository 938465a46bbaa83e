import Testing

@testable import Linguistics

@Suite("Name labels")
struct NameLabelTests {
    private static func names(_ labels: [UInt8]) -> [String] {
        var names: [String] = []
        labels.withUnsafeBufferPointer { labels in
            NameLabel.forEachName(in: labels, labels.indices) { range, code in
                names.append("\(range.lowerBound)-\(range.upperBound) \(code)")
            }
        }
        return names
    }

    @Test("Labels spell the names they were made from", arguments: NameClass.allCases, [1, 2, 3, 5])
    func roundTrip(nameClass: NameClass, count: Int) {
        let labels = [NameLabel.outside] + NameLabel.labels(nameClass, count: count) + [NameLabel.outside]
        #expect(Self.names(labels) == ["1-\(1 + count) \(nameClass.rawValue)"])
        for (label, next) in zip(labels, labels.dropFirst()) { #expect(NameLabel.allows(Int(label), Int(next))) }
    }

    @Test("Neighbours of one class stay apart")
    func neighbours() {
        let labels = NameLabel.labels(.person, count: 2) + NameLabel.labels(.person, count: 1)
        #expect(Self.names(labels) == ["0-2 0", "2-3 0"])
    }

    @Test("The decoder takes the best allowed path")
    func decoder() {
        var decoder = NameDecoder(transitions: [Float](repeating: 0, count: 256))
        let inside = 2
        var scores = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: 3)
        // "Inside" is best everywhere but cannot stand alone.
        for atom in 0..<3 { scores[atom][inside] = 5 }
        scores[0][1] = 2
        scores[2][3] = 2
        var labels = [UInt8](repeating: 9, count: 3)
        scores.withUnsafeBufferPointer { scores in
            labels.withUnsafeMutableBufferPointer { decoder.decode(scores, to: $0) }
        }
        #expect(labels == [1, 2, 3])
    }
}
