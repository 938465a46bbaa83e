/// Why markup was not taken in.
enum MarkupFault: Error, Equatable {
    /// Elements inside one another beyond the limit.
    case tooDeep(limit: Int)
    /// More attributes in one tag than any page needs, at a byte of the UTF-8.
    case tooManyAttributes(byteOffset: Int, limit: Int)
    /// XML that is not well-formed: libxml2's words and the line.
    case malformed(line: Int, reason: String)
    /// libxml2 could not begin, for want of memory.
    case noParser
}

extension MarkupFault: CustomStringConvertible {
    var description: String {
        switch self {
        case .tooDeep(let limit): "more than \(limit) elements inside one another"
        case .tooManyAttributes(let offset, let limit): "a tag with more than \(limit) attributes at byte \(offset)"
        case .malformed(let line, let reason): "line \(line): \(reason)"
        case .noParser: "the parser could not start"
        }
    }
}
