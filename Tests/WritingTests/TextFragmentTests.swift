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
        #expect(url("⟦p|Five⟧.") == "https://example.org/a#:~:text=Five")
        #expect(url("At ⟦p|five⟧, he left.") == "https://example.org/a#:~:text=At-,five,-%2C%20he%20left.")
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

    /// A page may show them by its style, or have other ones; an end of a sentence adds nothing.
    @Test func marksAroundThePassageAreLeftOut() {
        #expect(
            url("She said: ⟦p|“The bridge (the old one) is safe and open to all.”⟧")
                == "https://example.org/a#:~:text=The%20bridge%20%28the%20old%20one%29%20is%20safe%20and%20open%20to%20all"
        )
        #expect(url("⟦p|“Never!”⟧") == "https://example.org/a#:~:text=Never")
        #expect(
            url("He said ⟦p|“never”⟧ twice.")
                == "https://example.org/a#:~:text=He%20said%20%E2%80%9C-,never,-%E2%80%9D%20twice.")
        #expect(url("⟦p|“…”⟧") == "https://example.org/a#:~:text=%E2%80%9C%E2%80%A6%E2%80%9D")
    }

    /// The browser looks for each part within one line of the page.
    @Test func noPartGoesOverTheEndOfALine() {
        #expect(
            url("⟦p|“Süßes — oder\n  Saures, sagte das Kind an der Tür”⟧")
                == "https://example.org/a#:~:text=S%C3%BC%C3%9Fes%20%E2%80%94%20oder,das%20Kind%20an%20der%20T%C3%BCr")
        #expect(url("What is it?\n⟦p|A hat⟧\nYes") == "https://example.org/a#:~:text=A%20hat")
        #expect(
            url("⟦p|It is called as follows:\n\nThe Model⟧ of Ann")
                == "https://example.org/a#:~:text=It%20is%20called,The%20Model")
    }

    @Test func blankSpaceIsOneSpaceAndOtherBytesAreEncoded() {
        #expect(
            url("⟦p|Süßes —   oder Saures, sagte das Kind an der Tür⟧")
                == "https://example.org/a#:~:text=S%C3%BC%C3%9Fes%20%E2%80%94%20oder%20Saures%2C%20sagte%20das%20Kind%20an%20der%20T%C3%BCr"
        )
    }

    @Test func aPassageWithoutAWordHasNone() {
        #expect(url("⟦p|  ⟧") == nil)
    }
}
