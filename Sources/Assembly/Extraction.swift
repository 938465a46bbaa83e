import Execution
import Foundation
import Loading
import Segmentation
import Tagging
import TextModel
import Writing

/// `sayso extract`: articles in, annotations out as JSON Lines, in input order and with bounded memory.
public struct Extraction: Sendable {
    /// Files, folders or globs; "-" is standard input.
    public var files: [String]
    public var format = Recipe.Format.auto
    /// Attributions and claims with a lower confidence are left out; 0 to 1.
    public var minimumConfidence = Recipe.usualConfidence
    /// Articles at work at once; nil is one a core.
    public var workers: Int?

    public init(files: [String]) {
        self.files = files
    }

    /// - Parameter write: gets whole lines; what it throws ends the extraction and is thrown on.
    /// - Throws: `AssemblyError`, or what `write` threw.
    public func run(interruption: Interruption, write: ([UInt8]) throws -> Void) throws {
        let inputs = try translatingErrors {
            try InputListing.expand(files, relativeTo: ".", InputReading(format: InputFormat(format)))
        }
        let segmenter = Segmenter()
        let minimum = minimumConfidence
        let tagger = Tagger(keeping: minimum)
        let annotate = Stage<[LoadedRecord], [UInt8]>(
            "annotate", workers: workers ?? coreCount, queue: 8, scratch: { ByteBuffer() }
        ) { lines, records in
            for record in records {
                switch record {
                case .article(let article):
                    let tagged = tagger.tag(segmenter.segment(article))
                    ExtractWriter.append(tagged.keeping(confidence: minimum), to: &lines)
                case .reject(let reject):
                    ExtractWriter.append(reject, to: &lines)
                }
            }
            return lines.take()
        }
        do {
            _ = try Pipeline(.batches(of: inputs, limits: LoadingLimits()))
                .through(annotate)
                .run(into: "write", RunSettings(cancellation: interruption.cancellation), write)
        } catch let error as ExecutionError {
            throw AssemblyError(error)
        }
    }
}

/// How many workers there are when nobody says.
var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }
