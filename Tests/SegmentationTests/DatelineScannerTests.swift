import TextModel
import Testing

@Suite("Datelines")
struct DatelineScannerTests {
    @Test(
        "A dateline stands apart",
        arguments: [
            "SEOUL, South Korea (Reuters) —", "SEOUL (Reuters) -", "WASHINGTON —", "WASHINGTON --", "LONDON –",
            "NEW YORK, Sept 10 (Reuters) -", "JACKSONVILLE, Fla. (AP) —", "ST. LOUIS (AP) —", "SÃO PAULO, Brazil —",
            "PORT OF SPAIN, Trinidad and Tobago (AP) —", "Washington (CNN) —", "Beijing, China (AFP) -",
            "BEIJING/SHANGHAI (Reuters) -", "L’AQUILA, Italy —", "WASHINGTON (AFP/Reuters) —", "PARIS, 5 May 2018 —",
        ])
    func found(dateline: String) {
        let marked = "⟦dateline¦\(dateline)⟧ ⟦paragraph¦The minister said no.⟧"
        #expect(blocksFound(inPlain: marked) == marked)
    }

    @Test(
        "Other beginnings are no dateline",
        arguments: [
            "NASA — the space agency — said no.",
            "NASA said on Monday — After all.",
            "COVID-19 — a disease — is back.",
            "Kim Jong Un — The leader — said no.",
            "The U.S. — Kim’s foe — said no.",
            "IBM (NYSE: IBM) is up - Again.",
            "SMITH: I think so — Yes.",
            "SEOUL —",
            "HE IS OUT BY NOW — Yes.",
            "WASHINGTON-BASED Group Says No — Again",
        ])
    func notFound(text: String) {
        #expect(segmented(text).blocks.map(\.kind) == [.paragraph])
    }
}
