import Assembly

/// How the stretches of a line that have roles are shown: in colours, or in plain marks.
///
/// Control characters of an article are spelled out either way; the only ones written are those that colour.
struct MarkStyle {
    let isColored: Bool

    /// The line, and below one with roles in colour a legend of them.
    func lines(_ line: MarkedLine) -> [String] {
        guard isColored else { return [TerminalText.harmless(line.description)] }
        let roles = line.roles
        let legend = roles.map { Self.colour($0) + TerminalText.harmless($0) + Self.plain }.joined(separator: " ")
        return [colored(line)] + (roles.isEmpty ? [] : ["    " + legend])
    }

    private func colored(_ line: MarkedLine) -> String {
        var result = ""
        var open: [String] = []
        for piece in line.pieces {
            switch piece {
            case .text(let text): result += TerminalText.harmless(text)
            case .opening(let role):
                open.append(Self.colour(role))
                result += Self.plain + (open.last ?? "")
            case .closing:
                _ = open.popLast()
                result += Self.plain + (open.last ?? "")
            }
        }
        return result
    }

    // MARK: Select Graphic Rendition, ECMA-48

    private static let plain = "\u{1B}[0m"

    /// One of the eight colours that every terminal has, in the shade that it gives them.
    private static func colour(_ role: String) -> String {
        switch role {
        case "source": "\u{1B}[1;36m"
        case "cue": "\u{1B}[1;33m"
        case "content": "\u{1B}[32m"
        case "claim": "\u{1B}[1;35m"
        default: "\u{1B}[34m"
        }
    }
}
