/// What a file's bytes turned out to be.
package enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    /// Another one, which a web page or an XML declaration names.
    case named
}

/// A text as UTF-8, and what it was stored as.
package struct DecodedText: Equatable, Sendable {
    /// Well-formed UTF-8, without a leading byte order mark; line ends are as they were.
    package var bytes: [UInt8]
    package var encoding: TextEncoding
}

/// Why bytes are not a text.
package struct TextFault: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        /// Broken UTF-8, or text in an encoding that is not read here.
        case neitherUTF8NorWindows1252(UInt8)
        /// Announced by its byte order mark, or mostly well-formed.
        case brokenUTF8(UInt8)
        case brokenUTF16
        case utf32
        /// A NUL: no text at all.
        case binary
        /// The label of an encoding that nobody here knows.
        case unknownEncoding(String)
    }

    /// The first bad byte, counted from 0 in the file.
    package var byteOffset: Int
    package var reason: Reason
}

extension TextFault: CustomStringConvertible {
    package var description: String {
        let place = "byte offset \(byteOffset)"
        return switch reason {
        case .neitherUTF8NorWindows1252(let byte):
            "byte 0x\(String(byte, radix: 16, uppercase: true)) at \(place) is neither UTF-8 nor plausible Windows-1252"
        case .brokenUTF8(let byte):
            "byte 0x\(String(byte, radix: 16, uppercase: true)) at \(place) breaks the UTF-8"
        case .brokenUTF16: "half of a surrogate pair or of a code unit at \(place) breaks the UTF-16"
        case .utf32: "UTF-32 is not read"
        case .binary: "a binary file: NUL at \(place)"
        case .unknownEncoding(let name): "not UTF-8, and the encoding \"\(name.prefix(40))\" is not known"
        }
    }
}

/// Finds out how a text is encoded, and decodes it to UTF-8.
///
/// In this order: a byte order mark; NULs where UTF-16 has them in Latin script; well-formed UTF-8; Windows-1252 when
/// every byte above ASCII makes sense there. When in doubt it refuses: a wrong guess would put wrong words into
/// people's mouths.
package enum TextDecoding {
    /// - Throws: a fault with the first bad byte. Empty bytes are an empty UTF-8 text.
    package static func decode(_ bytes: [UInt8]) throws(TextFault) -> DecodedText {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            if let fault = firstFault(in: bytes) {
                throw TextFault(byteOffset: fault, reason: .brokenUTF8(bytes[fault]))
            }
            try refuseBinary(bytes)
            return DecodedText(bytes: Array(bytes.dropFirst(3)), encoding: .utf8)
        }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw TextFault(byteOffset: 0, reason: .utf32)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, from: 2, .utf16LittleEndian) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, from: 2, .utf16BigEndian) }
        if let encoding = UTF16Decoding.encodingWithoutMark(bytes) { return try utf16(bytes, from: 0, encoding) }
        try refuseBinary(bytes)
        guard let fault = firstFault(in: bytes) else { return DecodedText(bytes: bytes, encoding: .utf8) }
        return DecodedText(bytes: try windows1252(bytes, firstFault: fault), encoding: .windows1252)
    }

    private static func utf16(
        _ bytes: [UInt8], from start: Int, _ encoding: TextEncoding
    ) throws(TextFault) -> DecodedText {
        let text = try UTF16Decoding.decode(bytes, from: start, isBigEndian: encoding == .utf16BigEndian)
        return DecodedText(bytes: text, encoding: encoding)
    }

    private static func windows1252(_ bytes: [UInt8], firstFault: Int) throws(TextFault) -> [UInt8] {
        let counts = sequenceCounts(bytes)
        // As many good sequences as bad bytes or more: UTF-8 that somebody cut or mixed.
        if counts.wellFormed >= counts.bad {
            throw TextFault(byteOffset: firstFault, reason: .brokenUTF8(bytes[firstFault]))
        }
        guard Windows1252.isPlausible(bytes) else {
            throw TextFault(byteOffset: firstFault, reason: .neitherUTF8NorWindows1252(bytes[firstFault]))
        }
        return Windows1252.decode(bytes)
    }

    private static func refuseBinary(_ bytes: [UInt8]) throws(TextFault) {
        if let nul = bytes.firstIndex(of: 0) { throw TextFault(byteOffset: nul, reason: .binary) }
    }

    private static func firstFault(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer(UTF8Validation.firstFault)
    }

    /// Well-formed sequences of more than one byte, and bytes that belong to no sequence.
    private static func sequenceCounts(_ bytes: [UInt8]) -> (wellFormed: Int, bad: Int) {
        bytes.withUnsafeBufferPointer { buffer in
            var (index, wellFormed, bad) = (0, 0, 0)
            while true {
                index = UTF8Validation.endOfASCII(buffer, from: index)
                if index == buffer.count { return (wellFormed, bad) }
                let length = UTF8Validation.sequenceLength(buffer, at: index)
                if length > 0 { wellFormed += 1 } else { bad += 1 }
                index += max(length, 1)
            }
        }
    }
}
