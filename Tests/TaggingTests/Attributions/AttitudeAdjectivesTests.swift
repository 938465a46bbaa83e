import Testing

/// Adjectives behind "be" and its like that say what somebody thinks, knows or wants.
@Suite struct AttitudeAdjectivesTests {
    @Test(
        arguments: [
            "⟦source|The mayor⟧ is ⟦cue belief|confident⟧ ⟦content|that the dam is sound⟧.",
            "⟦source|Officials⟧ were ⟦cue knowledge|aware⟧ ⟦content|that the wells were dry⟧.",
            "⟦source|She⟧ remains ⟦cue belief|hopeful⟧ ⟦content|that the talks will resume⟧.",
            "⟦source|Holm⟧ was ⟦cue statement|adamant⟧ ⟦content|that the crane had not failed⟧.",
            "⟦source|The union⟧ is not ⟦cue belief negated|sure⟧ ⟦content|that the plan will work⟧.",
        ] as [MarkedExample])
    func attribute(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "The road was clear by noon.", "A confident team won the final.", "It is certain to rain in the north.",
        ] as [MarkedExample])
    func othersDoNot(_ example: MarkedExample) throws { try example.check() }
}
