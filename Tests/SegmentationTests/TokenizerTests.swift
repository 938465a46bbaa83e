import TextModel
import Testing

@Suite("Tokens")
struct TokenizerTests {
    @Test(
        "Clitics stand alone, apostrophes within words do not",
        arguments: [
            ("Kim's plan", "Kim|'s|plan"),
            ("Kim’s plan", "Kim|’s|plan"),
            ("the leaders' plan", "the|leaders|'|plan"),
            ("the leaders’ plan", "the|leaders|’|plan"),
            ("I don't, can't, won't", "I|do|n't|,|ca|n't|,|wo|n't"),
            ("They’re sure we’ll, I’d, I’m, they’ve", "They|’re|sure|we|’ll|,|I|’d|,|I|’m|,|they|’ve"),
            ("THEY'RE", "THEY|'RE"),
            ("the U.S.'s and U.N.’s", "the|U.S.|'s|and|U.N.|’s"),
            ("the 1990's", "the|1990|'s"),
            ("Amazon.com's site", "Amazon.com|'s|site"),
            ("“Inception”’s end", "“|Inception|”|’s|end"),
            ("cannot", "cannot"),
            ("O'Brien, d'Estaing, rock'n'roll, y'all", "O'Brien|,|d'Estaing|,|rock'n'roll|,|y'all"),
            ("Give 'em hell", "Give|'em|hell"),
            ("rock ’n’ roll ’til ’round ten", "rock|’n’|roll|’til|’round|ten"),
            ("n't", "n't"),
        ])
    func clitics(text: String, expected: String) {
        #expect(tokens(text) == expected)
    }

    @Test(
        "Abbreviations keep their full stop, sentences do not",
        arguments: [
            ("the U.S. and U.K. met", "the|U.S.|and|U.K.|met"),
            ("Sen. Smith, Gov. Doe", "Sen.|Smith|,|Gov.|Doe"),
            ("then-Sen. Smith", "then-Sen.|Smith"),
            ("the U.S.-led force", "the|U.S.-led|force"),
            ("at 5 a.m. today", "at|5|a.m.|today"),
            ("at 10a.m. today", "at|10a.m.|today"),
            ("Acme Inc. and Doe Ltd.", "Acme|Inc.|and|Doe|Ltd."),
            ("No. 5 and No.5", "No.|5|and|No.|5"),
            ("John F. Kennedy", "John|F.|Kennedy"),
            ("J.K. Rowling", "J.K.|Rowling"),
            ("J.Smith.", "J.Smith|."),
            ("a Ph.D. thesis", "a|Ph.D.|thesis"),
            ("e.g. this, i.e. that", "e.g.|this|,|i.e.|that"),
            ("Sept. 11, Sat. morning", "Sept.|11|,|Sat.|morning"),
            ("(c. 1818)", "(|c.|1818|)"),
            ("Roe v. Wade", "Roe|v.|Wade"),
            // Not abbreviations here.
            ("He said no.", "He|said|no|."),
            ("in the sun.", "in|the|sun|."),
            ("It was in The Sun.", "It|was|in|The|Sun|."),
            ("vitamin C.", "vitamin|C|."),
            ("the sen. spoke", "the|sen|.|spoke"),
            ("He left.Then", "He|left|.|Then"),
        ])
    func abbreviations(text: String, expected: String) {
        #expect(tokens(text) == expected)
    }

    @Test(
        "Numbers keep their separators and units",
        arguments: [
            ("3.2 and 10,000 and 1,234,567.89", "3.2|and|10,000|and|1,234,567.89"),
            ("10,000–12,000", "10,000–12,000"),
            ("a 5-8 win", "a|5-8|win"),
            ("10'000 francs", "10'000|francs"),
            ("$1.2bn", "$|1.2bn"),
            ("US$5m, £3k, 5%", "US|$|5m|,|£|3k|,|5|%"),
            ("a 10-year-old", "a|10-year-old"),
            ("10:30 on 9/11", "10:30|on|9/11"),
            ("1½ and ½", "1½|and|½"),
            (".5 of a .22-calibre", ".5|of|a|.22-calibre"),
            ("the #1 song", "the|#|1|song"),
            ("5 km² of CO₂", "5|km²|of|CO₂"),
            ("-5 and –5 and − 5", "-|5|and|–|5|and|−|5"),
            ("In 2018—10 won.", "In|2018|—|10|won|."),
            ("rights.4", "rights|.|4"),
            ("It cost 5.", "It|cost|5|."),
            ("1,000, 2", "1,000|,|2"),
            ("USD1.2bn or Rs1,200", "USD1.2bn|or|Rs1,200"),
        ])
    func numbers(text: String, expected: String) {
        #expect(tokens(text) == expected)
    }

    @Test(
        "Words keep hyphens, digits and ampersands",
        arguments: [
            ("COVID-19, F-16s, AT&T, R&D", "COVID-19|,|F-16s|,|AT&T|,|R&D"),
            ("mother-in-law's", "mother-in-law|'s"),
            ("pre- and post-war", "pre|-|and|post-war"),
            ("and/or", "and|/|or"),
            ("co\u{AD}operate", "co\u{AD}operate"),
            ("e\u{301}te\u{301} São Paulo", "e\u{301}te\u{301}|São|Paulo"),
            ("10\u{A0}people\u{202F}left", "10|people|left"),
            ("\u{200E}Kim\u{200F}", "Kim"),
            ("\u{FEFF}Kim", "Kim"),
        ])
    func words(text: String, expected: String) {
        #expect(tokens(text) == expected)
    }

    @Test(
        "Addresses, handles and tags are one token",
        arguments: [
            ("See https://example.com/a?b=c, now.", "See|https://example.com/a?b=c|,|now|."),
            ("(www.example.org).", "(|www.example.org|)|."),
            ("on theguardian.com.", "on|theguardian.com|."),
            ("Mail jane.doe@example.co.uk.", "Mail|jane.doe@example.co.uk|."),
            ("Mail jane_5@example.com", "Mail|jane_5@example.com"),
            ("@realDonaldTrump: #MAGA!", "@realDonaldTrump|:|#MAGA|!"),
            ("Meet @ 5", "Meet|@|5"),
        ])
    func addresses(text: String, expected: String) {
        #expect(tokens(text) == expected)
    }

    @Test(
        "Dashes, dots and symbols",
        arguments: [
            ("Kim — who left", [TokenKind.word, .dash, .word, .word]),
            ("Kim—who left", [.word, .dash, .word, .word]),
            ("Kim – who left", [.word, .dash, .word, .word]),
            ("Kim -- who left", [.word, .dash, .word, .word]),
            ("Kim--who left", [.word, .dash, .word, .word]),
            ("Kim - who left", [.word, .dash, .word, .word]),
            ("Kim–Trump talks", [.word, .other, .word, .word]),
            ("the debate–seen by all", [.word, .word, .dash, .word, .word, .word]),
            ("Kim -who", [.word, .other, .word]),
            ("Well... yes", [.word, .ellipsis, .word]),
            ("Well… yes", [.word, .ellipsis, .word]),
            ("Well . . . yes", [.word, .ellipsis, .word]),
            ("uses .NET", [.word, .period, .word]),
            ("What?! No!!!", [.word, .question, .word, .exclamation]),
            ("*** ====", [.other, .other]),
            ("👨‍👩‍👧 🇺🇸 ❤️ 👍🏽 ok", [.other, .other, .other, .other, .word]),
            ("6'2\" tall", [.number, .prime, .number, .prime, .word]),
            ("6′2″ tall", [.number, .prime, .number, .prime, .word]),
            ("a 12\" pizza", [.word, .number, .prime, .word]),
            ("5' tall", [.number, .prime, .word]),
            ("the ’90s", [.word, .other, .number]),
            ("50% of $5", [.number, .percent, .word, .currency, .number]),
        ])
    func kindsOfTokens(text: String, expected: [TokenKind]) {
        #expect(kinds(text) == expected)
    }
}
