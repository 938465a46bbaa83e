import Loading
import TextModel

/// Reads lines of X.jsonl as rows of a table, saying everything that is wrong with the form of each.
struct RowDecoder {
    let table: Table
    private let places: [String: Int]

    init(_ table: Table) {
        self.table = table
        places = Dictionary(table.columns.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    }

    /// - Returns: no cells when the line is no JSON object; otherwise a cell a column, null where there is a fault.
    func decode(_ line: ArraySlice<UInt8>) -> (cells: Row?, faults: [String]) {
        var reader = JSONReader(line)
        var cells = [Cell?](repeating: nil, count: table.columns.count)
        var faults: [String] = []
        do throws(JSONFault) {
            guard try reader.next() == .beginObject else {
                try reader.skip(toDepth: 0)
                _ = try reader.next()
                return (nil, ["JSON, but not an object"])
            }
            try readMembers(&reader, &cells, &faults)
            _ = try reader.next()
        } catch {
            return (nil, ["malformed JSON: \(error)"])
        }
        for (column, cell) in zip(table.columns, cells) where cell == nil { faults.append("no key '\(column.name)'") }
        return (cells.map { $0 ?? .null }, faults)
    }

    /// The first column's text, which names the row, without reading the rest of the line.
    func key(of line: ArraySlice<UInt8>) -> String? {
        var reader = JSONReader(line)
        do throws(JSONFault) {
            guard try reader.next() == .beginObject, case .key(let key) = try reader.next(),
                reader.decode(key).elementsEqual(table.columns[0].name.utf8),
                case .string(let string) = try reader.next()
            else { return nil }
            return String(decoding: reader.decode(string), as: UTF8.self)
        } catch {
            // A full read of the line says what is wrong with it.
            return nil
        }
    }

    private func readMembers(
        _ reader: inout JSONReader, _ cells: inout [Cell?], _ faults: inout [String]
    ) throws(JSONFault) {
        var expected = 0
        while case .key(let key) = try reader.next() {
            let name = String(decoding: reader.decode(key), as: UTF8.self)
            guard let place = places[name] else {
                faults.append("unknown key '\(name.prefix(40))'")
                _ = try reader.next()
                try reader.skip(toDepth: 1)
                continue
            }
            if cells[place] != nil {
                faults.append("key '\(name)' twice")
            } else if place < expected {
                faults.append("key '\(name)' is not in the order of the columns")
            }
            expected = max(expected, place + 1)
            let column = table.columns[place]
            let cell = try CellReading.cell(of: column.type, from: &reader)
            if let cell {
                if let fault = column.fault(of: cell) { faults.append(fault) }
            } else {
                faults.append("\(name) is not \(column.type.noun)")
            }
            cells[place] = cell ?? .null
        }
    }
}

/// Reads one value as a cell of the type that its column has.
private enum CellReading {
    /// - Returns: nil when the value is of another type; it has been passed over.
    static func cell(of type: ColumnType, from reader: inout JSONReader) throws(JSONFault) -> Cell? {
        guard let token = try reader.next() else { return nil }
        switch (type, token) {
        case (_, .null): return .null
        case (.text, .string(let string)), (.date, .string(let string)):
            return .text(String(decoding: reader.decode(string), as: UTF8.self))
        case (.integer, .number(let range)): return Int(digits(range, reader)).map(Cell.integer)
        case (.number, .number(let range)): return DecimalNumber(digits: digits(range, reader)).map(Cell.number)
        case (.boolean, .bool(let value)): return .boolean(value)
        case (.spans, .beginArray): return try spans(from: &reader).map(Cell.spans)
        case (.list, .beginArray): return try list(from: &reader).map(Cell.list)
        default:
            try reader.skip(toDepth: 1)
            return nil
        }
    }

    /// `[[0, 5], [7, 9]]`, whose first bracket was just read. Which spans make sense is for the article to say.
    private static func spans(from reader: inout JSONReader) throws(JSONFault) -> [Range<Int>]? {
        var spans: [Range<Int>] = []
        while let token = try reader.next(), token != .endArray {
            guard token == .beginArray, case .number(let first) = try reader.next(),
                case .number(let second) = try reader.next(), try reader.next() == .endArray,
                let start = Int(digits(first, reader)), let end = Int(digits(second, reader)), start <= end
            else {
                try reader.skip(toDepth: 1)
                return nil
            }
            spans.append(start..<end)
        }
        return spans
    }

    private static func list(from reader: inout JSONReader) throws(JSONFault) -> [String]? {
        var texts: [String] = []
        while let token = try reader.next(), token != .endArray {
            guard case .string(let string) = token else {
                try reader.skip(toDepth: 1)
                return nil
            }
            texts.append(String(decoding: reader.decode(string), as: UTF8.self))
        }
        return texts
    }

    private static func digits(_ range: Range<Int>, _ reader: JSONReader) -> String {
        String(decoding: reader.source(range), as: UTF8.self)
    }
}

extension DecimalNumber {
    /// Plain digits as the writers write them; a whole number may end in any number of zeros.
    fileprivate init?(digits: String) {
        let zeros = digits.contains(".") ? 0 : digits.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        guard zeros > 0, let number = DecimalNumber(plain: digits.dropLast(zeros)) else {
            self.init(plain: digits)
            return
        }
        self.init(number.mantissa, exponent: number.exponent + zeros)
    }
}
