/// JSON strings as bytes: the one escaping routine for every JSON face.
extension ByteSink where Self: ~Copyable {
    /// Appends a JSON string with its quotation marks.
    /// - Parameter utf8: well-formed.
    mutating func appendJSON(_ utf8: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        appendEscaped(utf8)
        append(UInt8(ascii: "\""))
    }

    /// Appends what stands inside a JSON string.
    ///
    /// Escapes what JSON demands, and also U+0085, U+2028 and U+2029, at which some readers of JSON Lines break a line.
    mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            guard mayNeedEscape[Int(byte)] else {
                index += 1
                continue
            }
            let length = lengthOfEscaped(in: utf8, at: index)
            guard length > 0 else {
                index += 1
                continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart..<index]))
            appendEscape(of: utf8, at: index)
            index += length
            runStart = index
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart...]))
    }

    mutating func appendJSON(_ text: String) {
        var text = text
        text.withUTF8 { appendJSON($0) }
    }

    /// Appends a text that needs no escapes, without quotation marks.
    mutating func append(raw text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends `"name":`.
    mutating func appendJSON(key name: StaticString) {
        append(UInt8(ascii: "\""))
        append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
    }

    @inline(__always)
    mutating func append(literal text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func appendEscape(of utf8: UnsafeBufferPointer<UInt8>, at index: Int) {
        switch utf8[index] {
        case UInt8(ascii: "\""): append(literal: "\\\"")
        case UInt8(ascii: "\\"): append(literal: "\\\\")
        case 0x0A: append(literal: "\\n")
        case 0x0D: append(literal: "\\r")
        case 0x09: append(literal: "\\t")
        case 0xC2: append(literal: "\\u0085")
        case 0xE2 where utf8[index + 2] == 0xA8: append(literal: "\\u2028")
        case 0xE2: append(literal: "\\u2029")
        case let control:
            append(literal: "\\u00")
            append(hexDigit(control >> 4))
            append(hexDigit(control & 0xF))
        }
    }
}

/// The bytes that begin something to escape, or may do so.
private let mayNeedEscape: [Bool] = (0...255).map { byte in
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
}

/// - Returns: how many bytes the escape replaces; 0 when the byte can stand as it is.
private func lengthOfEscaped(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch utf8[index] {
    case 0xC2: return index + 1 < utf8.count && utf8[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
        guard index + 2 < utf8.count, utf8[index + 1] == 0x80 else { return 0 }
        return utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9 ? 3 : 0
    default: return 1
    }
}

func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
}
