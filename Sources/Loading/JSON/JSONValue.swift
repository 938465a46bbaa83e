/// A whole JSON value in memory, for small documents; articles are read by `JSONReader` instead.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// As written: no digit is lost.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Of names that repeat, the last.
    case object([String: JSONValue])

    /// - Throws: a fault at the first byte that is not JSON, with nothing after the value but white space allowed.
    package init(parsing bytes: ArraySlice<UInt8>) throws(JSONFault) {
        var reader = JSONReader(bytes, skippingByteOrderMark: true)
        self = .null
        if let token = try reader.next() { self = try Self.value(token, from: &reader) }
        _ = try reader.next()
    }

    /// The value of a name in an object; nil when this is no object or has no such name.
    package subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// Recursion is bounded by `JSONReader.depthLimit`.
    private static func value(
        _ token: JSONReader.Token, from reader: inout JSONReader
    ) throws(JSONFault) -> JSONValue {
        switch token {
        case .null: return .null
        case .bool(let bool): return .bool(bool)
        case .number(let range): return .number(String(decoding: reader.source(range), as: UTF8.self))
        case .string(let string), .key(let string):
            return .string(String(decoding: reader.decode(string), as: UTF8.self))
        case .beginArray, .endArray:
            var elements: [JSONValue] = []
            while let next = try reader.next(), next != .endArray {
                elements.append(try value(next, from: &reader))
            }
            return .array(elements)
        case .beginObject, .endObject:
            var members: [String: JSONValue] = [:]
            while case .key(let key) = try reader.next() {
                let name = String(decoding: reader.decode(key), as: UTF8.self)
                if let next = try reader.next() { members[name] = try value(next, from: &reader) }
            }
            return .object(members)
        }
    }
}
