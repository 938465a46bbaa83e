import TextModel

extension ByteSource {
    /// Everything up to the end, for a format that is read as a whole.
    /// - Throws: `article_too_large` beyond `limit` bytes, or what the source could not give, as a reject of the file.
    mutating func wholeFile(_ file: InputFile, limit: Int) throws(Reject) -> [UInt8] {
        do throws(LoadingError) {
            if let bytes = try readAll(limit: limit) { return bytes }
        } catch {
            throw Reject(error, file: file.label)
        }
        throw .tooLarge(file: file.label, limit: limit)
    }
}
