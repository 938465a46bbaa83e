/// Cells that readers of CSV, spreadsheets or JSON Lines are known to stumble over.
enum NastyCells {
    /// LibreOffice 7.4 turns each into a date, time, number, amount, share, truth value or formula, under en-US, en-GB or
    /// de-DE, unless it is guarded (measured 2026-11-23).
    static let converted = [
        "5-8", "3/4", "1E5", "1e5", "00123", "June 12", "12 June", "june 2018", "June 12, 2018", "12. Juni",
        "12. Juni 2018", "Sept. 11", "Sept 11", "11 Sep", "11 September", "2018-06-12", "2018-06-12T08:00:00", "TRUE",
        "true", "FALSE", "wahr", "WAHR", "12:30", "12:30 pm", "8 am", "8am", "50%", "50 %", "$5", "$5.5", "£5", "€5",
        "5 €",
        "5€", "5 $", "1,000", "1.000", "1.000.000", "1,000,000", "1,5", "1.5", "12.", ".5", "-5", "+5", "(5)",
        "5/8/2018",
        "5.8.2018", "5.8.", "5.8", "1/2/3", "1 1/2", "-1", "=1+1", "=A1", "=HYPERLINK(\"http://e.org\",\"x\")", "1:2",
        "1:2:3", "100:1", "1 E5", "March 2018", "Mar 3", "Dec 25", "5. Mai", "5%", "-5%", "50,5%", "06/12", "2018.12",
        "1.1.18", "31.12.2018", "0.905", "Monday, June 12", "Monday, June 12, 2018", "Mon 12 Jun 2018", "12 ", " 12",
        " 5-8", "5 6/7", "1e-5", "1.5E+5", "1,5E5", "$1,000", "-$5", "$-5", "($5)", "24/7", "9/11", "12/31/99",
        "1999-1-1",
        "99-12-31", "1-1", "31-12", "Aug-5", "5.Aug", "Aug. 5", "August 2018", "Mai 2018", "März 2018", "Dez 5",
        "Okt 10",
        "1:30:00.5", "3:2", "2-1", "00", "0.0", "-0", "01", "5.", ",5", "5,", "1.000,50", "123456789012345678",
    ]

    /// Formula starts that other spreadsheets take, and disguised ones (OWASP).
    static let formulas = [
        "@SUM(1)", "+A1", "-A1", " =1+1", "\u{FF1D}1+1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}x", "\u{FEFF}=1",
        "\u{A0}=1",
        "@handle", "- We won", "-Smith", "+44 20 7946",
    ]

    /// Look like some of the above, but no spreadsheet changes them.
    static let harmless = [
        "", "between five and eight", "five", "12", "0", "2018", "123456789012345", "May", "June", "Monday", "Sept.",
        "5 new weapons", "50 percent", "$1.2bn", "10k", "1990s", "F-16", "Boeing 737", "Jan Smith", "8 a.m.",
        "12:30 p.m.",
        "12th of June 2018 at noon", "“5-8”", "[[0, 5], [7, 9]]", "true story", "a", "E5", "5–8", "½", "# 5", "n/a",
        "It’s",
        "https://example.org/a-b", "art_abcdefgh234567yz", "Mayor 5", "6-foot", "3D", "COVID-19",
    ]

    /// For round trips: quotes, line ends, delimiters, scripts, joined emoji, combining marks, what breaks JSON Lines.
    static let texts = [
        "say \"so\"", "\"", "\"\"", ",", "a,b", "two\nlines", "two\r\nlines", "lone\rreturn", "tab\there", "\n", " ",
        "  edges  ", "back\\slash", "“curly” ‘single’ «guillemets»", "😀👩‍👩‍👧🇩🇪", "e\u{301}", "עברית", "日本語", "NUL\u{0}in",
        "bell\u{7}", "line\u{2028}para\u{2029}next\u{85}end", "\u{FEFF}bom", "<b>&amp;</b>", "'quoted'", "null", "N/A",
    ]
}
