import CZstd

/// Unpacks zstd (RFC 8878) through libzstd: all frames one after the other, with checksums where the file has them.
///
/// Windows over 128 MiB are refused, as the `zstd` command refuses them.
final class ZstdSource: Unpacking {
    var state: UnpackingState
    private let stream: OpaquePointer?
    /// What libzstd still wants before a frame is complete; 0 between frames.
    private var wanted = 0

    init(_ source: any ByteSource, limits: LoadingLimits) {
        state = UnpackingState(source, limits: limits)
        stream = ZSTD_createDStream()
        ZSTD_initDStream(stream)
    }

    deinit {
        ZSTD_freeDStream(stream)
    }

    func step(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        // Output may be held back inside even when no input is left.
        let isDrained = try !state.input.fill()
        if isDrained, wanted == 0 {
            state.end()
            return 0
        }
        let (result, taken, given) = decompressOnce(into: room)
        try state.count(taken: taken, given: given)
        let offset = state.input.offset
        if ZSTD_isError(result) != 0 {
            let words = ZSTD_getErrorName(result).map { String(cString: $0) } ?? "code \(result)"
            state.fail(.damaged(byteOffset: offset, reason: "broken zstd: \(words)"))
        } else {
            wanted = result
            if isDrained, given == 0 {
                state.fail(.damaged(byteOffset: offset, reason: "the zstd file breaks off inside a frame"))
            }
        }
        return given
    }

    private func decompressOnce(into room: UnsafeMutableRawBufferPointer) -> (result: Int, taken: Int, given: Int) {
        state.input.withAvailable { bytes in
            var from = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
            var to = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
            let result = ZSTD_decompressStream(stream, &to, &from)
            return (result, from.pos, to.pos)
        }
    }
}
