import CZstd

/// Unpacks zstd (RFC 8878) through libzstd: all frames one after the other, with checksums where the file has them.
///
/// Windows over 128 MiB are refused, as the `zstd` command refuses them.
final class ZstdSource: ByteSource {
    private var input: BufferedInput
    private var meter: ExpansionMeter
    private let stream: OpaquePointer?
    /// What libzstd still wants before a frame is complete; 0 between frames.
    private var wanted = 0
    private var hasEnded = false
    private var pending: LoadingError?

    init(_ source: any ByteSource, limits: LoadingLimits) {
        input = BufferedInput(source)
        meter = ExpansionMeter(limits)
        stream = ZSTD_createDStream()
        ZSTD_initDStream(stream)
    }

    deinit {
        ZSTD_freeDStream(stream)
    }

    var isReady: Bool { input.isReady }

    func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        if let pending {
            self.pending = nil
            hasEnded = true
            throw pending
        }
        while !hasEnded {
            // Output may be held back inside even when no input is left.
            let isDrained = try !input.fill()
            if isDrained, wanted == 0 { break }
            let (result, taken, given) = decompressOnce(into: room)
            input.consume(taken)
            do throws(LoadingError) {
                try meter.count(taken: taken, given: given)
            } catch {
                hasEnded = true
                throw error
            }
            if ZSTD_isError(result) != 0 {
                let words = ZSTD_getErrorName(result).map { String(cString: $0) } ?? "code \(result)"
                pending = .damaged(byteOffset: input.offset, reason: "broken zstd: \(words)")
            } else {
                wanted = result
                if isDrained, given == 0 {
                    pending = .damaged(byteOffset: input.offset, reason: "the zstd file breaks off inside a frame")
                }
            }
            if given > 0 { return given }
            if let pending {
                self.pending = nil
                hasEnded = true
                throw pending
            }
        }
        return 0
    }

    private func decompressOnce(into room: UnsafeMutableRawBufferPointer) -> (result: Int, taken: Int, given: Int) {
        input.withAvailable { bytes in
            var from = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
            var to = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
            let result = ZSTD_decompressStream(stream, &to, &from)
            return (result, from.pos, to.pos)
        }
    }
}
