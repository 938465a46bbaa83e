import Testing

/// Reported speech with a verb: "Smith said that …" in all its orders.
@Suite struct ReportingVerbTests {
    @Test(
        arguments: [
            "⟦source|The mayor⟧ ⟦cue|said⟧ ⟦content indirect statement|that the bridge was safe⟧.",
            "⟦source|Lena Orrick⟧ ⟦cue|argues⟧ ⟦content|that the ferry should run on Sundays⟧.",
            "⟦source|The union⟧ ⟦cue|announced⟧ ⟦content|that it would strike next week⟧.",
            "⟦source|Dr. Ilse Varga⟧ ⟦cue|warned⟧ ⟦content|that the wells were running dry⟧.",
            "⟦source|She⟧ ⟦cue|asked⟧ ⟦content|whether the plan had been costed⟧.",
            "⟦source|Officials⟧ have ⟦cue|confirmed⟧ ⟦content|that two hikers are missing⟧.",
            "⟦source|The ministry⟧ later ⟦cue|admitted⟧ ⟦content|that the figures were wrong⟧.",
            "⟦source|The WHO⟧ ⟦cue|said⟧ ⟦content|that the wells were clean⟧.",
            "⟦source|Officials at the WHO⟧ ⟦cue|warned⟧ ⟦content|that the wells were running dry⟧.",
            "⟦source|Harrow Motors⟧ ⟦cue|reported⟧ ⟦content|that sales fell by a fifth⟧.",
        ] as [MarkedExample])
    func subjectVerbThat(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|The mayor⟧ ⟦cue|said⟧ ⟦content indirect|the bridge was safe⟧.",
            "⟦source|Orrick⟧ ⟦cue|says⟧ ⟦content|the council ignored her⟧.",
            "⟦source|He⟧ ⟦cue|said⟧ ⟦content|he would appeal⟧.",
            "⟦source|Police⟧ ⟦cue|said⟧ ⟦content|a man had been arrested⟧.",
            "⟦source|Residents⟧ ⟦cue|say⟧ ⟦content|there is no water⟧.",
            "⟦source|The company⟧ ⟦cue|said⟧ ⟦content|its profit doubled to $4 million⟧.",
            "⟦source|Marta Quill⟧ ⟦cue|said⟧ ⟦content|neither side had called⟧.",
        ] as [MarkedExample])
    func clauseWithoutThat(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦content indirect|The bridge was safe⟧, ⟦source|the mayor⟧ ⟦cue|said⟧.",
            "⟦content|The talks will go on until Friday⟧, ⟦source|Orrick⟧ ⟦cue|added⟧.",
            "⟦content|The road was closed for two hours⟧, ⟦cue|said⟧ ⟦source|Inspector Hal Venn⟧.",
            "⟦content|Nobody had been told⟧, ⟦cue|said⟧ ⟦source|a spokesman for the port⟧.",
            "⟦content|The price will rise in May⟧, ⟦source|the company⟧ ⟦cue|announced⟧ ⟦time|Tuesday⟧.",
            "⟦content|The bridge⟧, ⟦source|the mayor⟧ ⟦cue|said⟧, ⟦content|was safe⟧.",
            "⟦content|The reactor⟧, ⟦source|engineers⟧ ⟦cue|say⟧, ⟦content|can be restarted in a week⟧.",
            "⟦content|The plan⟧ – ⟦source|she⟧ ⟦cue|said⟧ – ⟦content|would cost too much⟧.",
            "⟦content|The mine⟧ (⟦source|its owners⟧ ⟦cue|say⟧) ⟦content|is safe⟧.",
        ] as [MarkedExample])
    func clauseBeforeVerb(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|The mayor⟧ ⟦cue|told⟧ reporters ⟦content|that the bridge was safe⟧.",
            "⟦source|Orrick⟧ ⟦cue|told⟧ the committee ⟦content|she had seen no report⟧.",
            "⟦source|She⟧ ⟦cue|told⟧ him ⟦content|he was late⟧.",
            "⟦source|Venn⟧ ⟦cue|assured⟧ residents ⟦content|that help was on its way⟧.",
            .known("⟦source|The court⟧ ⟦cue|told⟧ the firm ⟦content|to pay $2 million⟧."),
            "⟦source|The colonel⟧ ⟦cue|told⟧ The Harbour Gazette ⟦content|that the drills would stop⟧.",
            "⟦source|Quill⟧ ⟦cue|warned⟧ lawmakers ⟦time|on Thursday⟧ ⟦content|that the fund was empty⟧.",
        ] as [MarkedExample])
    func hearers(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|The mayor⟧ ⟦cue|said⟧ ⟦time|Monday⟧ ⟦content|that the bridge was safe⟧.",
            "⟦source|The mayor⟧ ⟦cue|said⟧ ⟦time|on Monday⟧ ⟦content|the bridge was safe⟧.",
            "⟦time|On Monday⟧, ⟦source|the mayor⟧ ⟦cue|said⟧ ⟦content|the bridge was safe⟧.",
            "⟦time|Last week⟧ ⟦source|Orrick⟧ ⟦cue|said⟧ ⟦content|that she would resign⟧.",
            "⟦source|Orrick⟧ ⟦cue|said⟧ ⟦time|last month⟧ ⟦content|that she would resign⟧.",
            "⟦source|Orrick⟧ ⟦cue|said⟧ ⟦time|yesterday⟧ ⟦content|she would resign⟧.",
            "⟦time|In June⟧, ⟦source|the bank⟧ ⟦cue|predicted⟧ ⟦content|that rates would fall⟧.",
        ] as [MarkedExample])
    func times(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|The mayor⟧ ⟦cue|said⟧ in an interview ⟦content|that the bridge was safe⟧.",
            "⟦source|Orrick⟧ ⟦cue|said⟧ in a statement ⟦content|that she would appeal⟧.",
            "⟦source|Orrick⟧ ⟦cue|wrote⟧ on her website ⟦content|that the vote was unfair⟧.",
            "⟦source|Orrick⟧ ⟦cue|said⟧ ⟦content|that the vote was void⟧ — a step that nobody expected.",
            "⟦source|Orrick⟧ ⟦cue|said⟧ ⟦content|that the vote was void⟧ — a claim without any proof.",
            "⟦source|The minister⟧ ⟦cue|said⟧ at a news conference in Leeds ⟦content|that tests would begin⟧.",
            "In a letter to members, ⟦source|the union⟧ ⟦cue|said⟧ ⟦content|the offer was too low⟧.",
            "Speaking in Oslo, ⟦source|Varga⟧ ⟦cue|said⟧ ⟦content|the ice was thinner than expected⟧.",
        ] as [MarkedExample])
    func settings(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|Nadia Holm, a spokeswoman for the port⟧, ⟦cue|said⟧ ⟦content|the crane had failed⟧.",
            "⟦source|Piet Aldous, 52, a baker⟧, ⟦cue|said⟧ ⟦content|he had heard the blast⟧.",
            "⟦content|The crane had failed⟧, ⟦cue|said⟧ ⟦source|Nadia Holm, a spokeswoman for the port⟧.",
            "⟦source|The port's director, Nadia Holm⟧, ⟦cue|said⟧ ⟦content|the crane had failed⟧.",
            "⟦source|Aldous (no relation)⟧ ⟦cue|said⟧ ⟦content|the oven was cold⟧.",
            "⟦source|Holm⟧, however, ⟦cue|said⟧ ⟦content|that the crane was new⟧.",
        ] as [MarkedExample])
    func appositions(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|A diver who saw the wreck⟧ ⟦cue|said⟧ ⟦content|the hull was intact⟧.",
            "⟦source|Aldous, who owns the bakery⟧, ⟦cue|said⟧ ⟦content|the fire began upstairs⟧.",
            "⟦source|People who live near the plant⟧ ⟦cue|say⟧ ⟦content|they were never warned⟧.",
            "⟦source|The lawyer, whose client was freed⟧, ⟦cue|said⟧ ⟦content|that the case was over⟧.",
            "⟦source|An official with knowledge of the talks⟧ ⟦cue|said⟧ ⟦content|no date had been set⟧.",
        ] as [MarkedExample])
    func relativeClausesInSources(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            """
            ⟦source:1,2|Holm⟧ ⟦cue:1|said⟧ ⟦content:1|the crane had failed⟧ and ⟦cue:2|added⟧ \
            ⟦content:2|that no one was hurt⟧.
            """,
            """
            ⟦source:1|Holm⟧ ⟦cue:1|said⟧ ⟦content:1|the crane had failed⟧. ⟦source:2|Aldous⟧ ⟦cue:2|denied⟧ \
            ⟦content:2|that it was old⟧.
            """,
            """
            ⟦source:1|Holm⟧ ⟦cue:1|said⟧ ⟦content:1|the crane had failed⟧, but ⟦source:2|Aldous⟧ ⟦cue:2|said⟧ \
            ⟦content:2|it was never used⟧.
            """,
            """
            ⟦source:1,2|Holm⟧ ⟦cue:1|said⟧ ⟦content:1|the crane had failed⟧, ⟦cue:2|adding⟧ \
            ⟦content:2|that no one was hurt⟧.
            """,
            """
            ⟦source:1|Holm⟧ ⟦cue:1|said⟧ ⟦content:1|the crane had failed⟧, while ⟦source:2|workers⟧ ⟦cue:2|said⟧ \
            ⟦content:2|it had been overloaded⟧.
            """,
            "⟦source|Varga⟧ left the hall, ⟦cue|saying⟧ ⟦content|that she had heard enough⟧.",
            "⟦source:1|Holm⟧ ⟦cue:1|said⟧ and ⟦source:2|Aldous⟧ ⟦cue:2|confirmed⟧ ⟦content:1,2|that the crane had failed⟧.",
            "⟦source:1,2|Holm⟧ ⟦cue:1|said⟧ and later ⟦cue:2|repeated⟧ ⟦content:1,2|that the crane had failed⟧.",
        ] as [MarkedExample])
    func severalClauses(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|The minister⟧ did not ⟦cue negated|say⟧ ⟦content|that the bridge was safe⟧.",
            "⟦source|Orrick⟧ never ⟦cue negated|said⟧ ⟦content|she would resign⟧.",
            "⟦source|The firm⟧ hasn't ⟦cue negated|confirmed⟧ ⟦content|that it will close⟧.",
            "⟦source|Holm⟧ ⟦cue|denied⟧ ⟦content statement|that the crane was old⟧.",
        ] as [MarkedExample])
    func negation(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|Orrick⟧ ⟦cue belief|believes⟧ ⟦content indirect|that the vote was unfair⟧.",
            "⟦source|Many residents⟧ ⟦cue belief|think⟧ ⟦content|the plan will fail⟧.",
            "⟦source|Analysts⟧ ⟦cue belief|expect⟧ ⟦content|the bank to cut rates⟧.",
            "⟦source|The council⟧ ⟦cue intention|plans⟧ ⟦content|to close the pool⟧.",
            "⟦source|She⟧ ⟦cue intention|wants⟧ ⟦content|to run again⟧.",
            "⟦source|Varga⟧ ⟦cue knowledge|knew⟧ ⟦content|that the wells were dry⟧.",
            "⟦source|The panel⟧ ⟦cue knowledge|found⟧ ⟦content|that the brakes had failed⟧.",
            "⟦source|The firm⟧ ⟦cue intention|hopes⟧ ⟦content|to hire 200 people⟧.",
        ] as [MarkedExample])
    func attitudes(_ example: MarkedExample) throws { try example.check() }
}
