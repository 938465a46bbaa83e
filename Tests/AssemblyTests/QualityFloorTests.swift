import Crypto
import Foundation
import Segmentation
import Tagging
import Testing
import TextModel

@testable import Assembly

/// What the program finds in the annotated samples must not get worse.
///
/// The floors stand in `Annotated/floors.tsv` with the hash of the gold that they hold for. With `SAYSO_RECORD=1` they rise
/// to a little below what is measured, and the hash is written anew; they only fall with `SAYSO_LOWER_FLOORS=1`:
///
///     SAYSO_LOWER_FLOORS=1 make test FILTER=QualityFloorTests
@Suite struct QualityFloorTests {
    private static let file = AnnotatedArticle.folder.appendingPathComponent("floors.tsv")
    private static let measures = ["relation", "content overlap", "cue any"]

    private static func isSet(_ variable: String) -> Bool { ProcessInfo.processInfo.environment[variable] == "1" }

    @Test func theFloorsHold() throws {
        let articles = try AnnotatedArticle.names().map(AnnotatedArticle.init(named:))
        let report = Self.evaluate(articles)
        let measured = try Dictionary(
            uniqueKeysWithValues: Self.measures.map { ($0, try #require(report.f1($0))) })
        let gold = try Self.hash()
        let text = try? String(contentsOf: Self.file, encoding: .utf8)
        let floors = text.flatMap(QualityFloors.init)
        let isLowering = Self.isSet("SAYSO_LOWER_FLOORS")
        if isLowering || Self.isSet("SAYSO_RECORD") || floors == nil {
            let updated = (floors ?? QualityFloors(gold: gold, floors: [:]))
                .updated(gold: gold, measured: measured, lowering: isLowering)
            try updated.text.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let held = try #require(floors, "there were no floors in \(Self.file.path); they have been written")
        if !isLowering {
            #expect(
                held.gold == gold || Self.isSet("SAYSO_RECORD"),
                "the annotated samples have changed: SAYSO_RECORD=1 make test FILTER=QualityFloorTests")
            for name in Self.measures {
                let (figure, floor) = (try #require(measured[name]), try #require(held.floors[name]))
                #expect(figure >= floor, "\(name) has an F1 of \(figure), and the floor is \(floor)")
            }
        }
    }

    @Test func floorsFallOnlyOnRequest() {
        let old = QualityFloors(gold: "a", floors: ["relation": 60])
        let measured = ["relation": 58.26, "cue any": 70]
        #expect(
            old.updated(gold: "b", measured: measured, lowering: false)
                == QualityFloors(gold: "b", floors: ["relation": 60, "cue any": 68.5]))
        #expect(
            old.updated(gold: "b", measured: measured, lowering: true)
                == QualityFloors(gold: "b", floors: ["relation": 56.7, "cue any": 68.5]))
    }

    @Test func floorsReadBack() {
        let floors = QualityFloors(gold: "ab", floors: ["cue any": 68.5, "relation": 60])
        #expect(QualityFloors(floors.text) == floors)
        #expect(QualityFloors("relation\t60\n") == nil && QualityFloors("gold\tab\nrelation\thigh\n") == nil)
    }

    private static func evaluate(_ articles: [AnnotatedArticle]) -> EvaluationReport {
        let segmenter = Segmenter()
        let tagger = Tagger()
        var report = EvaluationReport()
        for article in articles {
            let tagged = tagger.tag(segmenter.segment(Article(text: article.text)))
            report.add(EvaluatedArticle(article.gold, tagged, errors: []))
        }
        return report
    }

    /// Of the annotated files, in order.
    private static func hash() throws -> String {
        var hash = SHA256()
        for name in try AnnotatedArticle.names() {
            hash.update(data: try Data(contentsOf: AnnotatedArticle.folder.appendingPathComponent(name + ".txt")))
        }
        return hash.finalize().map { String(format: "%02x", $0) }.joined()
    }
}
