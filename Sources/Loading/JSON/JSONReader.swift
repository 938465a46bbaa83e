/// Reads one JSON text (RFC 8259) token by token, strictly: nothing that is not JSON gets through.
///
/// Tokens point into the bytes; only the strings that are asked for are decoded, so skipping costs one check of each
/// byte. Names may repeat in an object: the caller lets the last one win. A number stays text, so none overflows.
/// The reader does not recurse; values inside one another end at `depthLimit`.
///
///     var reader = JSONReader(Array(#"{"id": 7}"#.utf8)[...])
///     while let token = try reader.next() { … }     // beginObject, key, number, endObject
package struct JSONReader {
    package enum Token: Equatable, Sendable {
        case beginObject, endObject, beginArray, endArray
        /// A name in an object; its value is the next token.
        case key(JSONString)
        case string(JSONString)
        /// Indices of its digits, sign, point and exponent.
        case number(Range<Int>)
        case bool(Bool)
        case null
    }

    package static let depthLimit = 512

    /// What the grammar allows next.
    private enum State { case value, valueOrEnd, key, keyOrEnd, commaOrEnd, end }

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var state = State.value
    /// The containers around `position`, outermost first; true is an object.
    private var isObject: [Bool] = []

    /// - Parameter skippingByteOrderMark: whether a leading U+FEFF is passed over; elsewhere it is a fault.
    package init(_ bytes: ArraySlice<UInt8>, skippingByteOrderMark: Bool = false) {
        self.bytes = bytes
        position = bytes.startIndex
        if skippingByteOrderMark && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    }

    /// How many objects and arrays are open at this place.
    package var depth: Int { isObject.count }

    /// The next token; nil once the text is complete and nothing but white space follows it.
    package mutating func next() throws(JSONFault) -> Token? {
        var byte = nextByte()
        if state == .end {
            if let byte { throw unexpected(byte, .end) }
            return nil
        }
        guard byte != nil else { throw fault(.endOfInput) }
        if state == .commaOrEnd, byte == UInt8(ascii: ",") {
            position += 1
            state = isObject.last == true ? .key : .value
            byte = nextByte()
        }
        guard let byte else { throw fault(.endOfInput) }
        switch state {
        case .value, .valueOrEnd:
            if state == .valueOrEnd, byte == UInt8(ascii: "]") { return close() }
            return try value(byte)
        case .key, .keyOrEnd:
            if state == .keyOrEnd, byte == UInt8(ascii: "}") { return close() }
            guard byte == UInt8(ascii: "\"") else { throw unexpected(byte, state == .key ? .key : .keyOrEnd) }
            return try key()
        case .commaOrEnd, .end:
            let isObject = isObject.last == true
            guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw unexpected(byte, isObject ? .commaOrObjectEnd : .commaOrArrayEnd)
            }
            return close()
        }
    }

    /// Passes over what is left of the containers inside `depth`, checking it.
    package mutating func skip(toDepth depth: Int) throws(JSONFault) {
        while self.depth > depth { _ = try next() }
    }

    /// The decoded bytes of a string or key of this reader: well-formed UTF-8.
    package func decode(_ string: JSONString) -> [UInt8] {
        let source = bytes[string.range]
        return string.hasEscapes ? source.withUnsafeBufferPointer(JSONString.decode) : Array(source)
    }

    /// The bytes of a number, or of a string with its escapes.
    package func source(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }
}

// The grammar, one method a production. `position` is at the first byte of the production.
extension JSONReader {
    private mutating func value(_ byte: UInt8) throws(JSONFault) -> Token {
        switch byte {
        case UInt8(ascii: "\""):
            state = afterValue
            return .string(try string())
        case UInt8(ascii: "{"):
            try open(isObject: true)
            return .beginObject
        case UInt8(ascii: "["):
            try open(isObject: false)
            return .beginArray
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            state = afterValue
            return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected(byte, state == .value ? .value : .valueOrEnd)
        }
    }

    private mutating func key() throws(JSONFault) -> Token {
        let key = try string()
        guard let byte = nextByte() else { throw fault(.endOfInput) }
        guard byte == UInt8(ascii: ":") else { throw unexpected(byte, .colon) }
        position += 1
        state = .value
        return .key(key)
    }

    private mutating func string() throws(JSONFault) -> JSONString {
        let start = bytes.startIndex
        let from = position + 1 - start
        // A rethrowing `withUnsafe…` loses the error's type, so the outcome travels as a value.
        let scanned = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONFault) in try JSONString.scan(buffer, from: from) }
        }
        let string = try scanned.get()
        position = start + string.range.upperBound + 1
        return JSONString(
            range: start + string.range.lowerBound..<start + string.range.upperBound, hasEscapes: string.hasEscapes)
    }

    private mutating func number() throws(JSONFault) -> Range<Int> {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        if byteHere == UInt8(ascii: "0") { position += 1 } else { try digits(of: start) }
        if byteHere == UInt8(ascii: ".") {
            position += 1
            try digits(of: start)
        }
        if byteHere == UInt8(ascii: "e") || byteHere == UInt8(ascii: "E") {
            position += 1
            if byteHere == UInt8(ascii: "+") || byteHere == UInt8(ascii: "-") { position += 1 }
            try digits(of: start)
        }
        // "01" and "1x" are one wrong number, not a number and something else.
        if let byte = byteHere, Self.isNumberOrNameByte(byte) {
            throw JSONFault(byteOffset: start - bytes.startIndex, reason: .invalidNumber)
        }
        return start..<position
    }

    /// One digit or more.
    private mutating func digits(of start: Int) throws(JSONFault) {
        let first = position
        while let byte = byteHere, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        if position > first { return }
        throw position == bytes.endIndex
            ? fault(.endOfInput) : JSONFault(byteOffset: start - bytes.startIndex, reason: .invalidNumber)
    }

    private mutating func word(_ word: StaticString, _ token: Token) throws(JSONFault) -> Token {
        for index in 0..<word.utf8CodeUnitCount {
            guard let byte = byteHere else { throw fault(.endOfInput) }
            guard byte == word.utf8Start[index] else { throw unexpected(byte, .value) }
            position += 1
        }
        if let byte = byteHere, Self.isNumberOrNameByte(byte) { throw unexpected(byte, .value) }
        state = afterValue
        return token
    }

    private mutating func open(isObject: Bool) throws(JSONFault) {
        guard depth < Self.depthLimit else { throw fault(.tooDeep(limit: Self.depthLimit)) }
        self.isObject.append(isObject)
        position += 1
        state = isObject ? .keyOrEnd : .valueOrEnd
    }

    private mutating func close() -> Token {
        position += 1
        let wasObject = isObject.popLast() ?? false
        state = afterValue
        return wasObject ? .endObject : .endArray
    }

    private var afterValue: State { isObject.isEmpty ? .end : .commaOrEnd }

    private var byteHere: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    /// The next byte that is not white space, which becomes `position`.
    private mutating func nextByte() -> UInt8? {
        while position < bytes.endIndex {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        return nil
    }

    private func fault(_ reason: JSONFault.Reason) -> JSONFault {
        JSONFault(byteOffset: position - bytes.startIndex, reason: reason)
    }

    private func unexpected(_ byte: UInt8, _ expected: JSONFault.Expected) -> JSONFault {
        fault(.unexpected(byte, expected: expected))
    }

    private static func isNumberOrNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
