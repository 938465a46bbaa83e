import Testing

/// Quoted speech: direct and mixed quotations, in one piece or several.
@Suite struct QuotationTests {
    @Test(
        arguments: [
            "⟦content direct|“The bridge is safe,”⟧ ⟦source|the mayor⟧ ⟦cue|said⟧.",
            "⟦content direct|“The bridge is safe,”⟧ ⟦cue|said⟧ ⟦source|Mayor Ada Finch⟧.",
            "⟦content direct|\"The bridge is safe,\"⟧ ⟦source|Finch⟧ ⟦cue|told⟧ reporters ⟦time|on Monday⟧.",
            "⟦content direct|“Nobody knew,”⟧ ⟦cue|admitted⟧ ⟦source|one of the engineers⟧.",
            "⟦content direct|“Is it safe?”⟧ ⟦source|she⟧ ⟦cue|asked⟧.",
            "⟦content direct|“Get out!”⟧ ⟦cue|shouted⟧ ⟦source|the driver⟧.",
            "⟦content direct|“We lost everything,”⟧ ⟦cue|said⟧ ⟦source|Piet Aldous, a baker⟧.",
            "⟦content direct|“We lost everything,”⟧ ⟦cue|said⟧ ⟦source|Aldous, who has run the shop since 1990⟧.",
            "⟦content direct|“Nothing has changed,”⟧ ⟦source|he⟧ ⟦cue|wrote⟧ in a letter.",
            "⟦content direct|“It is our contribution to a worldwide effort”⟧, ⟦source|she⟧ ⟦cue|said⟧.",
        ] as [MarkedExample])
    func quotationThenCue(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|The mayor⟧ ⟦cue|said⟧: ⟦content direct|“The bridge is safe.”⟧",
            "⟦source|The mayor⟧ ⟦cue|said⟧, ⟦content direct|“The bridge is safe.”⟧",
            "⟦source|Finch⟧ ⟦cue|told⟧ reporters: ⟦content direct|“We checked it twice.”⟧",
            "⟦source|She⟧ ⟦cue|wrote⟧ on Twitter: ⟦content direct|“Not again.”⟧",
            "⟦source|Finch⟧ ⟦cue|tweeted⟧: ⟦content direct|“Not again.”⟧",
            "⟦source|Finch⟧ ⟦cue|said⟧ ⟦content mixed|that the bridge was “perfectly safe”⟧.",
            "⟦source|Finch⟧ ⟦cue|said⟧ ⟦content mixed|the bridge was “perfectly safe” and would stay open⟧.",
            "⟦source|Finch⟧ ⟦cue|said⟧ ⟦content direct|“no one was consulted”⟧.",
            "⟦source|Finch⟧ ⟦cue|promised⟧ ⟦content mixed|to “look into it”⟧.",
            "⟦source|Aldous⟧ ⟦cue|asked⟧: ⟦content direct|“Who pays?”⟧",
            "⟦cue|Said⟧ ⟦source|Finch⟧: ⟦content direct|“The bridge is safe.”⟧",
            "⟦cue|Added⟧ ⟦source|fire chief Ruth Moss⟧: ⟦content direct|“We could not reach the roof.”⟧",
            "⟦cue|Says⟧ ⟦source|Aldous, who has run the shop since 1990⟧: ⟦content direct|“Nobody told us.”⟧",
        ] as [MarkedExample])
    func cueThenQuotation(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦content direct|“The bridge,”⟧ ⟦source|Finch⟧ ⟦cue|said⟧, ⟦content|“is safe.”⟧",
            "⟦content direct|“The bridge is safe,”⟧ ⟦source|Finch⟧ ⟦cue|said⟧. ⟦content|“We checked it twice.”⟧",
            """
            ⟦content direct|“The bridge is safe,”⟧ ⟦cue|said⟧ ⟦source|Ada Finch, the mayor⟧. \
            ⟦content|“We checked it twice.”⟧
            """,
            "⟦content direct|“We will rebuild,”⟧ ⟦source|he⟧ ⟦cue|said⟧, ⟦content|“whatever it takes.”⟧",
            "⟦content direct|“No,”⟧ ⟦cue|replied⟧ ⟦source|the clerk⟧. ⟦content|“Not before Friday.”⟧",
            """
            ⟦content direct|“We will rebuild,”⟧ ⟦source|he⟧ ⟦cue|said⟧ in an interview. \
            ⟦content|“But not this year.”⟧
            """,
        ] as [MarkedExample])
    func splitQuotations(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦content direct|“The bridge is safe. We checked it twice. Anyone may cross,”⟧ ⟦source|Finch⟧ ⟦cue|said⟧.",
            "⟦source|Finch⟧ ⟦cue|said⟧: ⟦content direct|“The bridge is safe. We checked it twice.”⟧",
            """
            ⟦source|Finch⟧ ⟦cue|said⟧: ⟦content direct|“The bridge is safe.\n\n“We checked it twice.\n\n\
            “Anyone may cross.”⟧
            """,
            """
            ⟦content direct|“The bridge is safe,”⟧ ⟦source|Finch⟧ ⟦cue|said⟧. ⟦content|“We checked it.\n\n\
            “Anyone may cross.”⟧
            """,
        ] as [MarkedExample])
    func longQuotations(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            """
            ⟦content direct|“The bridge is safe,”⟧ ⟦source|Finch⟧ ⟦cue|said⟧.\n\n\
            ⟦content|“We checked it twice, and we will check it again.”⟧
            """,
            """
            ⟦source|Finch⟧ ⟦cue|said⟧ ⟦content mixed|the bridge was “perfectly safe” now.⟧ \
            ⟦content|“We checked it twice, and we will check it again.”⟧
            """,
        ] as [MarkedExample])
    func floatingQuotations(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|Finch⟧ ⟦cue|called⟧ ⟦content mixed|the plan “a farce”⟧.",
            "⟦source|She⟧ ⟦cue|called⟧ ⟦content mixed|it “a farce”⟧.",
            "⟦source|Critics⟧ have ⟦cue|described⟧ ⟦content mixed|the scheme as “a tax on the poor”⟧.",
            "⟦source|Aldous⟧ ⟦cue|dismissed⟧ ⟦content mixed|the report as “a bad joke”⟧.",
            "⟦source|Orrick⟧ ⟦cue|mocked⟧ him on the radio as ⟦content mixed|a “little king”⟧.",
        ] as [MarkedExample])
    func predicates(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦content direct|‘The line will reopen at noon,’⟧ ⟦source|the company⟧ ⟦cue|said⟧.",
            "⟦source|The driver⟧ ⟦cue|said⟧: ⟦content direct|‘I didn’t see the signal.’⟧",
            "⟦content direct|'The line will reopen at noon,'⟧ ⟦source|the company⟧ ⟦cue|said⟧.",
            "⟦source|Passengers’ groups⟧ ⟦cue|called⟧ ⟦content mixed|the fares ‘a disgrace’⟧.",
            "⟦content direct|‘He told me “never” and I believed him,’⟧ ⟦cue|said⟧ ⟦source|Mrs Harker⟧.",
            "⟦content direct|“He told me, ‘Never again,’ and left,”⟧ ⟦source|Holm⟧ ⟦cue|said⟧.",
        ] as [MarkedExample])
    func singleMarks(_ example: MarkedExample) throws { try example.check() }
}
