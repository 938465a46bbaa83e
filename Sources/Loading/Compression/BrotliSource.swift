import CBrotli

/// Unpacks brotli (RFC 7932) through libbrotlidec: a content encoding of web pages.
final class BrotliSource: Unpacking {
    var state: UnpackingState
    private let decoder: OpaquePointer?

    init(_ source: any ByteSource, limits: LoadingLimits) {
        state = UnpackingState(source, limits: limits, bufferBytes: 1 << 16)
        decoder = BrotliDecoderCreateInstance(nil, nil, nil)
    }

    deinit {
        BrotliDecoderDestroyInstance(decoder)
    }

    func step(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        let isDrained = try !state.input.fill()
        let (result, taken, given) = decompressOnce(into: room)
        try state.count(taken: taken, given: given)
        if result == BROTLI_DECODER_RESULT_SUCCESS {
            state.end()
        } else if result == BROTLI_DECODER_RESULT_ERROR || isDrained && given == 0 {
            let reason = isDrained ? "the brotli stream breaks off" : "broken brotli"
            state.fail(.damaged(byteOffset: state.input.offset, reason: reason))
        }
        return given
    }

    private func decompressOnce(
        into room: UnsafeMutableRawBufferPointer
    ) -> (result: BrotliDecoderResult, taken: Int, given: Int) {
        guard let decoder else { return (BROTLI_DECODER_RESULT_ERROR, 0, 0) }
        return state.input.withAvailable { bytes in
            var availableIn = bytes.count
            var nextIn = UnsafePointer(bytes.baseAddress)
            var availableOut = room.count
            var nextOut = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
            let result = BrotliDecoderDecompressStream(
                decoder, &availableIn, &nextIn, &availableOut, &nextOut, nil)
            return (result, bytes.count - availableIn, room.count - availableOut)
        }
    }
}
