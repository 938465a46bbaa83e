import Testing
import TextModel

/// The vectors of the FNV reference.
@Suite struct ByteHashTests {
    @Test(arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)])
    func equalsTheReference(_ row: (text: String, hash: UInt64)) {
        #expect(ByteHash(row.text.utf8).value == row.hash)
        var hash = ByteHash()
        for byte in row.text.utf8 { hash.add(byte) }
        #expect(hash.value == row.hash)
    }
}
