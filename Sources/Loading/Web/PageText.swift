/// Text of a page as a reader sees it: white space as single blanks, and nothing that has no width.
///
/// `&#147;` and its like (U+0080 to U+009F, which are control characters) are what Windows-1252 has in their place: that is
/// what every browser shows, and the only way not to lose quotation marks.
struct PageText {
    private(set) var bytes: [UInt8] = []
    /// White space came that is not written yet.
    private var owesBlank = false

    var isEmpty: Bool { bytes.isEmpty }
    var count: Int { bytes.count }

    /// - Parameter keepsLines: whether line feeds stay, as in `<pre>`.
    mutating func append(_ source: UnsafeBufferPointer<UInt8>, keepsLines: Bool = false) {
        var index = 0
        while index < source.count {
            let runStart = index
            while index < source.count, Self.isPlain[Int(source[index])] { index += 1 }
            if index > runStart {
                writeBlank()
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
            }
            guard index < source.count else { return }
            let byte = source[index]
            switch byte {
            case 0...0x20, 0x7F:
                if keepsLines, byte == 0x0A { breakLine() } else { owesBlank = true }
                index += 1
            case 0xC2 where index + 1 < source.count:
                let second = source[index + 1]
                if second == 0xA0 {
                    owesBlank = true
                } else if second < 0xA0 {
                    writeBlank()
                    bytes.append(contentsOf: Windows1252.decode([second]))
                } else if second != 0xAD {
                    writeBlank()
                    bytes.append(0xC2)
                    bytes.append(second)
                }
                index += 2
            case 0xE2 where index + 2 < source.count && source[index + 1] == 0x80:
                switch source[index + 2] {
                case 0x8B, 0x8E, 0x8F, 0xAA...0xAE: break
                case 0xA8, 0xA9: owesBlank = true
                default:
                    writeBlank()
                    bytes.append(contentsOf: source[index..<index + 3])
                }
                index += 3
            case 0xEF where index + 2 < source.count && source[index + 1] == 0xBB && source[index + 2] == 0xBF:
                index += 3
            default:
                writeBlank()
                bytes.append(byte)
                index += 1
            }
        }
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// A blank, unless nothing or white space stands before it or nothing comes behind it.
    mutating func appendBlank() { owesBlank = true }

    /// A line feed in the place of white space.
    mutating func breakLine() {
        owesBlank = false
        if !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x0A) }
    }

    /// Everything so far, without white space at the end; and begins anew.
    mutating func take() -> [UInt8] {
        while bytes.last == 0x0A { bytes.removeLast() }
        owesBlank = false
        let taken = bytes
        bytes.removeAll(keepingCapacity: true)
        return taken
    }

    private mutating func writeBlank() {
        guard owesBlank else { return }
        owesBlank = false
        if let last = bytes.last, last != 0x0A { bytes.append(0x20) }
    }

    /// A value or a text in one line.
    static func cleaned(_ bytes: ArraySlice<UInt8>) -> String {
        var text = PageText()
        bytes.withUnsafeBufferPointer { text.append($0) }
        return String(decoding: text.take(), as: UTF8.self)
    }

    /// The bytes that are copied as they are, whatever follows.
    private static let isPlain: [Bool] = (0...255).map { $0 > 0x20 && $0 != 0x7F && ![0xC2, 0xE2, 0xEF].contains($0) }
}
