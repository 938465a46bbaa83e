import Assembly
import Testing

@testable import sayso

@Suite struct ProgressLineTests {
    @Test(arguments: [
        (RunProgress(articles: 0, rows: 0, bytes: 0, totalBytes: nil, elapsed: .zero), "0 articles · 0 rows"),
        (
            RunProgress(
                articles: 1204, rows: 8_310_222, bytes: 9_800_000, totalBytes: 19_600_000, elapsed: .seconds(1)),
            "1,204 articles · 8,310,222 rows · 9.8 MB/s · 0:01 left"
        ),
        (
            RunProgress(articles: 999, rows: 1000, bytes: 1_000_000, totalBytes: 3_601_000_000, elapsed: .seconds(1)),
            "999 articles · 1,000 rows · 1.0 MB/s · 1:00:00 left"
        ),
        (
            RunProgress(articles: 5, rows: 6, bytes: 1_000_000, totalBytes: nil, elapsed: .seconds(2)),
            "5 articles · 6 rows · 0.5 MB/s"
        ),
        // A file that grew, a start that tells nothing yet.
        (
            RunProgress(articles: 5, rows: 6, bytes: 10, totalBytes: 5, elapsed: .seconds(2)),
            "5 articles · 6 rows · 0.0 MB/s"
        ),
        (
            RunProgress(articles: 0, rows: 0, bytes: 0, totalBytes: 5, elapsed: .seconds(2)),
            "0 articles · 0 rows · 0.0 MB/s"
        ),
    ])
    func says(progress: RunProgress, text: String) {
        #expect(ProgressLine.text(progress) == text)
    }

    @Test func isDrawnTenTimesASecondAndFitsTheTerminal() {
        var drawn: [String] = []
        let line = ProgressLine(width: 20) { drawn.append($0) }
        for step in 0..<1000 {
            line.show(
                RunProgress(
                    articles: step, rows: step, bytes: step, totalBytes: nil, elapsed: .milliseconds(step)))
        }
        #expect(drawn.count == 10)
        #expect(drawn.first == "\r0 articles · 0 rows\u{1B}[K")
        #expect(drawn.last == "\r900 articles · 900 \u{1B}[K")
        line.clear()
        #expect(drawn.last == "\r\u{1B}[K")
        line.clear()
        #expect(drawn.count == 11)
    }
}
