import Testing

/// Turns of transcripts and interviews.
@Suite struct TranscriptTests {
    @Test(
        arguments: [
            "⟦source:1|Gil Ferrars⟧⟦cue:1|:⟧ ⟦content:1 direct|Did you see the wreck?⟧\n\n⟦source:2|Soo-ah Merrick⟧⟦cue:2|:⟧ ⟦content:2 direct|There was a part of the hull.⟧",
            "⟦source:1|MR. ODELL (for the owners)⟧⟦cue:1|:⟧ ⟦content:1 direct|Madam Chair, there is no letter in the files.⟧\n\n⟦source:2|CHAIR⟧⟦cue:2|:⟧ ⟦content:2 direct|Thank you very much.⟧",
            "⟦source:1|GF⟧⟦cue:1|:⟧ ⟦content:1 direct|Did you see the wreck?⟧\n\n⟦source:2|SM⟧⟦cue:2|:⟧ ⟦content:2 direct|There was a part of the hull.⟧",
            "**⟦source:1|Gil Ferrars⟧⟦cue:1|:⟧** ⟦content:1 direct|Did you see the wreck?⟧\n\n**⟦source:2|Soo-ah Merrick⟧⟦cue:2|:⟧** ⟦content:2 direct|There was a part of the hull.⟧",
            "⟦source|Ada Finch (@adafinch)⟧⟦cue|:⟧ ⟦content|The bridge is safe.⟧",
            "⟦source:1|Anna van Dyke⟧⟦cue:1|:⟧ ⟦content:1|Where were you on the night of the fire?⟧\n\n⟦source:2|Holm⟧⟦cue:2|:⟧ ⟦content:2|At home, with my brother.⟧",
        ] as [MarkedExample])
    func names(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source:1|Q⟧⟦cue:1|:⟧ ⟦content:1 direct|Did you see the wreck?⟧\n\n⟦source:2|A⟧⟦cue:2|:⟧ ⟦content:2 direct|There was a part of the hull.⟧",
            "⟦source:1|Q.⟧ ⟦content:1|Did you see the wreck?⟧\n\n⟦source:2|A.⟧ ⟦content:2|There was a part of the hull.⟧\n\n⟦source:3|Q.⟧ ⟦content:3|And the crew?⟧\n\n⟦source:4|A.⟧ ⟦content:4|Nobody.⟧",
            "**⟦source:1|Q⟧⟦cue:1|:⟧** ⟦content:1|Did you see the wreck?⟧\n\n**⟦source:2|A⟧⟦cue:2|:⟧** ⟦content:2|There was a part of the hull.⟧",
            "Mr. A. Holm left the harbour on Sunday.\n\nQ. Venn stayed at home.",
        ] as [MarkedExample])
    func letters(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source:1|Ferrars⟧⟦cue:1|:⟧ ⟦content:1|Did you see the wreck?⟧\n\n⟦source:2|Merrick⟧⟦cue:2|:⟧ ⟦content:2|There was a part of the hull.\n\nThe rest was gone.⟧\n\n⟦source:3|Ferrars⟧⟦cue:3|:⟧ ⟦content:3|And the crew?⟧\n\n⟦source:4|Merrick⟧⟦cue:4|:⟧ ⟦content:4|Nobody was there.⟧\n\nThe inquiry goes on in May.",
            "⟦source:1|Ferrars⟧⟦cue:1|:⟧ ⟦content:1|Did you see the wreck?⟧\n\n⟦source:2|Merrick⟧⟦cue:2|:⟧ ⟦content:2|There was a part of the hull.⟧\n\n(Laughter.)\n\n⟦source:3|Ferrars⟧⟦cue:3|:⟧ ⟦content:3|And the crew?⟧\n\n⟦source:4|Merrick⟧⟦cue:4|:⟧ ⟦content:4|Nobody was there.⟧",
        ] as [MarkedExample])
    func severalParagraphs(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "Doors open: 7 p.m. Tickets: $12.",
            "ANALYSIS: The long road to the sea.",
        ] as [MarkedExample])
    func noTurns(_ example: MarkedExample) throws { try example.check() }
}
