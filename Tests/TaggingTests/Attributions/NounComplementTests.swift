import Testing

/// Where the clause of a cue noun ends.
@Suite struct NounComplementTests {
    @Test(
        arguments: [
            "The ⟦cue|allegation⟧ ⟦content|that the firm paid bribes⟧ was dropped.",
            "The ⟦cue|claim⟧ ⟦content|that the vote was rigged⟧ has no basis.",
            "⟦source|Her⟧ ⟦cue belief|belief⟧ ⟦content|that the sea will rise⟧ is widely shared.",
            "⟦source|Holm⟧’s ⟦cue|warning⟧ ⟦content|that the dam could fail⟧ was ignored.",
            "The ⟦cue|claim⟧ ⟦content|that those who paid would be served first⟧ was false.",
            .known("⟦source|Finch⟧’s ⟦cue|claim⟧ ⟦content|that the bridge was safe⟧ angered residents."),
            .known("⟦cue|Rumours⟧ ⟦content|that the bank was failing⟧ spread quickly."),
        ] as [MarkedExample])
    func subjects(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "There is ⟦cue|speculation⟧ ⟦content|that the coach will leave⟧.",
            "Voters laughed at ⟦source|his⟧ ⟦cue|claim⟧ ⟦content|that the bridge was safe and would stay open⟧.",
        ] as [MarkedExample])
    func objects(_ example: MarkedExample) throws { try example.check() }
}
