import TextModel

extension Column {
    /// What is wrong with a cell of the right type, as one clause; nil when nothing is.
    func fault(of cell: Cell) -> String? {
        switch cell {
        case .null: return isRequired ? "\(name) is null, but required" : nil
        case .text(let text): return textFault(text)
        case .spans(let spans): return spansFault(spans)
        case .integer, .number, .boolean, .list: return nil
        }
    }

    private func textFault(_ text: String) -> String? {
        if text.isEmpty { return "\(name) is an empty text, not null" }
        if !categories.isEmpty, !categories.contains(text) {
            return "\(name) is \(quoted(text)), not one of \(categories.joined(separator: ", "))"
        }
        if type == .date, !ISODate.isValid(text) { return "\(name) is \(quoted(text)), not an ISO 8601 date" }
        return nil
    }

    private func spansFault(_ spans: [Range<Int>]) -> String? {
        if spans.isEmpty { return "\(name) is an empty list, not null" }
        if spans.contains(where: \.isEmpty) { return "\(name) has an empty span" }
        if spans.contains(where: { $0.lowerBound < 0 }) { return "\(name) begins before the text" }
        let areSorted = zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
        return areSorted ? nil : "\(name) is not sorted, or its spans overlap"
    }
}

/// At most 60 characters of a text, in quotation marks.
func quoted(_ text: String) -> String { text.count > 60 ? "'\(text.prefix(59))…'" : "'\(text)'" }

extension ColumnType {
    /// With its article, for messages.
    var noun: String {
        switch self {
        case .text: "a text"
        case .integer: "an integer"
        case .number: "a decimal number"
        case .boolean: "true or false"
        case .date: "a date"
        case .spans: "a list of [start, end]"
        case .list: "a list of texts"
        }
    }
}

/// The shape of the datasets' dates: ISO 8601 to the precision that is known.
enum ISODate {
    /// "2018", "2018-06", "2018-06-12", and a day with a time such as "2018-06-12T08:00:00Z".
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let year = number(bytes, 0..<4) else { return false }
        if bytes.count == 4 { return true }
        guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-"), let month = number(bytes, 5..<7),
            (1...12).contains(month)
        else { return false }
        if bytes.count == 7 { return true }
        guard bytes.count >= 10, bytes[7] == UInt8(ascii: "-"), let day = number(bytes, 8..<10),
            (1...days(inMonth: month, year)).contains(day)
        else { return false }
        return bytes.count == 10 || isTime(bytes[10...])
    }

    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let mark = bytes.first, mark == UInt8(ascii: "T") || mark == UInt8(ascii: " "), bytes.count > 1 else {
            return false
        }
        return bytes.dropFirst().allSatisfy { "0123456789:.+-Z".utf8.contains($0) }
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.upperBound <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[range] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func days(inMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
