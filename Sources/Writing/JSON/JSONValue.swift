import TextModel

/// A JSON document with its keys in the order they were given: what `run.json` and `datapackage.json` are made of.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case decimal(DecimalNumber)
    case text(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// Leaves out members whose value is nil.
    package static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    package static func text(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

    /// UTF-8, two spaces a level, one line end at the end.
    package func document() -> [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, indentation: 0)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func write(to bytes: inout [UInt8], indentation: Int) {
        switch self {
        case .null: bytes.append(literal: "null")
        case .boolean(let value): bytes.append(literal: value ? "true" : "false")
        case .integer(let value): bytes.append(integer: value)
        case .decimal(let value): bytes.append(decimal: value)
        case .text(let value): bytes.appendJSON(value)
        case .array(let values):
            writeList("[", "]", count: values.count, to: &bytes, indentation: indentation) { index, bytes in
                values[index].write(to: &bytes, indentation: indentation + 1)
            }
        case .object(let members):
            writeList("{", "}", count: members.count, to: &bytes, indentation: indentation) { index, bytes in
                bytes.appendJSON(members[index].name)
                bytes.append(literal: ": ")
                members[index].value.write(to: &bytes, indentation: indentation + 1)
            }
        }
    }

    private func writeList(
        _ open: StaticString, _ close: StaticString, count: Int, to bytes: inout [UInt8], indentation: Int,
        element: (Int, inout [UInt8]) -> Void
    ) {
        bytes.append(literal: open)
        for index in 0..<count {
            bytes.append(literal: index == 0 ? "\n" : ",\n")
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (indentation + 1)))
            element(index, &bytes)
        }
        if count > 0 {
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indentation))
        }
        bytes.append(literal: close)
    }
}
