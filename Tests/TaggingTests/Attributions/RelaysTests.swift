import Testing

/// Intermediate sources: through whom, or from whom.
@Suite struct RelaysTests {
    @Test(
        arguments: [
            "⟦content|The merger was off⟧, ⟦source|the Harbour Gazette⟧ ⟦cue|reported⟧, citing ⟦via|two people close to the talks⟧.",
            "⟦source|The Gazette⟧ ⟦cue|reported⟧, citing ⟦via|a ministry official⟧, ⟦content|that talks had failed⟧.",
            "⟦source|The Gazette⟧, quoting ⟦via|a ministry official⟧, ⟦cue|reported⟧ ⟦content|that talks had failed⟧.",
            "⟦content|The crane had failed⟧, ⟦cue|according to⟧ ⟦source|a report⟧ citing ⟦via|two engineers⟧.",
        ] as [MarkedExample])
    func citations(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|Holm⟧ ⟦cue|said⟧ through ⟦via|a spokesman⟧ ⟦content|that she would not resign⟧.",
            "⟦source|Holm⟧ ⟦cue|said⟧ via ⟦via|her lawyer⟧ ⟦content|that she would not resign⟧.",
            "⟦source|Holm⟧ ⟦cue|told⟧ the court through ⟦via|an interpreter⟧ ⟦content|that she was cold⟧.",
        ] as [MarkedExample])
    func spokesmen(_ example: MarkedExample) throws { try example.check() }

    @Test func whatIsCitedButIsNobodyIsAContent() throws {
        let tagged = Program.tag("The bank cut its forecast, the Gazette reported, citing low prices.")
        #expect(tagged.attributions.allSatisfy { $0.via == nil })
    }
}
