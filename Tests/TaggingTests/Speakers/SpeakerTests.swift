import TestSupport
import Testing
import TextModel

@Suite struct SpeakerTests {
    @Test(
        arguments: [
            "⟦Ada Finch; kind=person; source=person|Ada Finch⟧ said it was safe. ⟦Ada Finch|Finch⟧ said it had been checked.",
            "Finch, the mayor, met the crew. ⟦Ada Finch|Ada Finch⟧ said it was safe. ⟦Ada Finch|Finch⟧ said it was old.",
            "⟦Sarah Ellen Marsh|Sarah Marsh⟧ said it was safe. The plan is by Sarah Ellen Marsh.",
            "⟦Ada Finch Jr.|Ada Finch Jr.⟧ said it was safe. ⟦Ada Finch Jr.|Finch⟧ said it was old.",
            "Kim Jong Un met Kim Yong Chol. ⟦Kim Jong Un|Kim Jong Un⟧ said it was safe. ⟦Kim Jong Un|Kim⟧ said it was old.",
            "ADA FINCH: The bridge is safe.\n\nThe hearing of Ada Finch went on. ⟦Ada Finch|Finch⟧ said it was safe.",
        ] as [SpeakerExample])
    func namesAreOnePerson(_ example: SpeakerExample) throws { try example.check() }

    @Test(
        arguments: [
            """
            Mr. Piet Aldous and Mrs. Ilse Aldous own the shop. ⟦Piet Aldous|Mr. Aldous⟧ said it was old. \
            ⟦Ilse Aldous|Mrs. Aldous⟧ said it was new.
            """,
            """
            John Marsh is the mayor. John Marsh met his brother Paul Marsh. ⟦John Marsh|Marsh⟧ said it was safe. \
            ⟦Paul Marsh|Paul Marsh⟧ said it was old.
            """,
        ] as [SpeakerExample])
    func namesakesAreTwo(_ example: SpeakerExample) throws { try example.check() }

    @Test(
        arguments: [
            """
            ⟦Sarah Marsh; role=White House Press Secretary; of=White House|White House Press Secretary Sarah Marsh⟧ said it \
            was safe.
            """,
            "⟦Nadia Holm; role=spokesman for the council; of=the council|Nadia Holm, a spokesman for the council,⟧ said no.",
            "⟦Nadia Holm; role=chief executive of Kestrel; of=Kestrel|Nadia Holm, chief executive of Kestrel,⟧ said it rose.",
            "“It was safe,” said ⟦Piet Aldous; role=baker; of=|Piet Aldous, 52, a baker⟧.",
            "⟦Nadia Holm; role=port's director; of=The port|The port's director, Nadia Holm,⟧ said it was safe.",
            "⟦Ann Lee; role=Secretary of State; of=|Secretary of State Ann Lee⟧ said it was safe.",
            "⟦Mike Orrick; role=Former Arkansas Gov.; of=Arkansas|Former Arkansas Gov. Mike Orrick⟧ said it was safe.",
            "⟦Mary Kane; role=; of=|Ms. Mary Kane⟧ said it was safe.",
            "Nadia Holm is a lawyer for the union. ⟦Nadia Holm; role=lawyer for the union; of=the union|Holm⟧ said it was safe.",
            "⟦Chris Tolley; role=Senator; of=Maine|Senator Chris Tolley of Maine⟧ said it was safe.",
            """
            They met Nadia Holm, the head of research at Kestrel Acoustics. \
            ⟦Nadia Holm; role=head of research at Kestrel Acoustics; of=Kestrel Acoustics|Holm⟧ said it was safe.
            """,
        ] as [SpeakerExample])
    func rolesAreRead(_ example: SpeakerExample) throws { try example.check() }

    @Test(
        arguments: [
            "Mary Kane met Paul Orrick. ⟦Mary Kane; source=pronoun|She⟧ said it was safe.",
            "⟦Paul Orrick|Paul Orrick⟧ said it was safe. Mary Kane left. ⟦Paul Orrick|He⟧ said it was old.",
            "Mr. Venn spoke to Mrs. Kane. ⟦Kane|She⟧ said it was safe. ⟦Venn|He⟧ said it was old.",
            "⟦A witness; kind=unnamed_person|A witness⟧ said it was dark. ⟦A witness|She⟧ said nobody came.",
            "⟦Engineers|Engineers⟧ said it was old. ⟦Engineers; source=pronoun|They⟧ said it was weak.",
            "⟦Harrow Motors|Harrow Motors⟧ said sales rose. ⟦Harrow Motors|It⟧ said profit fell.",
            """
            ⟦Jin Tarrant|Jin Tarrant⟧ said it was safe. She left at noon. Then Paul Orrick, her deputy, spoke. \
            ⟦Jin Tarrant|She⟧ said it was old.
            """,
        ] as [SpeakerExample])
    func pronounsAreResolved(_ example: SpeakerExample) throws { try example.check() }

    @Test(
        arguments: [
            """
            Press Secretary Sarah Marsh met Defense Secretary Paul Orrick. ⟦Sarah Marsh|The press secretary⟧ said it was safe. \
            ⟦Paul Orrick|The defense secretary⟧ said it was old.
            """,
            "Sen. Mary Kane met the crew. ⟦Mary Kane; source=unnamed_person|The senator⟧ said it was safe.",
            "Donald Marsh left at noon. ⟦Donald Marsh|The president⟧ said it was safe.",
            "Paul Orrick was fined. ⟦The judge|The judge⟧ said it was a small sum.",
            """
            Sen. Mary Kane left. Rep. Paul Orrick stayed. ⟦Paul Orrick|The congressman⟧ said it was old. \
            ⟦Mary Kane|The senator⟧ said no.
            """,
            "The coach, Hal Venn, smiled. ⟦Hal Venn|The coach⟧ said it was close.",
            "Ilse Varga, who led the study, is a biologist. ⟦Ilse Varga|The biologist⟧ said eels are dying.",
            "Ada Finch was elected president in May. ⟦Ada Finch|The president⟧ said it was safe.",
            """
            Donald Marsh and Hilda Kane met. ⟦Hilda Kane|The former secretary of state⟧ said it was safe. Kane, the former \
            secretary of state, smiled.
            """,
            "Ada Finch, 52, runs the port. ⟦Ada Finch|The 52-year-old⟧ said it was safe.",
            "Ada Finch, 52, met Piet Aldous, 52. ⟦The 52-year-old|The 52-year-old⟧ said it was safe.",
            "Ann Lee is not a lawyer. ⟦The lawyer|The lawyer⟧ said it was a small sum.",
            "⟦A police spokesman|A police spokesman⟧ said it was dark. ⟦A police spokesman|The spokesman⟧ said nobody came.",
        ] as [SpeakerExample])
    func descriptionsAreResolved(_ example: SpeakerExample) throws { try example.check() }

    @Test(
        arguments: [
            "“We lost it all,” ⟦Piet Aldous|he⟧ said. Piet Aldous, a baker, stood in the rain.",
            "⟦Ada Finch|The mayor⟧ said it was safe. Ada Finch, the mayor since 2010, met the crew.",
            "⟦Ada Finch|Finch⟧ said it was safe. The crew met Mayor Ada Finch at noon.",
            "“We lost it all,” ⟦-|he⟧ said. It rained. The boats were gone. Nobody slept. Piet Aldous, a baker, came later.",
        ] as [SpeakerExample])
    func speakersAreNamedLater(_ example: SpeakerExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦Pyongyang; kind=organization; source=organization|Pyongyang⟧ said it was safe.",
            """
            The Organization for Safe Ferries (OSF) met. ⟦Organization for Safe Ferries; kind=organization|The OSF⟧ said no.
            """,
            "⟦Harrow Motors; kind=organization|Harrow Motors⟧ said sales rose. ⟦Harrow Motors|The company⟧ said profit fell.",
            "⟦Tidewater Institute|The Tidewater Institute⟧ said it rose. ⟦Tidewater Institute|The institute⟧ said it fell.",
            "⟦Finch's office; kind=organization|Finch's office⟧ said it was safe.",
            "⟦Department of Health; kind=organization|The Department of Health⟧ said it was safe.",
            "⟦NBC; kind=organization; source=document|A report from NBC⟧ said it was safe.",
            "⟦NBC; source=document|An NBC report⟧ said it was safe.",
            "⟦The complaint; kind=document|The complaint⟧ says that it was old. ⟦The complaint|It⟧ says the log was lost.",
            "⟦court papers; kind=document|According to court papers⟧, it was safe.",
        ] as [SpeakerExample])
    func organizationsAndDocuments(_ example: SpeakerExample) throws { try example.check() }

    @Test(
        arguments: [
            "⟦A senior Russian official; kind=unnamed_person|A senior Russian official⟧ said it was safe.",
            "⟦Three diplomats; kind=unnamed_group; source=unnamed_group|Three diplomats⟧ said it was safe.",
            "⟦Officials in Seoul; kind=unnamed_group|Officials in Seoul⟧ said it was safe.",
            "⟦Europeans; kind=unnamed_group|Europeans⟧ said it was safe.",
            "⟦Others in the town; kind=unnamed_group|Others in the town⟧ said it was safe.",
            "⟦Republicans; kind=unnamed_group|Republicans⟧ said it was safe.",
            "⟦-; source=pronoun|We⟧ believe that it was safe.",
        ] as [SpeakerExample])
    func unnamedSourcesStayAsDescribed(_ example: SpeakerExample) throws { try example.check() }

    @Test func mentionsAreSortedAndUnique() throws {
        let tagged = Program.tag(
            "Ada Finch said it was safe and added that it was old. Later, Finch said it would close.")
        let speaker = try #require(tagged.speakers.first)
        #expect(tagged.speakers.count == 1)
        #expect(speaker.mentions.map { tagged.article.surface($0) } == ["Ada Finch", "Finch"])
    }

    /// Eight times the text takes about eight times the time, whatever the words are; quadratic work would take 64 times.
    @Test(
        .serialized,
        arguments: [
            "Xx Yy said. ", "Abcde Fghij ", "Ann Lee said he said. ", "Mr. X, a Y of Z, said she left. ",
            "UN said OSF said. ",
        ])
    func hostileTextTakesLinearTime(_ piece: String) {
        func text(_ bytes: Int) -> [UInt8] { Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8) }
        let (small, large) = (text(10_000), text(80_000))
        #expect(Growth.of({ _ = Program.tag(small) }, { _ = Program.tag(large) }, within: 20) <= 20)
    }
}
