import Foundation

extension Recipe {
    /// A recipe is a page of text; what is longer is something else.
    private static let sizeLimit = 1 << 20

    /// Reads a recipe file.
    ///
    /// - Throws: `noSuchInput` when there is no such file, `readFailed` when it cannot be read, `badRecipe` with every
    ///   problem that it has.
    public static func read(_ file: String) throws(AssemblyError) -> Recipe {
        let bytes = try contents(of: file)
        guard bytes.count <= sizeLimit else {
            throw .readFailed(path: file, reason: "longer than a recipe can be (\(sizeLimit) bytes)")
        }
        guard let yaml = String(validating: bytes, as: UTF8.self) else {
            throw .badRecipe(RecipeError(file: file, problems: [notUTF8(bytes)]))
        }
        do {
            return try Recipe(yaml: yaml, file: file)
        } catch {
            throw .badRecipe(error)
        }
    }

    /// At most one byte more than a recipe may have.
    private static func contents(of file: String) throws(AssemblyError) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            if code == ENOENT || code == ENOTDIR { throw .noSuchInput(file) }
            throw .readFailed(path: file, reason: String(cString: strerror(code)))
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= sizeLimit {
            let count = chunk.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count > 0 {
                bytes += chunk[..<count]
            } else if errno != EINTR {
                throw .readFailed(path: file, reason: String(cString: strerror(errno)))
            }
        }
        return bytes
    }

    /// The place of the first byte that is not UTF-8.
    private static func notUTF8(_ bytes: [UInt8]) -> RecipeProblem {
        // The repaired text is the same up to the first bad byte.
        let repaired = String(decoding: bytes, as: UTF8.self)
        var place = (line: 1, column: 1)
        var offset = bytes.startIndex
        for scalar in repaired.unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            guard bytes[offset...].starts(with: encoded) else { break }
            offset += encoded.count
            place = scalar == "\n" ? (place.line + 1, 1) : (place.line, place.column + 1)
        }
        return RecipeProblem(line: place.line, column: place.column, found: "a byte that is not UTF-8")
    }
}
