import Learning
import Testing

@Suite("Model files")
struct ModelFileTests {
    private static func file() -> [UInt8] {
        var writer = ModelFileWriter(kind: "tagger", revision: 3)
        writer.add("numbers", [Int16](-500..<500))
        writer.add("names", strings: ["NN", "VB", "µm"])
        writer.add("empty", [Float]())
        return writer.file()
    }

    @Test("Sections come back as they were written, aligned")
    func roundTrip() throws {
        let model = try ModelFile(ModelBytes(copying: Self.file()))
        try model.require(kind: "tagger", revision: 3)
        let numbers: UnsafeBufferPointer<Int16> = try model.section("numbers", count: 1000)
        #expect(Array(numbers) == Array(-500..<500))
        #expect(Int(bitPattern: numbers.baseAddress) % 64 == 0)
        #expect(try model.strings("names") == ["NN", "VB", "µm"])
        #expect(try model.section("empty", of: Float.self).isEmpty)
        #expect(model.has("empty") && !model.has("other"))
    }

    @Test("What does not fit is a typed error")
    func misfits() throws {
        let model = try ModelFile(ModelBytes(copying: Self.file()))
        #expect(throws: LearningError.missingSection("other")) { try model.section("other", of: Int8.self) }
        #expect(throws: LearningError.malformedSection("names", reason: "is no whole number of values")) {
            try model.section("names", of: Int64.self)
        }
        #expect(throws: LearningError.malformedSection("numbers", reason: "has 1000 values instead of 999")) {
            try model.section("numbers", of: Int16.self, count: 999)
        }
        #expect(throws: LearningError.wrongModel(expected: "tagger 4", found: "tagger 3")) {
            try model.require(kind: "tagger", revision: 4)
        }
    }

    @Test("Every single damaged byte is found")
    func damage() {
        let bytes = Self.file()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            #expect(throws: LearningError.self, "byte \(index)") { try ModelFile(ModelBytes(copying: damaged)) }
        }
    }

    @Test("A file cut off anywhere, or with more behind it, is refused")
    func wrongLength() {
        let bytes = Self.file()
        for count in 0..<bytes.count {
            #expect(throws: LearningError.self) { try ModelFile(ModelBytes(copying: Array(bytes.prefix(count)))) }
        }
        #expect(throws: LearningError.wrongLength(expected: bytes.count, found: bytes.count + 1)) {
            try ModelFile(ModelBytes(copying: bytes + [0]))
        }
    }

    @Test("Random bytes behind a good magic never trap")
    func randomBytes() {
        var chance = Chance(seed: 7)
        for _ in 0..<2000 {
            let count = Int.random(in: 0..<400, using: &chance)
            let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
            let bytes = Array("SAYSOMDL".utf8) + noise
            #expect(throws: LearningError.self) { try ModelFile(ModelBytes(copying: bytes)) }
        }
    }
}
