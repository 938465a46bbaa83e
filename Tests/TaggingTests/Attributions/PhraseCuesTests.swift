import Testing

/// Phrases that attribute without a verb of their own.
@Suite struct PhraseCuesTests {
    @Test(
        arguments: [
            "⟦cue|In⟧ ⟦source|Holm⟧’s ⟦cue|view⟧, ⟦content|the dam is sound⟧.",
            "⟦cue|In the view of⟧ ⟦source|the engineers⟧, ⟦content|the dam is sound⟧.",
            "⟦cue|In⟧ ⟦source|her⟧ ⟦cue|opinion⟧, ⟦content|the dam is sound⟧.",
            "⟦content|The dam⟧, ⟦cue|in⟧ ⟦source|her⟧ ⟦cue|opinion⟧, ⟦content|is sound⟧.",
            "⟦cue|In the words of⟧ ⟦source|the mayor⟧, ⟦content direct|“the dam is sound.”⟧",
            "⟦cue|In⟧ ⟦source|the minister⟧’s ⟦cue|considered judgment⟧, ⟦content|the dam is sound⟧.",
        ] as [MarkedExample])
    func views(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦cue|As⟧ ⟦source|the mayor⟧ ⟦cue|put it⟧, ⟦content direct|“the dam is sound.”⟧",
            "⟦content direct|“The dam is sound,”⟧ ⟦cue|as⟧ ⟦source|the mayor⟧ ⟦cue|put it⟧.",
            "⟦content direct|“The dam is sound,”⟧ ⟦cue|as⟧ ⟦source|she⟧ later ⟦cue|put it⟧.",
        ] as [MarkedExample])
    func asPutIt(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦content|The dam is sound⟧, ⟦cue|per⟧ ⟦source|two officials⟧.",
            "⟦cue|Per⟧ ⟦source|the report⟧, ⟦content|the dam is sound⟧.",
        ] as [MarkedExample])
    func per(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "The boat came in view of the pier at noon.", "The ferry costs 4 dollars per person, per trip.",
        ] as [MarkedExample])
    func noAttributions(_ example: MarkedExample) throws { try example.check() }
}
