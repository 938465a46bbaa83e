import Loading
import TextModel

/// The articles of a gold file, one after the other.
struct GoldReader {
    /// As the command line names it; "-" is standard input.
    private let path: String
    private var lines: LineCursor

    /// - Throws: `noSuchInput` when nothing is there; `readFailed` when it is no file, or cannot be opened.
    init(_ path: String) throws(AssemblyError) {
        self.path = path
        if path == "-" {
            lines = LineCursor(OpenFile(descriptor: 0, label: path))
            return
        }
        guard FolderEntry.kind(of: path) != nil else { throw .noSuchInput(path) }
        do throws(Reject) {
            lines = LineCursor(try OpenFile(path: path, label: path))
        } catch {
            throw .readFailed(path: path, reason: error.message)
        }
    }

    /// Nil at the end.
    /// - Throws: `malformedGold` for a line that is no annotated article.
    mutating func next() throws(AssemblyError) -> GoldArticle? {
        let line: LineCursor.Line?
        do throws(LoadingError) {
            line = try lines.next()
        } catch {
            throw AssemblyError(error)
        }
        guard let line else { return nil }
        do throws(GoldFault) {
            if line.isTooLong { throw GoldFault("the line is too long") }
            return try GoldArticle(line: line.bytes)
        } catch {
            throw .malformedGold(file: path, line: line.number, reason: error.reason)
        }
    }
}
