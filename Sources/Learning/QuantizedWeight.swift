/// A whole number that a trained weight is rounded to, and what sums of such numbers are kept in.
public protocol QuantizedWeight: FixedWidthInteger, SignedInteger, BitwiseCopyable, Sendable {
    associatedtype Sum: FixedWidthInteger & SignedInteger & BitwiseCopyable & Sendable
}

/// One byte a weight: half the memory, so twice as many rows in the cache. At most 256 rows may be added up.
extension Int8: QuantizedWeight {
    public typealias Sum = Int16
}

/// At most 65,536 rows may be added up.
extension Int16: QuantizedWeight {
    public typealias Sum = Int32
}
