import CZlib
import CZstd

@testable import Loading

/// Bytes as gzip and zstd pack them.
enum CompressedBytes {
    /// One gzip member.
    static func gzip(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return [] }
        defer { deflateEnd(&stream) }
        var source = bytes
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
        let count = source.withUnsafeMutableBufferPointer { source in
            packed.withUnsafeMutableBufferPointer { packed in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = packed.baseAddress
                stream.avail_out = UInt32(packed.count)
                deflate(&stream, Z_FINISH)
                return packed.count - Int(stream.avail_out)
            }
        }
        return Array(packed.prefix(count))
    }

    /// One zstd frame.
    static func zstd(_ bytes: [UInt8]) -> [UInt8] {
        var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let count = ZSTD_compress(&packed, packed.count, bytes, bytes.count, 3)
        return Array(packed.prefix(count))
    }
}

/// Everything that a source has to give, and what ended it.
func drained(_ source: any ByteSource) -> (bytes: [UInt8], error: LoadingError?) {
    var source = source
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1000)
    while true {
        do throws(LoadingError) {
            let count = try source.read(into: &chunk)
            if count == 0 { return (bytes, nil) }
            bytes += chunk[..<count]
        } catch {
            return (bytes, error)
        }
    }
}
