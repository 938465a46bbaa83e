/// How much of a table's two files some rows take.
struct Extent: Hashable, Sendable {
    var csvBytes = 0
    var jsonBytes = 0
    var rows = 0
    var cells = CellCounts()

    static func + (left: Extent, right: Extent) -> Extent {
        var sum = left
        sum.csvBytes += right.csvBytes
        sum.jsonBytes += right.jsonBytes
        sum.rows += right.rows
        sum.cells.guarded += right.cells.guarded
        sum.cells.cut += right.cells.cut
        return sum
    }

    static func - (left: Extent, right: Extent) -> Extent {
        var rest = left
        rest.csvBytes -= right.csvBytes
        rest.jsonBytes -= right.jsonBytes
        rest.rows -= right.rows
        rest.cells.guarded -= right.cells.guarded
        rest.cells.cut -= right.cells.cut
        return rest
    }
}

func + (left: [Extent], right: [Extent]) -> [Extent] { zip(left, right).map { $0 + $1 } }
func - (left: [Extent], right: [Extent]) -> [Extent] { zip(left, right).map { $0 - $1 } }
