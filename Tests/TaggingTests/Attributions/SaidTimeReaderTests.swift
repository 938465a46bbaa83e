import Testing

/// When it was said.
@Suite struct SaidTimeReaderTests {
    @Test(
        arguments: [
            "⟦source|Holm⟧ ⟦cue|told⟧ the inquiry ⟦time|on 18 July⟧ ⟦content|that the crane had failed⟧.",
            "⟦source|Holm⟧ ⟦time|on Monday⟧ ⟦cue|said⟧ ⟦content|the crane had failed⟧.",
            "⟦content direct|“The crane failed,”⟧ ⟦source|Holm⟧ ⟦cue|said⟧ in Oslo ⟦time|on Friday⟧.",
            "⟦content direct|“The crane failed,”⟧ ⟦cue|said⟧ ⟦source|Holm⟧ ⟦time|last week⟧.",
            "⟦content direct|\"The bridge is safe,\"⟧ ⟦source|Finch⟧ ⟦cue|told⟧ reporters ⟦time|on Monday⟧.",
            "⟦content|The crane had failed⟧, ⟦source|Holm⟧ ⟦cue|told⟧ reporters ⟦time|Thursday⟧.",
            "⟦time|In June 2018⟧, ⟦source|Holm⟧ ⟦cue|said⟧ ⟦content|that the crane had failed⟧.",
            "⟦time|Three weeks ago⟧, ⟦source|Holm⟧ ⟦cue|said⟧ ⟦content|that the crane had failed⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ ⟦time|late on Sunday⟧ ⟦content|that the crane had failed⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ ⟦time|this morning⟧ ⟦content|that the crane had failed⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ ⟦time|two days earlier⟧ ⟦content|that the crane had failed⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ ⟦time|in 2016⟧ ⟦content|that the crane had failed⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ ⟦time|at the weekend⟧ ⟦content|that the crane had failed⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ ⟦time|on Sept. 11, 2018⟧, ⟦content|that the crane had failed⟧.",
        ] as [MarkedExample])
    func times(_ example: MarkedExample) throws { try example.check() }

    /// The time of what is told is no time of the telling.
    @Test(arguments: [
        "Holm said the crane failed on Monday.", "Holm said that on Monday the crane failed.",
        "“The crane failed on Monday,” Holm said.", "“It failed,” Holm, who left on Monday, said.",
    ])
    func otherTimes(text: String) throws {
        let found = try #require(Program.tag(text).attributions.first)
        #expect(found.saidTime == nil)
    }
}
