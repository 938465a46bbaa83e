import Testing

@testable import TextModel

@Suite struct VariableLengthIntegerTests {
    @Test(
        arguments: [
            (0, [0]), (1, [1]), (127, [0x7F]), (128, [0x80, 1]), (300, [0xAC, 2]),
            (UInt64(1) << 35, [0x80, 0x80, 0x80, 0x80, 0x80, 1]),
            (.max, [UInt8](repeating: 0xFF, count: 9) + [1]),
        ] as [(UInt64, [UInt8])])
    func asTheStandardHasIt(value: UInt64, bytes: [UInt8]) {
        var written: [UInt8] = []
        written.append(variableLength: value)
        #expect(written == bytes)
        var position = 0
        #expect(VariableLengthInteger.read(bytes + [9], at: &position) == value)
        #expect(position == bytes.count)
        // Cut anywhere it is no number.
        for end in 0..<bytes.count {
            position = 0
            #expect(VariableLengthInteger.read(Array(bytes[..<end]), at: &position) == nil)
        }
    }

    @Test func whatHasMoreBitsIsNone() {
        for last in [2, 0x7F, 0x81, 0xFF] as [UInt8] {
            var position = 0
            let bytes = [UInt8](repeating: 0xFF, count: 9) + [last, 0, 0]
            #expect(VariableLengthInteger.read(bytes, at: &position) == nil)
        }
    }
}
