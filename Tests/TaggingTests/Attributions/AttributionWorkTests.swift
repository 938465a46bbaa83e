import TestSupport
import Testing

/// Sentences that no person wrote: each is one, and every word or two is a cue.
@Suite struct AttributionWorkTests {
    @Test(
        "Eight times the text takes about eight times as long",
        arguments: [
            "Smith said it was so, ", "Smith said - ", "said ", "he said that she said that ", "“a” said ",
            "according to Smith ", "Kim believes he has and is ", "“quote ", "Jones — a man — said ", "the claim that ",
            "asked whether, ", "X: ", "( said ", "and said ",
            "said in his view, ", "citing officials, ", "reportedly said ", "the claim that was ", "as he put it, ",
            "Q: A: ",
            "through a spokesman ",
        ])
    func linear(_ shape: String) {
        let small = text(of: shape, bytes: 40_000), large = text(of: shape, bytes: 320_000)
        #expect(Growth.of({ _ = Program.tag(small) }, { _ = Program.tag(large) }, within: 20) <= 20)
    }

    private func text(of shape: String, bytes: Int) -> [UInt8] {
        Array(String(repeating: shape, count: bytes / shape.utf8.count).utf8)
    }
}
