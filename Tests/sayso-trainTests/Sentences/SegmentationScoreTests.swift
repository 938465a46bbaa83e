import Segmentation
import TextModel
import Testing

@testable import sayso_train

@Suite("Scores of sentences and tokens")
struct SegmentationScoreTests {
    private static let treebank = """
        # newdoc id = weblog-a
        # newpar
        1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_
        2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
        3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

        1\tA\ta\tDET\tDT\t_\t4\tdet\t_\t_
        2\t10\t10\tNUM\tCD\t_\t4\tnummod\t_\tSpaceAfter=No
        3\t-\t-\tPUNCT\tHYPH\t_\t2\tpunct\t_\tSpaceAfter=No
        4\tyear\tyear\tNOUN\tNN\t_\t0\troot\t_\tSpaceAfter=No
        5\t!\t!\tPUNCT\t.\t_\t4\tpunct\t_\t_

        # newpar
        1\tFine\tfine\tADJ\tJJ\t_\t0\troot\t_\t_

        """

    @Test("A document is running text, with where its words and sentences lie")
    func rawDocument() throws {
        let documents = try ConlluReader.parse(Array(Self.treebank.utf8), file: "test").rawDocuments
        #expect(documents.count == 1)
        let document = try #require(documents.first)
        #expect(String(decoding: document.text, as: UTF8.self) == "He left. A 10-year!\n\nFine")
        #expect(document.genre == "weblog")
        #expect(document.sentences == [Span(0, 8), Span(9, 19), Span(21, 25)])
        #expect(document.words.count == 9)
    }

    @Test("A hyphen that only the treebank cuts at counts as an error, but not with hyphens joined")
    func hyphens() throws {
        let document = try #require(ConlluReader.parse(Array(Self.treebank.utf8), file: "test").rawDocuments.first)
        let score = SegmentationScore(document, Segmenter(nil).segment(document.article))
        #expect(score.sentences.f1 == 100)
        #expect(score.joinedWords.f1 == 100)
        #expect(score.words.f1 < 90)
    }

    @Test("The same documents and seed give the same model, which follows them")
    func learner() throws {
        let document = try #require(ConlluReader.parse(Array(Self.treebank.utf8), file: "test").rawDocuments.first)
        func file() -> [UInt8] {
            var learner = BoundaryLearner(dropout: 10, seed: 3)
            learner.read(document, weight: 1)
            for _ in 0..<5 { _ = learner.pass() }
            return learner.file(leavingOutBelow: 0)
        }
        #expect(file() == file())
    }
}
