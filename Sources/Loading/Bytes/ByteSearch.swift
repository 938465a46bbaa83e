#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
    /// The first index of a byte at or after `start`; nil when there is none.
    /// - Complexity: O(*n*), as fast as memory can be read.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count else { return nil }
        return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
    }

    /// The first index at or after `start` where `bytes` stand; nil when they stand nowhere.
    /// - Complexity: O(*n*), unless the first of `bytes` is common.
    func firstIndex(of bytes: StaticString, from start: Int) -> Int? {
        let length = bytes.utf8CodeUnitCount
        var index = start
        while let found = firstIndex(of: bytes.utf8Start[0], from: index), found + length <= count {
            if let base = baseAddress, memcmp(base + found, bytes.utf8Start, length) == 0 { return found }
            index = found + 1
        }
        return nil
    }
}
