/// Why bytes are not JSON (RFC 8259), and where.
///
/// It stays inside this module: at the edge it becomes a `Reject` with code `malformed_json`.
package struct JSONFault: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        /// The bytes end before the value does.
        case endOfInput
        case unexpected(UInt8, expected: Expected)
        /// A bare U+0000 to U+001F inside a string.
        case controlCharacter(UInt8)
        case invalidUTF8(UInt8)
        case invalidEscape
        /// Half of a UTF-16 surrogate pair, as in `"\ud800"`.
        case loneSurrogate
        case invalidNumber
        case tooDeep(limit: Int)
    }

    /// What the grammar allows at a place.
    package enum Expected: String, Sendable {
        case value = "a value"
        case valueOrEnd = "a value or ']'"
        case key = "a name in quotation marks"
        case keyOrEnd = "a name in quotation marks or '}'"
        case colon = "':'"
        case commaOrObjectEnd = "',' or '}'"
        case commaOrArrayEnd = "',' or ']'"
        case end = "the end"
    }

    /// Where, counted from 0 in the bytes that were given.
    package var byteOffset: Int
    package var reason: Reason
}

extension JSONFault: CustomStringConvertible {
    /// One clause for a person; bytes are counted from 1, as editors count columns.
    package var description: String { "\(reason) at byte \(byteOffset + 1)" }
}

extension JSONFault.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .endOfInput: "ends too early"
        case .unexpected(let byte, let expected): "\(Self.name(of: byte)) where \(expected.rawValue) belongs"
        case .controlCharacter(let byte): "control character \(Self.name(of: byte)) inside a string"
        case .invalidUTF8(let byte): "invalid UTF-8, \(Self.name(of: byte)),"
        case .invalidEscape: "invalid escape in a string"
        case .loneSurrogate: "half of a surrogate pair in a string"
        case .invalidNumber: "invalid number"
        case .tooDeep(let limit): "more than \(limit) values inside one another"
        }
    }

    /// A printable ASCII character in quotes, any other byte in hexadecimal.
    private static func name(of byte: UInt8) -> String {
        if (0x21...0x7E).contains(byte) { return "'\(Unicode.Scalar(byte))'" }
        let digits = String(byte, radix: 16, uppercase: true)
        return "byte 0x" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
}
