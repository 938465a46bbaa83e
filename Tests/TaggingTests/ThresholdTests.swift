import Segmentation
import Testing
import TextModel

@testable import Tagging

/// The least confidence that the tagger keeps.
@Suite struct ThresholdTests {
    /// Plain statements, and words that attribute now and then.
    private static let text = """
        The mayor said that the bridge was safe. Workers praised the new crane, which meant a longer day for them.
        The report shows a loss. He pointed to the harbour and thought of home. The firm suggested a picnic, and critics \
        mocked the plan. Voters see a town in debt, Finch feels. “It is old,” she noted, recalling the storm.
        """

    private func found(_ threshold: Double) -> [Attribution] {
        Tagger(threshold: threshold).tag(Program.segmenter.segment(Article(text: Array(Self.text.utf8)))).attributions
    }

    @Test func aLowerOneOnlyAdds() {
        let usual = found(Tagger.usualThreshold)
        var last = usual.count
        for threshold in [0.1, 0.02, 0] {
            let more = found(threshold)
            #expect(more.count >= last)
            #expect(more.allSatisfy { $0.confidence >= threshold })
            for attribution in usual {
                #expect(
                    more.contains { $0.cue == attribution.cue && $0.content == attribution.content }, "\(attribution)")
            }
            last = more.count
        }
        #expect(last > usual.count)
    }

    @Test func aHigherOneOnlyTakesAway() {
        let usual = found(Tagger.usualThreshold)
        let sure = found(0.8)
        #expect(sure.count < usual.count && sure.allSatisfy { $0.confidence >= 0.8 })
        #expect(sure.allSatisfy { usual.map(\.cue).contains($0.cue) })
    }
}
