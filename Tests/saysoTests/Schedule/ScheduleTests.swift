import Foundation
import Testing

@testable import sayso

/// `make schedule`, and what it sets up, run by cron itself.
@Suite struct ScheduleTests {
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../..").standardized.path
    private static let script = repository + "/.ci/schedule"

    private func folder() throws -> RecipeFolder {
        let folder = try RecipeFolder()
        for number in 1...3 { try folder.write("in/\(number).txt", GeneratedArticles.text(number)) }
        return folder
    }

    @Test func theCrontabLineWorksInAnEmptyEnvironment() throws {
        let folder = try folder()
        // A name that a shell and cron would both take apart.
        let recipe = folder.path + "/it's 100% news.yaml"
        try FileManager.default.moveItem(atPath: folder.recipe, toPath: recipe)
        try folder.makeFolder("metrics")
        let printed = try Invocation.shell(
            "LOG_DIR=\(folder.path) METRICS_DIR=\(folder.path)/metrics \(Self.script) \"$SAYSO\" \"\(recipe)\"")
        #expect(printed.status == 0, "\(printed)")
        let lines = printed.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let line = try #require(lines.first)
        #expect(lines.count == 1 && line.hasPrefix("15 6 * * * PATH=/usr/local/sbin:"))
        // What cron does with it: five fields, "\%" is "%", the rest to /bin/sh.
        let command = line.split(separator: " ", maxSplits: 5).last?.replacing("\\%", with: "%") ?? ""
        try folder.write("job.sh", String(command))
        let ran = try Invocation.shell(
            "cd /; exec env -i HOME=/ LOGNAME=x PATH=/usr/bin:/bin /bin/sh \(folder.path)/job.sh")
        #expect(ran.status == 0 && ran.output.isEmpty && ran.errors.isEmpty, "\(ran)")
        #expect(try folder.lines("articles.jsonl").count == 3)
        #expect(try String(contentsOfFile: folder.path + "/news.log", encoding: .utf8).contains(" info published "))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/metrics/sayso-news.prom"))
    }

    @Test func whatCannotBeScheduledIsRefused() throws {
        let folder = try folder()
        let nothing = try Invocation.shell("\(Self.script) \"$SAYSO\" \(folder.path)/none.yaml")
        #expect(nothing.status == 1 && nothing.errors.contains("none.yaml: no such recipe"), "\(nothing)")
        let other = try Invocation.shell("WITH=at \(Self.script) \"$SAYSO\" \(folder.recipe)")
        #expect(other.status == 1 && other.errors == "schedule: WITH=at: cron or systemd\n")
    }

    @Test(.enabled(if: Disturber.isThere("systemd-analyze"), "systemd is not there"))
    func systemdTakesTheUnits() throws {
        let folder = try folder()
        let printed = try Invocation.shell(
            "WITH=systemd LOG_DIR=\(folder.path) \(Self.script) \"$SAYSO\" \(folder.recipe)")
        #expect(printed.status == 0, "\(printed)")
        let parts = printed.output.components(separatedBy: "\n[Unit]\n")
        #expect(parts.count == 3)
        let unit = parts[1].components(separatedBy: "\n\n# ").first ?? ""
        try folder.write("sayso-news.service", "[Unit]\n" + unit)
        try folder.write("sayso-news.timer", "[Unit]\n" + parts[2])
        let verified = try Invocation.shell(
            "exec systemd-analyze verify --man=no \(folder.path)/sayso-news.service \(folder.path)/sayso-news.timer 2>&1"
        )
        let complaints = verified.output.split(separator: "\n").filter { $0.contains("sayso") }
        #expect(complaints.isEmpty, "\(verified)")
    }

    @Test(
        .enabled(
            if: Disturber.canMount && Disturber.isThere("cron") && Disturber.isThere("crontab"),
            "Debian's cron is not there, or this user may not mount"))
    func cronRunsItSilentlyAndMailsWhatFails() throws {
        let folder = try RecipeFolder()
        for number in 1...3 { try folder.write("in/\(number).txt", GeneratedArticles.text(number)) }
        try FileManager.default.moveItem(atPath: folder.recipe, toPath: folder.path + "/good.yaml")
        try folder.write("good.yaml", "version: 1\nname: good\ninputs: [in]\noutput: Output\n")
        try folder.write("bad.yaml", "version: 1\nname: bad\ninputs: [nowhere/*.txt]\noutput: Output\n")
        let daemon = Self.repository + "/Tests/saysoTests/Schedule/cron.sh"
        let ran = try Invocation.shell("exec unshare -m bash \(daemon) \(folder.path) \"$SAYSO\" \(Self.script)")
        #expect(ran.status == 0, "\(ran)")
        #expect(try folder.files(in: folder.output + "/good").count == 12)
        let mails = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/mail")
        #expect(mails.count == 1)
        let mail = try String(contentsOfFile: folder.path + "/mail/" + (mails.first ?? ""), encoding: .utf8)
        let parts = mail.components(separatedBy: "\n\n")
        // One message; cron itself says in the subject that the exit code was not 0.
        #expect(parts.last == "sayso: nowhere/*.txt: no such input\n", "\(mail)")
        #expect(mail.contains("/bad.yaml") && mail.contains("(failed)\n"), "\(mail)")
        // Installing it again took the place of the line that was there.
        let crontab = try String(contentsOfFile: folder.path + "/crontab", encoding: .utf8)
        #expect(crontab.components(separatedBy: "bad.yaml").count == 2, "\(crontab)")
    }
}
