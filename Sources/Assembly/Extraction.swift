/// `sayso extract`: articles in, annotations out as JSON Lines, in input order and with bounded memory.
public struct Extraction: Sendable {
    /// Files, folders or globs; "-" is standard input.
    public var files: [String]
    public var format = Recipe.Format.auto
    /// Articles at work at once; nil is one a core.
    public var workers: Int?

    public init(files: [String]) {
        self.files = files
    }

    /// - Parameter write: gets whole lines; what it throws ends the extraction and is thrown on.
    /// - Throws: `AssemblyError`, or what `write` threw.
    public func run(interruption: Interruption, write: ([UInt8]) throws -> Void) throws {
        throw AssemblyError.internalFault("the extraction is not wired yet")
    }
}
