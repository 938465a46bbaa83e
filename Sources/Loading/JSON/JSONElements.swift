/// Cuts a stream of JSON into its records: the objects of a list, or objects one after the other, over as many lines as
/// they like.
///
/// Only brackets and strings are looked at; whether a record is JSON, its parser finds out. A record that is longer than
/// allowed is passed over.
/// - Complexity: O(*n*) in bytes; one record is held.
struct JSONElements {
    enum Element: Equatable {
        /// The bytes of one object, and where it begins.
        case object(ArraySlice<UInt8>, byteOffset: Int)
        case tooLong(byteOffset: Int)
        /// Something else where an object belongs; what follows on its line is passed over.
        case junk(byteOffset: Int)
        /// The end of the input inside an object.
        case cut(byteOffset: Int)
    }

    private var input: BufferedInput
    private let limit: Int
    private var hasEnded = false

    init(_ source: any ByteSource, limit: Int) {
        input = BufferedInput(source)
        self.limit = limit
    }

    /// Where reading stands, for a failure's place.
    var byteOffset: Int { input.offset }

    var isReady: Bool { input.isReady }

    /// The next element; nil at the end.
    mutating func next() throws(LoadingError) -> Element? {
        while !hasEnded, try input.fill() {
            let skipped = input.available.prefix { Self.isBetween($0) }.count
            guard skipped < input.available.count else {
                input.consume(skipped)
                continue
            }
            input.consume(skipped)
            let offset = input.offset
            if input.available.first == UInt8(ascii: "{") { return try object(offset) }
            if offset == 0, try input.fill(atLeast: 3), input.available.starts(with: [0xEF, 0xBB, 0xBF]) {
                input.consume(3)
                continue
            }
            try skipLine()
            return .junk(byteOffset: offset)
        }
        return nil
    }

    private static func isBetween(_ byte: UInt8) -> Bool {
        byte.isASCIIWhiteSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
            || byte == 0x1E
    }

    private mutating func skipLine() throws(LoadingError) {
        while try input.fill() {
            if let end = input.available.firstIndex(of: 0x0A) {
                input.consume(end - input.start)
                return
            }
            input.consume(input.available.count)
        }
    }

    private mutating func object(_ offset: Int) throws(LoadingError) -> Element {
        var (depth, isString, isEscaped) = (0, false, false)
        var scanned = 0
        while true {
            let bytes = input.available
            var index = bytes.startIndex + scanned
            while index < bytes.endIndex {
                let byte = bytes[index]
                index += 1
                if isEscaped {
                    isEscaped = false
                } else if isString {
                    if byte == UInt8(ascii: "\\") { isEscaped = true }
                    if byte == UInt8(ascii: "\"") { isString = false }
                } else if byte == UInt8(ascii: "\"") {
                    isString = true
                } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                    depth += 1
                } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                    depth -= 1
                    guard depth == 0 else { continue }
                    let element = Array(bytes[..<index])
                    input.consume(index - bytes.startIndex)
                    return element.count > limit
                        ? .tooLong(byteOffset: offset) : .object(element[...], byteOffset: offset)
                }
            }
            scanned = bytes.count
            if scanned > limit {
                // Its end cannot be told from the end of a broken one without reading on for ever.
                hasEnded = true
                return .tooLong(byteOffset: offset)
            }
            if try !input.fill(atLeast: scanned + 1) {
                try input.throwFailure()
                hasEnded = true
                return .cut(byteOffset: offset)
            }
        }
    }
}
