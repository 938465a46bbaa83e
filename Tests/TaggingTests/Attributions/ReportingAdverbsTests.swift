import Testing

/// Adverbs that leave unsaid who tells.
@Suite struct ReportingAdverbsTests {
    @Test(
        arguments: [
            "⟦content|The thieves⟧ ⟦cue|reportedly⟧ ⟦content indirect|took three paintings⟧.",
            "⟦cue|Reportedly⟧, ⟦content|the thieves took three paintings⟧.",
            "⟦content|The guard⟧ ⟦cue|allegedly⟧ ⟦content|fell asleep⟧.",
            "⟦content|The mayor has⟧ ⟦cue|reportedly⟧ ⟦content|left the town⟧.",
            "⟦content|The painting was⟧ ⟦cue|supposedly⟧ ⟦content|sold to a museum⟧.",
        ] as [MarkedExample])
    func clauses(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "The allegedly stolen car was found.",
            "The ferry left silently at nine.",
        ] as [MarkedExample])
    func noClauses(_ example: MarkedExample) throws { try example.check() }
}
