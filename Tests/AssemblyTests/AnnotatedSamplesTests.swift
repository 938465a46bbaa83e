import Foundation
import Loading
import Tagging
import Testing

@testable import Assembly

/// The annotated samples are the samples, and their marks make sense.
@Suite struct AnnotatedSamplesTests {
    @Test func thereAreEnough() throws {
        #expect(try AnnotatedArticle.names().count >= 15)
    }

    @Test(arguments: try AnnotatedArticle.names())
    func withoutItsMarksItIsTheArticle(name: String) throws {
        let file = AnnotatedArticle.samples.appendingPathComponent(name + ".txt").path
        var reader = ArticleReaders.open(InputFile(label: name, path: file))
        guard case .article(let article) = reader.next() else {
            Issue.record("\(file) is no article")
            return
        }
        let text = try AnnotatedArticle(named: name).text
        #expect(String(decoding: text, as: UTF8.self) == String(decoding: article.text, as: UTF8.self))
    }

    @Test(arguments: try AnnotatedArticle.names())
    func marksAreWellFormed(name: String) throws {
        let article = try AnnotatedArticle(named: name)
        let numbers = article.attributions.map(\.number)
        #expect(numbers == Array(1...numbers.count))
        for attribution in article.attributions {
            #expect(!attribution.spans.cue.isEmpty, "\(attribution.number) has no cue")
            guard let parent = attribution.parent else { continue }
            let outer = article.attributions[parent - 1].spans.content
            for piece in attribution.spans.content {
                #expect(
                    outer.contains { $0.lowerBound <= piece.lowerBound && piece.upperBound <= $0.upperBound },
                    "\(attribution.number) is not within \(parent)")
            }
        }
    }

    @Test func faultsAreThrown() {
        for (marked, fault) in [
            ("⟦source:1|a", AnnotatedArticle.Fault.unbalanced), ("⟦sauce:1|a⟧", .unknownHeader("sauce:1")),
            ("⟦cue|a⟧", .unknownHeader("cue")), ("⟦cue:1|a⟧", .withoutContent(1)),
            ("⟦content:1|a⟧", .withoutContent(1)),
        ] {
            #expect(throws: fault) { try AnnotatedArticle("", marked: marked) }
        }
    }
}
