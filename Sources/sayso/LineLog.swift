import Foundation
import Logging

/// A log of one line an event: time, level, message, then `key=value` in the order of the keys.
///
///     2026-11-23T18:00:00Z info published folder=Output/korea-summit rows=214
///
/// A line is one write, so that lines of several threads and programs stay whole.
struct LineLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    let destinations: [LogDestination]
    /// The current time, as ISO 8601 in UTC.
    let time: @Sendable () -> String

    init(_ destinations: [LogDestination], time: @escaping @Sendable () -> String) {
        self.destinations = destinations
        self.time = time
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = "\(time()) \(event.level) \(TerminalText.harmless(event.message.description))"
        var values = metadata.merging(event.metadata ?? [:]) { _, new in new }
        if let error = event.error { values["error"] = "\(error)" }
        for key in values.keys.sorted() {
            guard let value = values[key] else { continue }
            line += " \(key)=\(Self.word("\(value)"))"
        }
        for destination in destinations { destination.write(line + "\n") }
    }

    /// A value as one word: in quotation marks when it has spaces, "=" or marks in it, or nothing.
    private static func word(_ value: String) -> String {
        let text = TerminalText.harmless(value)
        guard text.isEmpty || text.contains(where: { " =\"".contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    }
}

/// The clock of the log.
enum UTC {
    static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
