/// The input of an archive, which its reader and the reader of the entry at hand share.
final class SharedInput {
    var input: BufferedInput
    /// How many bytes of the entry at hand are not read yet.
    var left = 0

    init(_ source: any ByteSource) {
        input = BufferedInput(source)
    }
}

/// The bytes of one stored entry.
struct ArchiveEntrySource: ByteSource {
    let shared: SharedInput

    var isReady: Bool { shared.input.isReady }

    func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        guard shared.left > 0 else { return 0 }
        guard try shared.input.fill() else {
            shared.left = 0
            throw .damaged(byteOffset: shared.input.offset, reason: "the archive breaks off inside this entry")
        }
        let bytes = shared.input.available.prefix(min(shared.left, room.count))
        room.copyBytes(from: bytes)
        shared.input.consume(bytes.count)
        shared.left -= bytes.count
        return bytes.count
    }
}
