import Testing

/// What was not said.
@Suite struct NegationTests {
    @Test(
        arguments: [
            "⟦source|The minister⟧ did not ⟦cue negated|say⟧ ⟦content|that the bridge was safe⟧.",
            "⟦source|The minister⟧ has never ⟦cue negated|said⟧ ⟦content|that the bridge was safe⟧.",
            "⟦source|Orrick⟧ never ⟦cue negated|said⟧ ⟦content|she would resign⟧.",
            "⟦source|Nobody⟧ ⟦cue negated|said⟧ ⟦content|that the bridge was safe⟧.",
            "⟦source|No official⟧ ⟦cue negated|confirmed⟧ ⟦content|that the bridge was safe⟧.",
            "⟦source|He⟧ left without ⟦cue negated|saying⟧ ⟦content|that the bridge was safe⟧.",
            "⟦source|She⟧ isn't ⟦cue negated|saying⟧ ⟦content|that the bridge is safe⟧.",
            "⟦source|I⟧ don't ⟦cue negated|think⟧ ⟦content|that the bridge is safe⟧.",
            "⟦source|Holm⟧ did not ⟦cue negated|deny⟧ ⟦content|that the crane was old⟧.",
            "⟦source|The minister⟧ can hardly ⟦cue negated|claim⟧ ⟦content|that the bridge was safe⟧.",
            "⟦source|Officials⟧ failed to ⟦cue negated|mention⟧ ⟦content|that the bridge was closed⟧.",
            "⟦source|The firm⟧ hasn't ⟦cue negated|confirmed⟧ ⟦content|that it will close⟧.",
        ] as [MarkedExample])
    func denied(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|Holm⟧ ⟦cue|denied⟧ ⟦content|that the crane was old⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ ⟦content|that nobody was hurt⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ ⟦content|she did not know⟧.",
            .known("⟦source|Holm⟧ not only ⟦cue|said⟧ ⟦content|that the crane had failed⟧ but also left."),
        ] as [MarkedExample])
    func notDenied(_ example: MarkedExample) throws { try example.check() }
}
