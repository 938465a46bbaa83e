import TextModel

extension Reject {
    /// A source that failed, at a place in what it unpacks to.
    init(_ error: LoadingError, file: String, record: Int = 1, byteOffset: Int = 0) {
        let code: RejectCode
        let message: String
        switch error {
        case .unreadable(_, let reason): (code, message) = (.unreadable, reason)
        case .damaged: (code, message) = (.damagedCompression, error.description)
        case .expandsTooMuch(let reason): (code, message) = (.expandsTooMuch, reason)
        default: (code, message) = (.unreadable, error.description)
        }
        self.init(origin: Origin(file: file, record: record, byteOffset: byteOffset), code: code, message: message)
    }
}
