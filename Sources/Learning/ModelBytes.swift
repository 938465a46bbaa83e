/// The bytes of a model, at an address that stays: embedded in the program, or a copy that lives as long as this does.
///
/// Views of a model hold pointers into it and this value beside them. It is never written to, hence `Sendable`.
public struct ModelBytes: Sendable {
    nonisolated(unsafe) public let start: UnsafeRawPointer
    public let count: Int
    /// Nil for bytes that are part of the program.
    private let copy: Copy?

    /// - Parameter embedded: constant bytes of the program, aligned to 64 bytes; they are not copied.
    public init(embedded: UnsafeRawPointer, count: Int) {
        start = embedded
        self.count = count
        copy = nil
    }

    /// Copies bytes to memory that is aligned as the views need it.
    public init(copying bytes: [UInt8]) {
        let copy = Copy(bytes)
        start = UnsafeRawPointer(copy.start)
        count = bytes.count
        self.copy = copy
    }

    public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    private final class Copy: Sendable {
        nonisolated(unsafe) let start: UnsafeMutableRawPointer

        init(_ bytes: [UInt8]) {
            start = .allocate(byteCount: max(64, bytes.count), alignment: 64)
            UnsafeMutableRawBufferPointer(start: start, count: bytes.count).copyBytes(from: bytes)
        }

        deinit { start.deallocate() }
    }
}
