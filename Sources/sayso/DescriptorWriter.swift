import Foundation

/// Why bytes did not get out.
enum OutputError: Error, Equatable {
    /// Whoever read the pipe has gone, as `head -1` does.
    case readerGone
    case failed(name: String, reason: String)
}

extension OutputError: CustomStringConvertible {
    var description: String {
        switch self {
        case .readerGone: "the reader has gone"
        case .failed(let name, let reason): "\(name): cannot write: \(reason)"
        }
    }
}

/// Writes to a descriptor through a buffer, and checks every write: a full disk is an error here, as it is not for
/// `print`. What is not flushed is not written.
final class DescriptorWriter {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private static let bufferSize = 1 << 16

    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    static var standardOutput: DescriptorWriter { DescriptorWriter(descriptor: 1, name: "standard output") }

    func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    func write(_ text: String) throws(OutputError) {
        try write(text.utf8)
    }

    /// Bytes that would fill the buffer go out without a copy.
    func write(_ bytes: [UInt8]) throws(OutputError) {
        guard bytes.count >= Self.bufferSize else {
            buffer.append(contentsOf: bytes)
            return buffer.count >= Self.bufferSize ? try flush() : ()
        }
        try flush()
        try send(bytes)
    }

    func flush() throws(OutputError) {
        defer { buffer.removeAll(keepingCapacity: buffer.capacity <= 4 * Self.bufferSize) }
        try send(buffer)
    }

    private func send(_ bytes: [UInt8]) throws(OutputError) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                Foundation.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if written >= 0 {
                start += written
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // Somebody made the descriptor non-blocking: wait until it takes more.
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            case EPIPE: throw .readerGone
            case let code: throw .failed(name: name, reason: String(cString: strerror(code)))
            }
        }
    }
}
