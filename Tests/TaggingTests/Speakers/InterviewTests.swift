import Testing

/// Who asks and who answers.
@Suite struct InterviewTests {
    @Test(
        arguments: [
            """
            Soo-ah Merrick has interpreted for years. She told Gil Ferrars about her work. Merrick lives in Geneva.\n\n\
            ⟦Gil Ferrars; source=unnamed_person|Q⟧: Did you see the wreck?\n\n\
            ⟦Soo-ah Merrick; kind=person|A⟧: There was a part of the hull.
            """,
            """
            Marta Quill, a diver, found the wreck in May. Quill spoke to Owen Tarrant.\n\n\
            ⟦Owen Tarrant|Q.⟧ Did you see the wreck?\n\n⟦Marta Quill|A.⟧ There was a part of the hull.
            """,
            """
            Marta Quill spoke to Owen Tarrant in May.\n\n\
            ⟦Owen Tarrant|OT⟧: Did you see the wreck?\n\n⟦Marta Quill|MQ⟧: There was a part of the hull.
            """,
            "⟦-|Q⟧: Did you see the wreck?\n\n⟦-|A⟧: There was a part of the hull.",
        ] as [SpeakerExample])
    func turnsHaveTheirSpeakers(_ example: SpeakerExample) throws { try example.check() }

    @Test(
        arguments: [
            "ADA FINCH: The bridge is safe. ⟦Ada Finch; source=pronoun|I⟧ believe that it will stay open.\n\nHOLM: It is old, Ada Finch.",
            "Ada Finch said ⟦Ada Finch|I⟧ believe that it is safe.",
        ] as [SpeakerExample])
    func theFirstPersonIsWhoSpeaks(_ example: SpeakerExample) throws { try example.check() }
}
