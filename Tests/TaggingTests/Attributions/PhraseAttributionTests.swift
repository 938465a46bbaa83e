import Testing

/// Attributions by a preposition, a noun, a passive or a punctuation mark.
@Suite struct PhraseAttributionTests {
    @Test(
        arguments: [
            "⟦cue|According to⟧ ⟦source|the mayor⟧, ⟦content indirect|the bridge was safe⟧.",
            "⟦content|The bridge was safe⟧, ⟦cue|according to⟧ ⟦source|the mayor⟧.",
            "⟦content|The bridge was safe⟧ ⟦cue|according to⟧ ⟦source|the mayor⟧.",
            "⟦content|The bridge⟧, ⟦cue|according to⟧ ⟦source|the mayor⟧, ⟦content|was safe⟧.",
            "⟦content|Two thirds of homes have no bath⟧, ⟦cue|according to⟧ ⟦source|a poll by Delver Research⟧.",
            "⟦cue|According to⟧ ⟦source|Marta Quill, who led the study⟧, ⟦content|the eels are dying⟧.",
            "⟦content direct|“The bridge is safe,”⟧ ⟦cue|according to⟧ ⟦source|the mayor⟧.",
            "⟦content|Prices rose by 4 percent⟧, ⟦cue|according to⟧ ⟦source|figures from the statistics office⟧.",
        ] as [MarkedExample])
    func accordingTo(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "It was ⟦cue|revealed⟧ by ⟦source|the journalist Owen Tarrant⟧ ⟦content|that the tests had failed⟧.",
            "It was ⟦cue|announced⟧ ⟦time|this week⟧ by ⟦source|the club⟧ ⟦content|that the coach would leave⟧.",
            "⟦source|Residents⟧ were ⟦cue|told⟧ ⟦content|that the water was clean⟧.",
            "It is ⟦cue|believed⟧ ⟦content|that the painting was stolen to order⟧.",
        ] as [MarkedExample])
    func passives(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "This follows a July ⟦cue|report⟧ ⟦content|that the tests had failed⟧.",
            "Voters laughed at ⟦source|his⟧ ⟦cue|claim⟧ ⟦content|that the bridge was safe⟧.",
            "There was no sign of the ⟦cue|warning⟧ by ⟦source|the engineers⟧ ⟦content|that a cable was loose⟧.",
        ] as [MarkedExample])
    func nouns(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|Finch⟧⟦cue|:⟧ ⟦content|The bridge is safe and will stay open⟧.",
            "⟦source|ADA FINCH⟧⟦cue|:⟧ ⟦content|We checked it twice. Anyone may cross it today.⟧\n\n",
            """
            ⟦source:1|HOLM⟧⟦cue:1|:⟧ ⟦content:1|Was the crane inspected?⟧\n\n\
            ⟦source:2|ALDOUS⟧⟦cue:2|:⟧ ⟦content:2|Every year, as the law asks.⟧
            """,
            "⟦content direct|“Art is a wound turned into light.”⟧ — ⟦source|Georges Brack⟧",
            "⟦content direct|“The bridge is safe and it will stay open.”⟧\n\n⟦cue|—⟧ ⟦source|Ada Finch⟧",
        ] as [MarkedExample])
    func labels(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            """
            ⟦content|Bridge safe⟧, ⟦source|mayor⟧ ⟦cue|says⟧\n\n\
            The crossing was closed for a month in the spring after a cable broke in a storm.
            """,
            """
            ⟦source|Mayor⟧: ⟦content|Bridge ‘perfectly safe’⟧\n\n\
            The crossing was closed for a month in the spring after a cable broke in a storm.
            """,
            """
            ⟦source|Mayor⟧ ⟦cue|says⟧ ⟦content|bridge is safe⟧\n\n\
            The crossing was closed for a month in the spring after a cable broke in a storm.
            """,
            """
            ⟦content|Bridge was weak for years⟧ – ⟦source|engineers⟧\n\n\
            The crossing was closed for a month in the spring after a cable broke in a storm.
            """,
            """
            ⟦content direct|‘I won’t resign’⟧, ⟦cue|says⟧ ⟦source|minister⟧\n\n\
            The crossing was closed for a month in the spring after a cable broke in a storm.
            """,
            """
            ⟦content|Fire out of control⟧: ⟦source|mayor⟧\n\n\
            The crossing was closed for a month in the spring after a cable broke in a storm.
            """,
            """
            ⟦source|Minister⟧ ⟦cue|denies⟧ ⟦content|bribery claims⟧\n\n\
            The crossing was closed for a month in the spring after a cable broke in a storm.
            """,
        ] as [MarkedExample])
    func headlines(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            """
            ⟦source:1|Holm⟧ ⟦cue:1|said⟧ ⟦content:1|that ⟦source:2 in:1|Aldous⟧ ⟦cue:2|believes⟧ \
            ⟦content:2|the oven was cold⟧⟧.
            """,
            """
            ⟦source:1|A diver⟧ ⟦cue:1|said⟧ ⟦content:1|⟦source:2 in:1|the captain⟧ ⟦cue:2|told⟧ him \
            ⟦content:2|the hull was intact⟧⟧.
            """,
            """
            ⟦source:1|Holm⟧ ⟦cue:1|said⟧ ⟦content:1|that ⟦source:2 in:1|the captain⟧ ⟦cue:2|believed⟧ \
            ⟦content:2|that ⟦source:3 in:2|the owners⟧ ⟦cue:3|knew⟧ ⟦content:3|that the hull was thin⟧⟧⟧.
            """,
            """
            ⟦content:1|⟦source:2 in:1|Holm⟧ ⟦cue:2|said⟧ ⟦content:2|the crane had failed⟧⟧, \
            ⟦source:1|the Gazette⟧ ⟦cue:1|reported⟧.
            """,
            """
            ⟦content:1|⟦source:2|Holm⟧ ⟦cue:2 in:1|said⟧ ⟦content:2|the crane had failed⟧⟧, \
            ⟦cue:1|according to⟧ ⟦source:1|court papers⟧.
            """,
        ] as [MarkedExample])
    func nesting(_ example: MarkedExample) throws { try example.check() }
}
