/// A decompressor over a source: what all of them do about faults and limits.
///
/// Bytes that came out before a fault are handed out before it is thrown; after a fault or a limit nothing comes any more.
protocol Unpacking: AnyObject, ByteSource {
    var state: UnpackingState { get set }

    /// Unpacks once, and tells `state` of what it took and gave, of faults behind that, and of the end.
    /// - Returns: how many bytes it gave; 0 is no sign of the end.
    func step(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int
}

extension Unpacking {
    var isReady: Bool { state.input.isReady }

    func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        while true {
            try state.throwFault()
            if state.hasEnded { return 0 }
            let given: Int
            do throws(LoadingError) {
                given = try step(into: room)
            } catch {
                state.end()
                throw error
            }
            if given > 0 { return given }
        }
    }
}

/// Where a decompressor stands.
struct UnpackingState {
    var input: BufferedInput
    private var meter: ExpansionMeter
    private(set) var hasEnded = false
    private var fault: LoadingError?

    init(_ source: any ByteSource, limits: LoadingLimits, bufferBytes: Int = 1 << 17) {
        input = BufferedInput(source, bufferBytes: bufferBytes)
        meter = ExpansionMeter(limits)
    }

    /// Whether nothing was taken in yet.
    var isAtBeginning: Bool { meter.taken == 0 }

    /// - Throws: `expandsTooMuch`.
    mutating func count(taken: Int, given: Int) throws(LoadingError) {
        input.consume(taken)
        try meter.count(taken: taken, given: given)
    }

    mutating func end() { hasEnded = true }

    /// To be thrown once what was given is handed out.
    mutating func fail(_ error: LoadingError) { fault = error }

    mutating func throwFault() throws(LoadingError) {
        guard let fault else { return }
        self.fault = nil
        hasEnded = true
        throw fault
    }

    /// Goes on at another place of the input.
    mutating func reopen() {
        fault = nil
        hasEnded = false
    }
}
