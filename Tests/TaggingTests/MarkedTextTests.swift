import Testing

@Suite struct MarkedTextTests {
    @Test func marksBecomeOffsets() throws {
        let marked = try MarkedText("⟦source|Zoë⟧ ⟦cue belief|thinks⟧ ⟦content:1,2|⟦source:2 in:1|he⟧ lies⟧.")
        #expect(String(decoding: marked.text, as: UTF8.self) == "Zoë thinks he lies.")
        #expect(marked.expected.map(\.number) == [1, 2])
        #expect(marked.expected[0].pieces == ["source": [0..<4], "cue": [5..<11], "content": [12..<19]])
        #expect(marked.expected[0].attitude == .belief)
        #expect(marked.expected[1].pieces == ["source": [12..<14], "content": [12..<19]])
        #expect(marked.expected[1].parent == 1)
    }

    @Test(arguments: [
        ("⟦source|a", MarkedText.Fault.unbalanced("⟦source|a")),
        ("a⟧", .unbalanced("a⟧")),
        ("⟦sauce|a⟧", .unknownRole("sauce")),
        ("⟦cue loud|a⟧", .unknownExpectation("loud")),
    ])
    func faultsAreThrown(marked: String, fault: MarkedText.Fault) {
        #expect(throws: fault) { try MarkedText(marked) }
    }

    /// The comparison can fail: each of these is marked wrongly.
    @Test(arguments: [
        "⟦source|The mayor said⟧ the bridge was safe.",
        "The mayor ⟦cue|said⟧ ⟦content|the bridge was safe⟧.",
        "⟦source|The mayor⟧ ⟦cue|said⟧ ⟦content|the bridge⟧ was safe.",
        "⟦source|The mayor⟧ ⟦cue belief|said⟧ ⟦content|the bridge was safe⟧.",
        "⟦source|The mayor⟧ ⟦cue negated|said⟧ ⟦content|the bridge was safe⟧.",
        "⟦source|The mayor⟧ ⟦cue|said⟧ ⟦content direct|the bridge was safe⟧.",
        "The mayor said the bridge was safe.",
        "⟦source|The ferry⟧ ⟦cue|left⟧ ⟦content|at nine⟧.",
    ])
    func wrongMarksDiffer(_ marked: String) throws {
        #expect(try !MarkedText(marked).differences().isEmpty)
    }
}
