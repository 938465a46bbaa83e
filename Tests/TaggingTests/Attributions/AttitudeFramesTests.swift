import Testing

@testable import Tagging

/// Attitudes by lemma and frame.
@Suite struct AttitudeFramesTests {
    @Test(
        arguments: [
            "⟦source|She⟧ ⟦cue statement|agreed⟧ ⟦content|that the wells were dry⟧.",
            "⟦source|The council⟧ ⟦cue intention|decided⟧ ⟦content|to close the pool⟧.",
            "⟦source|Residents⟧ ⟦cue belief|fear⟧ ⟦content|that the dam will fail⟧.",
            "⟦source|She⟧ ⟦cue knowledge|learned⟧ ⟦content|that the wells were dry⟧.",
            "⟦source|The study⟧ ⟦cue knowledge|shows⟧ ⟦content|that eels are dying⟧.",
            "⟦source|The firm⟧ is ⟦cue belief|convinced⟧ ⟦content|that the dam is sound⟧.",
            "⟦source|Investors⟧ are ⟦cue belief|worried⟧ ⟦content|that rates will rise⟧.",
            "⟦source|She⟧ ⟦cue statement|promised⟧ ⟦content|to run again⟧.",
            "⟦source|She⟧ ⟦cue knowledge|remembers⟧ ⟦content|that the wells were dry⟧.",
        ] as [MarkedExample])
    func frames(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦content direct|“It will fail,”⟧ ⟦source|Orrick⟧ ⟦cue statement|believes⟧."
        ] as [MarkedExample])
    func quotationsAreStatements(_ example: MarkedExample) throws { try example.check() }

    @Test func theFirstLineThatFitsCounts() {
        let frames = AttitudeFrames.shared
        #expect(frames.attitude(of: "agree", .finite, .infinitive) == .intention)
        #expect(frames.attitude(of: "agree", .finite, .that) == nil)
        #expect(frames.attitude(of: "learn", .gerund, .that) == .knowledge)
        #expect(frames.attitude(of: "no such verb", .finite, .that) == nil)
    }
}
