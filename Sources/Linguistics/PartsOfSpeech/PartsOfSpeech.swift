/// The tags of tokens: columns, one entry a token.
public struct PartsOfSpeech: Sendable, Equatable {
    public var universal: [UniversalTag]
    public var penn: [PennTag]

    /// Of tokens that are not tagged yet.
    public init(count: Int) {
        universal = Array(repeating: .other, count: count)
        penn = Array(repeating: .unknown, count: count)
    }
}
