import Linguistics
import Testing

@testable import sayso_train

@Suite("Training names")
struct RandomFieldTests {
    /// Feature 1 is a person's first name, 2 a last name, 3 no name.
    private static let examples: [RandomField.Example] = (0..<40).map { number in
        var example = RandomField.Example()
        example.features = number % 2 == 0 ? [1, 2, 3] : [3, 3, 1]
        example.labels = number % 2 == 0 ? [1, 3, 0] : [0, 0, 4]
        example.bounds = [0, 1, 2, 3]
        return example
    }

    private static func labels(_ field: RandomField, _ features: [UInt64]) -> [UInt8] {
        let scores = features.map { field.scores([$0]) }
        var labels = [UInt8](repeating: 0, count: features.count)
        var decoder = field.decoder
        scores.withUnsafeBufferPointer { scores in
            labels.withUnsafeMutableBufferPointer { decoder.decode(scores, to: $0) }
        }
        return labels
    }

    @Test("A field learns labels and their order")
    func learns() {
        let field = RandomField(Self.examples, RandomField.Settings(epochs: 20, rate: 0.2))
        #expect(Self.labels(field, [1, 2, 3]) == [1, 3, 0])
        #expect(Self.labels(field, [3, 3, 1]) == [0, 0, 4])
        #expect(Self.labels(field, [3, 1, 2]) == [0, 1, 3])
    }

    @Test("The same seed gives the same weights")
    func deterministic() {
        let first = RandomField(Self.examples, RandomField.Settings(seed: 5))
        let second = RandomField(Self.examples, RandomField.Settings(seed: 5))
        #expect(first.weights == second.weights && first.transitions == second.transitions)
        #expect(RandomField(Self.examples, RandomField.Settings(seed: 6)).weights != first.weights)
    }

    @Test("Words that annotators cut up are put together; names keep their ends")
    func words() {
        var document = NameDocument()
        document.append([
            .init(form: "U", nameClass: .place, begins: true), .init(form: ".", nameClass: .place),
            .init(form: "S", nameClass: .place), .init(form: ".", nameClass: .place),
            .init(form: "Gen", nameClass: nil), .init(form: ".", nameClass: nil),
            .init(form: "Lee", nameClass: .person, begins: true), .init(form: "’", nameClass: nil),
            .init(form: "s", nameClass: nil), .init(form: "hat", nameClass: nil),
        ])
        #expect(String(decoding: document.text, as: UTF8.self) == "U.S. Gen. Lee ’s hat\n")
        #expect(document.tokens.count == 5)
        let names = document.names.map { String(decoding: document.text[$0.span.range], as: UTF8.self) }
        #expect(names == ["U.S.", "Lee"])
    }
}
