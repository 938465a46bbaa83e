import TextModel
import Testing

@testable import Writing

@Suite struct ScalarOffsetsTests {
    @Test(arguments: ["", "plain ASCII", "“curly”", "é", "👩‍👩‍👧 family", String(repeating: "aé€😀", count: 100)])
    func everyScalarBoundaryHasItsNumber(_ text: String) {
        let offsets = ScalarOffsets(Array(text.utf8))
        var byte: Int32 = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            #expect(offsets.scalarOffset(ofByte: byte) == index)
            byte += Int32(String(scalar).utf8.count)
        }
        #expect(offsets.scalarOffset(ofByte: byte) == text.unicodeScalars.count)
        #expect(offsets.scalarOffset(ofByte: byte + 100) == text.unicodeScalars.count)
    }

    @Test func lengthsAroundACheckpointAreRight() {
        for length in 60...70 {
            let text = "é" + String(repeating: "x", count: length)
            let offsets = ScalarOffsets(Array(text.utf8))
            #expect(offsets.scalarOffset(ofByte: Int32(length + 2)) == length + 1)
        }
    }
}
