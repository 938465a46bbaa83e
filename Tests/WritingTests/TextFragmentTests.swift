import TextModel
import Testing

@testable import Writing

@Suite struct TextFragmentTests {
    private func url(_ marked: String, base: String = "https://example.org/a") -> String? {
        let article = MarkedArticle(marked)
        let passage = Span(article["p"].first?.start ?? 0, article["p"].last?.end ?? 0)
        let block = SentencePlaces(article.segmented).block(atByte: passage.start)
        return TextFragment.url(base, passage: passage, block: block, text: article.segmented.article.text)
    }

    @Test func aPassageOfMiddleLengthIsGivenWhole() {
        #expect(
            url("He said ⟦p|the bridge, which was old & grey, is well-known⟧ today.")
                == "https://example.org/a#:~:text=the%20bridge%2C%20which%20was%20old%20%26%20grey%2C%20is%20well%2Dknown"
        )
    }

    @Test func aShortPassageHasTheWordsBesideIt() {
        #expect(
            url("North Korea could produce ⟦p|five⟧ new weapons in 2018.")
                == "https://example.org/a#:~:text=Korea%20could%20produce-,five,-new%20weapons%20in")
        #expect(url("⟦p|Five⟧.") == "https://example.org/a#:~:text=Five,-.")
        #expect(url("One.\n\n⟦p|Five⟧\n\nSix") == "https://example.org/a#:~:text=Five")
    }

    @Test func aLongPassageIsGivenByItsEdges() {
        let words = (1...40).map { "word\($0)" }.joined(separator: " ")
        #expect(
            url("⟦p|\(words)⟧")
                == "https://example.org/a#:~:text=word1%20word2%20word3%20word4%20word5,word36%20word37%20word38%20word39%20word40"
        )
    }

    @Test func aPassageOverTwoBlocksIsGivenByItsEdges() {
        #expect(url("A ⟦p|one two\n\nthree four⟧.") == "https://example.org/a#:~:text=one%20two,three%20four")
    }

    @Test(arguments: [
        ("https://e.org/#top", "https://e.org/#top:~:text="), ("https://e.org/#", "https://e.org/#:~:text="),
        ("https://e.org/#top:~:text=old", "https://e.org/#top:~:text="),
        ("https://e.org/?q=a#:~:", "https://e.org/?q=a#:~:text="),
    ])
    func aFragmentOfItsOwnIsKept(_ base: String, _ start: String) {
        #expect(
            url("⟦p|a passage that is longer than forty characters⟧", base: base)?.hasPrefix(start + "a%20passage")
                == true)
    }

    @Test func blankSpaceIsOneSpaceAndOtherBytesAreEncoded() {
        #expect(
            url("⟦p|“Süßes — oder\n  Saures, sagte das Kind an der Tür”⟧")
                == "https://example.org/a#:~:text=%E2%80%9CS%C3%BC%C3%9Fes%20%E2%80%94%20oder%20Saures%2C%20sagte%20das%20Kind%20an%20der%20T%C3%BCr%E2%80%9D"
        )
    }

    @Test func aPassageWithoutAWordHasNone() {
        #expect(url("⟦p|  ⟧") == nil)
    }
}
