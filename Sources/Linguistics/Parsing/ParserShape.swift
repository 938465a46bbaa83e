/// The sizes of a parser's network; training chooses them, the model file has them.
///
/// Each word is a vector of `wordWidth + affixWidth + tagWidth` numbers, which `layers` recurrent layers turn into one
/// that knows its sentence. A decision adds up one row of `hidden` numbers for each thing that it looks at.
public struct ParserShape: Equatable, Sendable {
    public var wordWidth = 64
    public var affixWidth = 32
    public var tagWidth = 32
    public var layers = 3
    public var hidden = 128

    public init() {}

    /// Numbers of a word's vector, in every layer.
    public var width: Int { wordWidth + affixWidth + tagWidth }

    /// Decisions: shift, then attach left, then attach right, by relation; with room to a multiple of 64 in training and
    /// of 16 in a model file.
    public static let decisions = 1 + 2 * DependencyRelation.allCases.count
    public static let decisionStride = (decisions + 63) / 64 * 64
    public static let decisionColumns = (decisions + 15) / 16 * 16

    /// In the order in which a model file keeps them.
    var numbers: [Int32] { [wordWidth, affixWidth, tagWidth, layers, hidden].map { Int32($0) } }

    /// Nil for sizes that no network can have.
    init?(_ numbers: some Collection<Int32>) {
        guard numbers.count == 5, numbers.allSatisfy({ (1...1024).contains($0) }) else { return nil }
        let numbers = numbers.map { Int($0) }
        (wordWidth, affixWidth, tagWidth) = (numbers[0], numbers[1], numbers[2])
        (layers, hidden) = (numbers[3], numbers[4])
        guard layers <= 8, width % 32 == 0 else { return nil }
        guard [wordWidth, affixWidth, tagWidth, hidden].allSatisfy({ $0 % 16 == 0 }) else { return nil }
    }
}
