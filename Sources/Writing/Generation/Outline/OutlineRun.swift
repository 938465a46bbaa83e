import TextModel

/// Rows of the table without articles that follow each other, known again by a name of all that they depend on.
struct OutlineRun: Hashable, Sendable {
    let name: UInt64
    let extent: Extent

    /// Its rows come after those of all articles.
    static let table = Table.speakers
    private static let mark = 2

    init(name: UInt64, extent: Extent) {
        self.name = name
        self.extent = extent
    }

    func append(to bytes: inout [UInt8]) {
        bytes.append(number: Self.mark)
        bytes.append(number: Int(bitPattern: UInt(name >> 32)))
        bytes.append(number: Int(bitPattern: UInt(name & 0xFFFF_FFFF)))
        bytes.append(extent)
    }

    init?(from cursor: inout OutlineCursor) {
        guard cursor.number() == Self.mark, let high = cursor.number(), let low = cursor.number(),
            let extent = cursor.extent()
        else { return nil }
        self.init(name: UInt64(high) << 32 | UInt64(low), extent: extent)
    }
}
