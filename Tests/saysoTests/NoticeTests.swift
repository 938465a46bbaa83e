import Foundation
import Testing

/// NOTICE names the licence of everything that the program is built with.
@Suite struct NoticeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardized

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
    }

    @Test func everyDependencyIsNamed() throws {
        let manifest = try text("Package.swift")
        let packages = manifest.matches(of: #/\.package\(url: "[^"]*\/([^"\/]+)"/#).map { String($0.output.1) }
        let libraries = manifest.matches(of: #/\.systemLibrary\(name: "([^"]+)"/#).map { String($0.output.1) }
        #expect(packages.count >= 5 && libraries.count >= 5)
        let notice = try text("NOTICE").split(separator: "\n")
        for package in packages {
            #expect(notice.contains { $0.hasPrefix("    \(package)  ") }, "\(package) is not in NOTICE")
        }
        for library in libraries {
            #expect(notice.contains { $0.contains("(\(library))") }, "\(library) is not in NOTICE")
        }
    }

    /// Also what the packages themselves depend on, as far as they were resolved here.
    @Test func everyResolvedPackageIsNamed() throws {
        guard let data = try? Data(contentsOf: Self.root.appendingPathComponent("Package.resolved")) else { return }
        let resolved = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let pins = try #require(resolved?["pins"] as? [[String: Any]])
        let notice = try text("NOTICE").lowercased()
        for pin in pins {
            let identity = try #require(pin["identity"] as? String)
            #expect(notice.contains("    \(identity)  "), "\(identity) is not in NOTICE")
        }
    }
}
