import Foundation
import Testing

/// An expected output that lies beside the tests.
///
/// A missing one is written and the test fails all the same; `make golden` (SAYSO_RECORD=1) records them anew.
enum GoldenFile {
    static var isRecording: Bool { ProcessInfo.processInfo.environment["SAYSO_RECORD"] == "1" }

    /// Compares line by line, so that a failure shows the first difference and not two files.
    static func expect(
        _ actual: String, at file: URL, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let expected = try? String(decoding: Data(contentsOf: file), as: UTF8.self)
        guard actual != expected else { return }
        if expected == nil || isRecording {
            try Data(actual.utf8).write(to: file)
            if isRecording { return }
        }
        let lines = (actual: lines(actual), expected: lines(expected ?? ""))
        let place =
            zip(lines.actual, lines.expected).firstIndex { $0 != $1 } ?? min(lines.actual.count, lines.expected.count)
        Issue.record(
            """
            \(file.lastPathComponent) differs at line \(place + 1) (make golden records it anew)
            is:       \(lines.actual.dropFirst(place).first ?? "the end")
            expected: \(lines.expected.dropFirst(place).first ?? "the end")
            """, sourceLocation: sourceLocation)
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension Zip2Sequence {
    /// The place of the first pair that satisfies the condition.
    fileprivate func firstIndex(where condition: (Element) -> Bool) -> Int? {
        for (index, element) in enumerated() where condition(element) { return index }
        return nil
    }
}
