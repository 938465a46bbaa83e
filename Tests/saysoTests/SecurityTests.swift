import Foundation
import Testing

@testable import sayso

/// What a stranger may try: with the names and texts of articles, and with links in the output folder.
@Suite struct SecurityTests {
    /// A title bar, colours, a cleared screen, a bell, the other direction, and a C1 control.
    private static let escapes = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{1B}[31mred\u{202E}\u{9B}1m\u{8}\u{7F}"

    @Test func noControlCharacterOfAnArticleReachesATerminalALogOrMetrics() throws {
        let folder = try RecipeFolder(inputs: "['in/*', 'in/**/*.jsonl']", "limits: {rejects_percent: 100}\n")
        try folder.write("in/1.txt", "\(Self.escapes) title\n\n\(GeneratedArticles.text(1))\(Self.escapes)")
        try folder.write("in/\(Self.escapes.replacing("/", with: "")).txt", "")
        let line = try GeneratedArticles.jsonLine(2)
        // Rejects that repeat what the article says.
        try folder.write(
            "in/2.jsonl",
            line
                + "{\"id\": \"\u{1B}[31m\", \"text\": 5}\n{\"id\": \"\\u001b[2J\\u009b\", \"text\": \" \"}\n{\u{1B}]0;x\u{7}\n"
                + line)
        let log = folder.path + "/log"
        let call = try folder.run("--verbose", "--log", log, "--metrics", folder.path + "/metrics")
        #expect(call.status == 0 && call.errors.contains("rejected"), "\(call)")
        let texts = try [
            call.errors, call.output, String(contentsOfFile: log, encoding: .utf8),
            String(contentsOfFile: folder.path + "/metrics", encoding: .utf8),
        ]
        for text in texts {
            let bad = text.unicodeScalars.filter {
                $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}")
            }
            #expect(bad.isEmpty, "\(text.debugDescription)")
        }
        // The other commands that show articles.
        let lines = try folder.lines("attributions.jsonl")
        let id = try #require(lines.first?.components(separatedBy: "\"")[3])
        let explained = try Invocation.sayso("explain", id, "--in", folder.published)
        #expect(explained.status == 0 && !explained.output.unicodeScalars.contains("\u{1B}"), "\(explained)")
    }

    @Test(.enabled(if: Disturber.isThere("script"), "script(1) is not there"))
    func theProgressLineOfATerminalSaysNumbersOnly() throws {
        let folder = try RecipeFolder("limits: {rejects_percent: 100}\n")
        try folder.write("in/1.txt", "\(Self.escapes)\n\n\(GeneratedArticles.text(1))")
        try folder.write("in/2\u{1B}[31m.txt", "")
        let call = try Invocation.shell("exec script -qec \"$SAYSO run '\(folder.recipe)'\" /dev/null </dev/null")
        #expect(call.status == 0 && call.output.contains("rows from 1 articles"), "\(call)")
        // Its own sequences only: back to the beginning, and clear to the end.
        let rest = call.output.replacing("\r\u{1B}[K", with: "").replacing("\u{1B}[K", with: "")
        #expect(!rest.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{9B}" }, "\(call)")
    }

    /// Every name that a run makes in the output folder, as a link to somebody's file or folder.
    @Test func aPlantedLinkIsNeverFollowed() throws {
        let bench = try FaultBench()
        let names = [
            "store.sqlite", "store.sqlite-wal", "store.sqlite-journal", "store.sqlite-shm", "store.sqlite.sealed",
            "store.sqlite.set-aside", "outline", "outline.tmp", "outline.head", "outline.head.tmp", "link.tmp",
            "generation-000002", "generation-000002.tmp", "generation-000003.tmp", "lock",
        ]
        for target in ["file", "folder"] {
            for name in names {
                try bench.reset()
                let victim = bench.folder.path + "/victim"
                try FileManager.default.createDirectory(atPath: victim, withIntermediateDirectories: true)
                try bench.folder.write("victim/file", "precious")
                let place = bench.folder.output + "/.news/" + name
                if FileManager.default.fileExists(atPath: place) { try FileManager.default.removeItem(atPath: place) }
                try FileManager.default.createSymbolicLink(
                    atPath: place, withDestinationPath: target == "file" ? victim + "/file" : victim)
                let call = try bench.folder.run()
                #expect([0, 73, 74].contains(call.status), "\(name): \(call)")
                #expect(try String(contentsOfFile: victim + "/file", encoding: .utf8) == "precious", "\(name)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: victim) == ["file"], "\(name)")
                if call.status == 0 { #expect(try bench.folder.files() == bench.after, "\(name)") }
                if name != "lock" { #expect(call.status == 0, "\(name) as a link to a \(target): \(call)") }
            }
        }
    }

    @Test(arguments: [("022", 0o644, 0o755), ("077", 0o600, 0o700), ("027", 0o640, 0o750)])
    func filesAreMadeWithTheUmask(mask: String, file: Int, folderMode: Int) throws {
        let folder = try RecipeFolder()
        try folder.write("in/1.txt", GeneratedArticles.text(1))
        let call = try Invocation.shell(
            "umask \(mask); exec $SAYSO run '\(folder.recipe)' --log '\(folder.path)/log' --metrics '\(folder.path)/prom'"
        )
        #expect(call.status == 0, "\(call)")
        let state = folder.output + "/.news"
        var paths = [folder.path + "/log", folder.path + "/prom"]
        paths += try FileManager.default.contentsOfDirectory(atPath: folder.published).map {
            folder.published + "/" + $0
        }
        paths += try FileManager.default.contentsOfDirectory(atPath: state).map { state + "/" + $0 }
        for path in paths {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
            #expect(attributes[.posixPermissions] as? Int == (isFolder ? folderMode : file), "\(path)")
        }
    }
}
