import CBrotli

/// Unpacks brotli (RFC 7932) through libbrotlidec: a content encoding of web pages.
final class BrotliSource: ByteSource {
    private var input: BufferedInput
    private var meter: ExpansionMeter
    private let decoder: OpaquePointer?
    private var hasEnded = false

    init(_ source: any ByteSource, limits: LoadingLimits) {
        input = BufferedInput(source, bufferBytes: 1 << 16)
        meter = ExpansionMeter(limits)
        decoder = BrotliDecoderCreateInstance(nil, nil, nil)
    }

    deinit {
        BrotliDecoderDestroyInstance(decoder)
    }

    var isReady: Bool { input.isReady }

    func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        while !hasEnded {
            let isDrained = try !input.fill()
            let (result, taken, given) = decompressOnce(into: room)
            input.consume(taken)
            try meter.count(taken: taken, given: given)
            if result == BROTLI_DECODER_RESULT_SUCCESS { hasEnded = true }
            if given > 0 { return given }
            if result == BROTLI_DECODER_RESULT_ERROR || isDrained && !hasEnded {
                hasEnded = true
                throw .damaged(
                    byteOffset: input.offset, reason: isDrained ? "the brotli stream breaks off" : "broken brotli")
            }
        }
        return 0
    }

    private func decompressOnce(
        into room: UnsafeMutableRawBufferPointer
    ) -> (result: BrotliDecoderResult, taken: Int, given: Int) {
        guard let decoder else { return (BROTLI_DECODER_RESULT_ERROR, 0, 0) }
        return input.withAvailable { bytes in
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
