import Testing

/// What must not be read as an attribution: each row holds no mark.
@Suite struct NarrationTests {
    @Test(
        arguments: [
            "The “deal” collapsed within a week.",
            "They bought a so-called “smart” fridge for the office.",
            "The council opened its so-called “green” office on Monday.",
            "His “friends” left him at the station.",
            "The word “could” appears four times in the text.",
        ] as [MarkedExample])
    func scareQuotes(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "Her memoir, “The Third Chair,” is published in October.",
            "He starred in “The Long Tide” and two other films.",
            "The band closed with “Blue Harbour” shortly before midnight.",
            "“The Long Tide” opens in cinemas on Friday.",
        ] as [MarkedExample])
    func titles(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "Said Karim won the marathon in Port Said.",
            "The Says River flooded the lower town.",
            "Will Claims scored twice for Tarn Rovers.",
            "The reports were kept in a cupboard.",
            "Her claims to the house were settled in 1974.",
            "The warning lights flashed for an hour.",
            "The state of the roads has improved.",
            .known("He reports to the finance director."),
            "The ship's log was found in the sand.",
        ] as [MarkedExample])
    func namesAndNouns(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "The ferry left at nine and reached the island before noon.",
            "A pipe burst in Mill Street on Sunday.",
            "The parade began at ten. Children waved flags.",
            "Sales rose by 4 percent in the second quarter.",
            "The library bus stops in eleven villages.",
            "The board measured 6' 2\" by 3' 4\".",
            "Doors open: 7 p.m. Tickets: $12.",
        ] as [MarkedExample])
    func narration(_ example: MarkedExample) throws { try example.check() }
}
