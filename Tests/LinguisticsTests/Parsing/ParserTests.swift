import CModels
import Learning
import Linguistics
import Testing

/// What the parser promises whatever the words are; how well it parses is scored by `sayso-train score parser`.
@Suite struct ParserTests {
    private static let parser = Parser()

    /// Words one after the other, with tags drawn by chance.
    private struct Words {
        var text: [UInt8] = []
        var starts: [Int32] = []
        var ends: [Int32] = []
        var tags = PartsOfSpeech(count: 0)

        init(count: Int, seed: UInt64) {
            var chance = Chance(seed: seed)
            tags = PartsOfSpeech(count: count)
            for word in 0..<count {
                starts.append(Int32(text.count))
                for _ in 0..<Int.random(in: 0...12, using: &chance) {
                    text.append(.random(in: 0...255, using: &chance))
                }
                ends.append(Int32(text.count))
                tags.universal[word] = UniversalTag.allCases.randomElement(using: &chance) ?? .other
                tags.penn[word] = PennTag.allCases.randomElement(using: &chance) ?? .unknown
            }
        }

        func parse(_ sentences: [Range<Int>], _ arena: ParserArena = ParserTests.parser.makeArena()) -> DependencyParse
        {
            var parse = DependencyParse(count: starts.count)
            text.withUnsafeBufferPointer {
                ParserTests.parser.parse($0, starts, ends, tags, sentences, arena, into: &parse)
            }
            return parse
        }
    }

    /// Nothing but trees: one root a sentence, every word leads to it, no arc leaves the sentence or crosses another.
    private func expectTree(_ parse: DependencyParse, _ sentence: Range<Int>) {
        let roots = sentence.filter { parse.heads[$0] < 0 }
        #expect(roots.count == 1)
        for word in sentence {
            #expect((parse.relations[word] == .root) == (parse.heads[word] < 0))
            var head = word, steps = 0
            while parse.heads[head] >= 0, steps <= sentence.count {
                head = Int(parse.heads[head])
                guard sentence.contains(head) else { break }
                steps += 1
            }
            #expect(head == roots.first)
        }
        for word in sentence where parse.heads[word] >= 0 {
            let head = Int(parse.heads[word])
            let between = min(word, head) + 1..<max(word, head)
            #expect(between.allSatisfy { parse.heads[$0] >= min(word, head) && parse.heads[$0] <= max(word, head) })
        }
    }

    @Test(arguments: [1, 2, 3, 10, 60, 255, 256])
    func makesATreeOfAnyBytes(count: Int) {
        expectTree(Words(count: count, seed: UInt64(count)).parse([0..<count]), 0..<count)
    }

    /// Sentences beyond the arena's size are parsed in pieces that hang together.
    @Test(arguments: [257, 600, 2000])
    func makesATreeOfALongSentence(count: Int) {
        expectTree(Words(count: count, seed: 1).parse([0..<count]), 0..<count)
    }

    /// What stands beside a sentence does not change its parse; tokens between sentences stay as they are.
    @Test func parsesEachSentenceAlone() {
        let words = Words(count: 300, seed: 7)
        let sentences = [0..<1, 1..<40, 40..<40, 42..<90, 90..<290, 290..<300]
        let together = words.parse(sentences)
        for sentence in sentences {
            let alone = words.parse([sentence])
            #expect(sentence.allSatisfy { together.heads[$0] == alone.heads[$0] })
            #expect(sentence.allSatisfy { together.relations[$0] == alone.relations[$0] })
        }
        #expect(together.heads[40] == -1 && together.heads[41] == -1)
    }

    /// What an arena remembers of earlier words changes nothing.
    @Test func parsesTheSameWithAUsedArena() {
        let arena = Self.parser.makeArena()
        for seed: UInt64 in [1, 2, 3, 1, 2] {
            let words = Words(count: 3000, seed: seed)
            let sentences = stride(from: 0, to: 3000, by: 30).map { $0..<$0 + 30 }
            #expect(words.parse(sentences, arena) == words.parse(sentences))
        }
    }

    @Test func parsesNothing() {
        #expect(Words(count: 0, seed: 0).parse([]).count == 0)
    }

    /// Ten times the words take about ten times as long, in one sentence too.
    @Test func takesLinearTime() {
        func seconds(_ count: Int) -> Double {
            let words = Words(count: count, seed: 2)
            return (0..<3).map { _ in
                let time = ContinuousClock().measure { _ = words.parse([0..<count]) }
                return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
            }.min() ?? 0
        }
        #expect(seconds(40_000) < 30 * seconds(4_000))
    }

    /// "The mayor said the bridge was safe.": what a speaker, his words and what they are about hang on.
    @Test func parsesAStatement() {
        let forms = ["The", "mayor", "said", "the", "bridge", "was", "safe", "."]
        var text: [UInt8] = []
        var starts: [Int32] = [], ends: [Int32] = []
        for form in forms {
            starts.append(Int32(text.count))
            text += form.utf8
            ends.append(Int32(text.count))
            text.append(0x20)
        }
        var tags = PartsOfSpeech(count: forms.count)
        let tagger = PartOfSpeechTagger()
        var parse = DependencyParse(count: forms.count)
        text.withUnsafeBufferPointer {
            tagger.tag($0, starts, ends, [0..<forms.count], into: &tags)
            Self.parser.parse($0, starts, ends, tags, [0..<forms.count], Self.parser.makeArena(), into: &parse)
        }
        #expect(parse.heads == [1, 2, -1, 4, 6, 6, 2, 2])
        #expect(parse.relations == [.det, .nsubj, .root, .det, .nsubj, .cop, .ccomp, .punct])
    }
}

@Suite struct ParserModelTests {
    private static let embedded = sayso_model_named("parser").map {
        Array(UnsafeBufferPointer(start: $0.pointee.bytes, count: $0.pointee.count))
    }

    @Test func refusesADamagedFile() throws {
        var bytes = try #require(Self.embedded)
        bytes[bytes.count / 2] ^= 1
        #expect(throws: LearningError.checksumMismatch) { try ParserModel(ModelBytes(copying: bytes)) }
        #expect(throws: LearningError.wrongLength(expected: bytes.count, found: bytes.count - 1)) {
            try ParserModel(ModelBytes(copying: bytes.dropLast()))
        }
        #expect(throws: LearningError.notAModel) { try ParserModel(ModelBytes(copying: [])) }
    }

    /// Files that are sound as files and no parsers.
    @Test func refusesAnotherModel() {
        let other = ModelFileWriter(kind: "tagger", revision: ParserModel.revision).file()
        #expect(
            throws: LearningError.wrongModel(
                expected: "parser \(ParserModel.revision)", found: "tagger \(ParserModel.revision)")
        ) {
            try ParserModel(ModelBytes(copying: other))
        }
        let empty = ModelFileWriter(kind: ParserModel.kind, revision: ParserModel.revision)
        #expect(throws: LearningError.missingSection("shape")) { try ParserModel(ModelBytes(copying: empty.file())) }
        for sizes: [Int32] in [[.max, 1, 1, 1, 1], [16, 8, 8, 1, 16], [32, 16, 32, 1, 16]] {
            var large = empty
            large.add("shape", sizes)
            #expect(throws: LearningError.malformedSection("shape", reason: "has sizes that no network can have")) {
                try ParserModel(ModelBytes(copying: large.file()))
            }
        }
        var infinite = empty
        infinite.add("shape", [32, 16, 16, 1, 16] as [Int32])
        infinite.add("word.keys", [0] as [UInt32])
        infinite.add("word.slots", [0] as [UInt16])
        infinite.add("words", [Int16](repeating: 0, count: 32))
        infinite.add("affixes", [Int16](repeating: 0, count: WordRows.affixRows * 16))
        infinite.add("tags", [Int16](repeating: 0, count: TagRows.count * 16))
        var heavy = infinite
        heavy.add("layer0.weights", [Int8](repeating: 65, count: 64 * 192))
        #expect(throws: LearningError.malformedSection("layer0.weights", reason: "has numbers out of range")) {
            try ParserModel(ModelBytes(copying: heavy.file()))
        }
        infinite.add("layer0.weights", [Int8](repeating: 0, count: 64 * 192))
        infinite.add("layer0.scales", [Float](repeating: .infinity, count: 192))
        #expect(throws: LearningError.malformedSection("layer0.scales", reason: "has numbers that are not finite")) {
            try ParserModel(ModelBytes(copying: infinite.file()))
        }
    }
}
