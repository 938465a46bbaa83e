import Foundation

enum StandardDescriptors {
    /// Fills the places of standard descriptors that the caller closed (`>&-`).
    ///
    /// Otherwise the next file that is opened, such as the store, would get the number 1 and the output of this program.
    /// The stand-in takes no writes, so that a closed standard output is an error when something is written to it.
    static func secure() {
        for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
            // The lowest free number is this one, as those below are taken.
            _ = open("/dev/null", O_RDONLY)
        }
    }
}

enum StandardOutput {
    /// Whether somebody sees colours there: a terminal that can show them, and nobody has asked for none (no-color.org).
    static var takesColors: Bool {
        let environment = ProcessInfo.processInfo.environment
        let terminal = environment["TERM"] ?? "dumb"
        return isatty(1) == 1 && terminal != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
    }
}

/// Standard error: messages for people. When it is closed there is nobody to tell, and the exit code has to do.
enum StandardError {
    static var isTerminal: Bool { isatty(2) == 1 }

    /// Columns of the terminal; nil when it does not say.
    static var width: Int? {
        var size = winsize()
        guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// A message of one or more lines, the first with the program's name, as compilers write it.
    static func say(_ message: String) {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(TerminalText.harmless)
        write("sayso: " + lines.joined(separator: "\n") + "\n")
    }

    /// Text as it is; the caller answers for control characters in it.
    static func write(_ text: String) {
        let writer = DescriptorWriter(descriptor: 2, name: "standard error")
        do {
            try writer.write(text)
            try writer.flush()
        } catch {
            // Nobody is left to be told of it.
            return
        }
    }
}

enum TerminalText {
    /// The text with control and formatting characters spelled out, so that a file name or an article cannot move the
    /// cursor, colour the screen or turn the direction of writing.
    static func harmless(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default:
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
