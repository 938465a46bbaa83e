import Testing

@testable import sayso_train

@Suite("CoNLL-U")
struct ConlluReaderTests {
    private static let sample = """
        # newdoc id = d1
        # text = I don't.
        1\tI\tI\tPRON\tPRP\t_\t3\tnsubj\t_\t_
        2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        2\tdo\tdo\tAUX\tVBP\tA=B\t0\troot\t_\t_
        3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
        3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t2:x\t_
        4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tX=1|SpaceAfter=No

        # newpar
        1\tMüller\tMüller\tPROPN\tNNP\t_\t0\troot\t_\t_

        # newdoc id = d2
        1\tEnd\tend\tNOUN\tNN\t_\t_\t_\t_\t_

        """

    private static func parse(_ text: String) throws -> Treebank {
        try ConlluReader.parse(Array(text.utf8), file: "a.conllu")
    }

    @Test("Words, spans, sentences, documents and columns")
    func reads() throws {
        let treebank = try Self.parse(Self.sample)
        #expect(String(decoding: treebank.text, as: UTF8.self) == "I don't.\n\nMüller\n\nEnd")
        #expect((0..<treebank.count).map(treebank.form) == ["I", "do", "n't", ".", "Müller", "End"])
        #expect(treebank.sentences == [0..<4, 4..<5, 5..<6])
        #expect(treebank.documents == [0..<2, 2..<3])
        #expect(treebank.documentNames == ["d1", "d2"])
        #expect(treebank.heads == [2, -1, 1, 1, -1, -1])
        #expect(treebank.universalTags[1] == "AUX" && treebank.pennTags[2] == "RB" && treebank.features[1] == "A=B")
        #expect(treebank.relations[0] == "nsubj" && treebank.lemmas[2] == "not")
        #expect(treebank.remarks[3] == "X=1|SpaceAfter=No")
    }

    @Test("Carriage returns and a missing last line feed do not matter")
    func lineEnds() throws {
        let plain = try Self.parse(Self.sample)
        let other = try Self.parse(Self.sample.replacing("\n", with: "\r\n") + "\r\n1\tx\tx\tX\tFW\t_\t0\troot\t_\t_")
        #expect(other.count == plain.count + 1)
        #expect(other.sentences.count == plain.sentences.count + 1)
    }

    @Test(
        "A malformed line is an error with file and line",
        arguments: [
            ("1\tI\tI", 1, "has 3 fields instead of 10"),
            ("# c\n2\tI\t_\t_\t_\t_\t_\t_\t_\t_", 2, "has the word number 2 instead of 1"),
            ("x\tI\t_\t_\t_\t_\t_\t_\t_\t_", 1, "has the word number x instead of 1"),
            ("1\t\t_\t_\t_\t_\t_\t_\t_\t_", 1, "has a word without a form"),
            ("1\tI\t_\t_\t_\t_\t-7\t_\t_\t_", 1, "has the head -7, which is no number"),
            ("1\tI\t_\t_\t_\t_\t2\t_\t_\t_\n\n", 2, "ends a sentence without the word 2"),
            ("2-1\tI\t_\t_\t_\t_\t2\t_\t_\t_", 1, "has words out of order"),
            (
                "1-2\tI\t_\t_\t_\t_\t_\t_\t_\t_\n1\tI\t_\t_\t_\t_\t0\t_\t_\t_\n\n", 3,
                "ends a sentence within a token of several words"
            ),
        ])
    func malformed(text: String, line: Int, reason: String) {
        #expect(throws: TreebankError.malformedLine(file: "a.conllu", line: line, reason: reason)) {
            try Self.parse(text)
        }
    }

    @Test("Bytes that are not UTF-8, and files that are not there, are errors")
    func unreadable() {
        #expect(throws: TreebankError.malformedLine(file: "a", line: 1, reason: "is not UTF-8")) {
            try ConlluReader.parse([0x31, 0xFF], file: "a")
        }
        #expect(throws: TreebankError.unreadable(file: "/nowhere/a.gz", reason: "it cannot be opened")) {
            try ConlluReader.read("/nowhere/a.gz")
        }
    }
}
