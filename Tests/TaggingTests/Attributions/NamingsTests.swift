import Testing

/// Quotation marks and words that nobody said.
@Suite struct NamingsTests {
    @Test(
        arguments: [
            "She read “The Long Tide” on the train.",
            "The ship, known as “the Old Lady,” was sold.",
            "Said Karim won the marathon in Port Said.",
            "The “experts” never came.",
            "The so-called “war on fish” went on.",
            "The film “Blue Harbour” won two prizes.",
        ] as [MarkedExample])
    func titlesAndNicknames(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|A sign on the door⟧ ⟦cue|read⟧: ⟦content direct|“Closed.”⟧",
            "⟦source|The statement⟧ ⟦cue|reads⟧: ⟦content direct|“We regret it.”⟧",
            "⟦source|Finch⟧ ⟦cue|wrote⟧: ⟦content direct|“We Will Rebuild.”⟧",
        ] as [MarkedExample])
    func wordsThatAreSaid(_ example: MarkedExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦source|Orrick⟧ ⟦cue|said⟧ ⟦content|that the vote was void⟧ — a claim without any proof."
        ] as [MarkedExample])
    func comments(_ example: MarkedExample) throws { try example.check() }
}
