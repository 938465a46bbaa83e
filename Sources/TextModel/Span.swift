/// A half-open range of UTF-8 byte offsets into an article's text.
///
/// Spans always fall on scalar boundaries. They become Unicode scalar offsets once, in Writing.
public struct Span: Hashable, Sendable {
    public var start: Int32
    public var end: Int32

    @inlinable
    public init(_ start: Int32, _ end: Int32) {
        self.start = start
        self.end = end
    }

    @inlinable
    public init(_ range: Range<Int>) {
        self.init(Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound))
    }

    @inlinable public var isEmpty: Bool { start >= end }
    @inlinable public var count: Int { Int(end) - Int(start) }
    @inlinable public var range: Range<Int> { Int(start)..<Int(max(start, end)) }

    @inlinable
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    @inlinable
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}

extension Span: Comparable {
    /// By start, then by end.
    @inlinable
    public static func < (left: Span, right: Span) -> Bool {
        left.start != right.start ? left.start < right.start : left.end < right.end
    }
}
