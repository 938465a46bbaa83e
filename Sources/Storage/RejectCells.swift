import TextModel

/// A reject as cells, without the place that its key has.
extension Reject {
    var cells: TextModel.Row {
        [
            .integer(origin.byteOffset), givenID.map(Cell.text) ?? .null, .text(code.rawValue), .text(message),
        ]
    }

    /// - Returns: nil when the cells are not those of a reject.
    init?(cells: TextModel.Row, file: String, record: Int) {
        guard cells.count == 4, case .integer(let byteOffset) = cells[0], case .text(let word) = cells[2],
            let code = RejectCode(rawValue: word), case .text(let message) = cells[3]
        else { return nil }
        let givenID: String? = if case .text(let id) = cells[1] { id } else { nil }
        self.init(
            origin: Origin(file: file, record: record, byteOffset: byteOffset), givenID: givenID, code: code,
            message: message)
    }
}
