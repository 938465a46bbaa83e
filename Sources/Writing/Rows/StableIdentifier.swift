import Crypto
import TextModel

/// Identifiers that are the same in every run: a readable prefix and 80 bits of a SHA-256, as 16 lower-case base32
/// characters (RFC 4648).
package enum StableIdentifier {
    /// `art_…`: of the given id, the url and the text.
    package static func article(_ article: Article) -> String {
        var hash = FieldHash()
        hash.add(text: article.givenID)
        hash.add(text: article.url)
        hash.add(bytes: article.text)
        return "art_" + hash.base32()
    }

    /// `att_…` or `quo_…`: of the article's id, the table and the row's spans.
    static func row(prefix: String, articleID: String, table: String, spans: [[Range<Int>]], repetition: Int) -> String
    {
        var hash = FieldHash()
        hash.add(text: articleID)
        hash.add(text: table)
        for role in spans { hash.add(spans: role) }
        if repetition > 0 { hash.add(text: String(repetition)) }
        return prefix + hash.base32()
    }

    /// `spk_…`: of kind and lower-cased name, the same over the corpus for a named person or organization; of the
    /// article's id too for any other source, since "a spokesman" here is not "a spokesman" there.
    static func speaker(name: String, kind: SourceKind, articleID: String) -> String {
        var hash = FieldHash()
        hash.add(text: kind.rawValue)
        hash.add(text: name.lowercased())
        if kind != .person && kind != .organization { hash.add(text: articleID) }
        return "spk_" + hash.base32()
    }
}

/// A SHA-256 over fields, each with its length before it, so that no two lists of fields run together.
struct FieldHash {
    private var hash = SHA256()

    /// A missing text differs from an empty one.
    mutating func add(text: String?) {
        guard var text else { return add(length: -1) }
        text.withUTF8 { bytes in
            add(length: Int64(bytes.count))
            hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
    }

    mutating func add(bytes: [UInt8]) {
        add(length: Int64(bytes.count))
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }

    mutating func add(spans: [Range<Int>]) {
        add(length: Int64(spans.count))
        for span in spans {
            add(length: Int64(span.lowerBound))
            add(length: Int64(span.upperBound))
        }
    }

    private mutating func add(length: Int64) {
        withUnsafeBytes(of: length.littleEndian) { hash.update(bufferPointer: $0) }
    }

    /// The first 80 bits.
    func base32() -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var characters: [UInt8] = []
        characters.reserveCapacity(16)
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in hash.finalize().prefix(10) {
            bits = bits << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 5 {
                bitCount -= 5
                characters.append(alphabet[Int(bits >> UInt32(bitCount)) & 31])
            }
        }
        return String(decoding: characters, as: UTF8.self)
    }
}

/// The 64 lower-case hexadecimal digits of a digest.
func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    for byte in digest {
        digits.append(hexDigit(byte >> 4))
        digits.append(hexDigit(byte & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
}
