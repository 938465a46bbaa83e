import CZlib

/// Reads files whole, gzip-compressed or plain: zlib tells which by the first bytes.
enum PackedFile {
    /// - Throws: `.unreadable` for a file that is missing or whose compressed data is damaged or cut off.
    static func read(_ path: String) throws(TreebankError) -> [UInt8] {
        guard let file = gzopen(path, "rb") else {
            throw .unreadable(file: path, reason: "it cannot be opened")
        }
        defer { gzclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = gzread(file, &buffer, UInt32(buffer.count))
            if count > 0 { bytes += buffer.prefix(Int(count)) }
            if count == buffer.count { continue }
            var code: Int32 = 0
            let message = gzerror(file, &code).map { String(cString: $0) } ?? ""
            guard code == Z_OK || code == Z_STREAM_END else {
                throw .unreadable(file: path, reason: message.isEmpty ? "its data is damaged" : message)
            }
            return bytes
        }
    }

    /// How many bytes zlib makes of these at level 6.
    static func packedCount(_ bytes: [UInt8]) -> Int {
        var packed = [UInt8](repeating: 0, count: Int(compressBound(UInt(bytes.count))))
        var count = UInt(packed.count)
        return compress2(&packed, &count, bytes, UInt(bytes.count), 6) == Z_OK ? Int(count) : 0
    }
}
