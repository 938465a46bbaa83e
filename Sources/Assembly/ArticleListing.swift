import Foundation
import Loading
import TextModel
import Writing

/// `sayso load`: what is read from any input, as JSON Lines: an article a line with what is known about it, or a reject.
public struct ArticleListing: Sendable {
    /// Files, folders or globs; "-" is standard input.
    public var files: [String]
    public var format = Recipe.Format.auto

    public init(files: [String]) {
        self.files = files
    }

    /// - Parameter write: gets whole lines; what it throws ends the listing and is thrown on.
    /// - Throws: `AssemblyError`, or what `write` threw.
    public func run(write: ([UInt8]) throws -> Void) throws {
        let inputs = try translatingErrors {
            try InputListing.expand(files, relativeTo: ".", InputReading(format: InputFormat(format)))
        }
        var line = ByteBuffer()
        for file in inputs {
            var reader = ArticleReaders.open(file)
            while let record = reader.next() {
                switch record {
                case .article(let article): LoadWriter.append(article, to: &line)
                case .reject(let reject): LoadWriter.append(reject, to: &line)
                }
                try write(line.take())
            }
        }
    }
}
