import TextModel

/// Where an article stands in the output, and a stamp of all that its rows depend on.
package struct Placement: Hashable, Sendable {
    /// The input's label and the record in it: the order of the output.
    package let file: String
    package let record: Int
    /// Equal stamps mean equal rows.
    package let stamp: [UInt8]

    package init(file: String, record: Int, stamp: [UInt8]) {
        self.file = file
        self.record = record
        self.stamp = stamp
    }

    func precedes(_ other: Placement) -> Bool {
        file.utf8.elementsEqual(other.file.utf8) ? record < other.record : bytesPrecede(file, other.file)
    }
}

/// One article of a generation: where it stands, and how much of each table's files its rows take.
struct OutlineEntry: Hashable, Sendable {
    let place: Placement
    /// Of the tables that have rows by article, in their order.
    let extents: [Extent]

    private static let mark = 1

    /// The tables whose rows come article by article.
    static let tables = [Table.articles, .attributions, .quotes, .numericClaims]

    func append(to bytes: inout [UInt8]) {
        bytes.append(number: Self.mark)
        bytes.append(field: place.file.utf8)
        bytes.append(number: place.record)
        bytes.append(field: place.stamp)
        for extent in extents { bytes.append(extent) }
    }

    init(place: Placement, extents: [Extent]) {
        self.place = place
        self.extents = extents
    }

    /// - Returns: nil also where a run of rows stands.
    init?(from cursor: inout OutlineCursor) {
        guard cursor.number() == Self.mark, let file = cursor.field(), let record = cursor.number(),
            let stamp = cursor.field()
        else { return nil }
        var extents: [Extent] = []
        for _ in Self.tables {
            guard let extent = cursor.extent() else { return nil }
            extents.append(extent)
        }
        self.init(
            place: Placement(file: String(decoding: file, as: UTF8.self), record: record, stamp: Array(stamp)),
            extents: extents)
    }
}
