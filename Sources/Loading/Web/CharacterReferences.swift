import CLibXML2

/// Decodes `&amp;`, `&#8217;` and the like in text that was escaped once too often, as JSON-LD in pages and texts in
/// feeds often are.
enum CharacterReferences {
    /// - Complexity: O(*n*) in bytes.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var decoded: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            decoded += rest[..<ampersand]
            rest = rest[ampersand...]
            let end = rest.prefix(longestReference).firstIndex(of: UInt8(ascii: ";"))
            if let end, let scalar = scalar(rest[(ampersand + 1)..<end]) {
                decoded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                rest = rest[(end + 1)...]
            } else {
                decoded.append(UInt8(ascii: "&"))
                rest = rest.dropFirst()
            }
        }
        decoded += rest
        return String(decoding: decoded, as: UTF8.self)
    }

    private static let longestReference = 12

    /// - Parameter name: what stands between "&" and ";".
    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let name = String(decoding: name, as: UTF8.self)
        guard name.hasPrefix("#") else {
            return htmlEntityLookup(name).flatMap { Unicode.Scalar($0.pointee.value) }
        }
        let digits = name.dropFirst()
        let value =
            digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init)
    }
}
