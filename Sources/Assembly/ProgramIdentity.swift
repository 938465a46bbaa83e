import Foundation

/// What rows depend on besides the article, as text for fingerprints.
enum ProgramIdentity {
    /// The version, the options that change rows, and the executable's size and time: a program that was built anew may
    /// tag otherwise, even when nobody changed its version.
    static func text(minimumConfidence: Double) -> String {
        var parts = ["sayso \(saysoVersion)", "confidence \(minimumConfidence)"]
        var status = stat()
        if stat("/proc/self/exe", &status) == 0 {
            parts.append("program \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)")
        }
        return parts.joined(separator: "; ")
    }
}
