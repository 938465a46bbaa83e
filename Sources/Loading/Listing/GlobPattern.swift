/// A shell pattern for one name in a folder, matched on bytes.
///
/// `*` is any bytes, `?` one scalar, `[a-z]` one scalar of the set, `[!a-z]` one that is not, and `\` takes the next
/// scalar as it is. A name that begins with a dot is matched only by a pattern that does. A `[` that nothing closes is
/// itself.
struct GlobPattern: Hashable {
    private enum Part: Hashable {
        case anyRun
        case anyScalar
        case one(Unicode.Scalar)
        case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private var parts: [Part] = []
    private let matchesHidden: Bool

    /// Whether it has wildcards: without them it names one file.
    static func hasWildcards(_ pattern: String) -> Bool { pattern.utf8.contains { "*?[".utf8.contains($0) } }

    init(_ pattern: String) {
        matchesHidden = pattern.hasPrefix(".")
        var rest = pattern.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": if parts.last != .anyRun { parts.append(.anyRun) }
            case "?": parts.append(.anyScalar)
            case "[": parts.append(Self.takeSet(&rest) ?? .one("["))
            case "\\": parts.append(.one(rest.popFirst() ?? "\\"))
            default: parts.append(.one(scalar))
            }
        }
    }

    /// - Complexity: O(name × pattern): a failed `*` is tried again one scalar on, and only the last one.
    func matches(_ name: String) -> Bool {
        let name = Array(name.unicodeScalars)
        if name.first == "." && !matchesHidden { return false }
        var (index, part) = (0, 0)
        var retry: (index: Int, part: Int)?
        while index < name.count {
            if part < parts.count, parts[part] == .anyRun {
                retry = (index, part)
                part += 1
            } else if part < parts.count, Self.matches(parts[part], name[index]) {
                index += 1
                part += 1
            } else if let last = retry {
                retry = (last.index + 1, last.part)
                (index, part) = (last.index + 1, last.part + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .anyRun }
    }

    private static func matches(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .anyRun, .anyScalar: true
        case .one(let one): one == scalar
        case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
        }
    }

    /// What follows `[`, up to and including its `]`; nil, with nothing taken, when there is none.
    private static func takeSet(_ rest: inout Substring.UnicodeScalarView) -> Part? {
        var set = rest
        let isNegated = set.first == "!" || set.first == "^"
        if isNegated { set.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let low = set.popFirst() {
            // A `]` that comes first is a member.
            if low == "]" && !ranges.isEmpty {
                rest = set
                return .set(ranges, isNegated: isNegated)
            }
            var high = low
            if set.first == "-", let bound = set.dropFirst().first, bound != "]" {
                set.removeFirst(2)
                high = bound
            }
            ranges.append(low <= high ? low...high : high...low)
        }
        return nil
    }
}
