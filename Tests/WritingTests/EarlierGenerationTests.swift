import Foundation
import Learning
import TextModel
import Testing

@testable import Writing

/// Copying from the generation before gives the bytes that writing anew gives.
@Suite struct EarlierGenerationTests {
    private static func rows(_ name: String) -> ArticleRows {
        func row(_ table: Table, _ text: String) -> Row {
            var row = Row(repeating: .null, count: table.columns.count)
            row[0] = .text(text)
            // Long enough that the beginning of a file can be copied by itself.
            row[1] = .text("=sum " + String(repeating: name, count: 900 * name.count))
            return row
        }
        let count = name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 5 }
        return ArticleRows(
            article: row(.articles, name),
            attributions: (0..<count).map { row(.attributions, "att \(name) \($0)") },
            quotes: (0..<count / 2).map { row(.quotes, "quo \(name) \($0)") },
            claims: (0..<(count + 3) % 4).map { row(.numericClaims, "clm \(name) \($0)") })
    }

    private func options(_ configuration: UInt8 = 1, revision: UInt8 = 1) -> GenerationWriter.Options {
        var options = GenerationWriter.Options()
        options.configuration = [configuration]
        options.revision = [revision]
        return options
    }

    private static func speaker(_ name: String) -> Row {
        var row = Row(repeating: .null, count: Table.speakers.columns.count)
        row[0] = .text("spk " + name)
        row[1] = .text("@" + name)
        return row
    }

    /// - Returns: how many articles were copied.
    @discardableResult
    private func publish(
        _ articles: [String], in location: OutputLocation, _ options: GenerationWriter.Options, keep: Int = 3
    ) throws -> Int {
        var copiedRuns = 0
        return try publish(articles, in: location, options, keep: keep, copiedRuns: &copiedRuns)
    }

    private func publish(
        _ articles: [String], in location: OutputLocation, _ options: GenerationWriter.Options, keep: Int = 3,
        copiedRuns: inout Int
    ) throws -> Int {
        try location.prepare()
        let writer = try GenerationWriter(
            location, options: options,
            earlier: EarlierGeneration(in: location, configuration: options.configuration))
        var copied = 0
        for article in articles.sorted(by: bytesPrecede) {
            // "b+" is another edition of the article at b.
            let place = Placement(
                file: article.replacing("+", with: ""), record: 1, stamp: Array(article.utf8))
            if try writer.append(at: place, rows: { Self.rows(article) }) { copied += 1 }
        }
        var speakers = articles.sorted(by: bytesPrecede)[...]
        while let first = speakers.first {
            // Runs of one to three, which begin where their names say so.
            let run = [first] + speakers.dropFirst().prefix(2).prefix { $0.utf8.last != UInt8(ascii: "1") }
            speakers = speakers.dropFirst(run.count)
            let name = ByteHash(run.joined(separator: " ").utf8).value
            if try writer.append(run: name, to: .speakers, rows: { run.map(Self.speaker) }) { copiedRuns += 1 }
        }
        try writer.append(Reject(origin: Origin(file: "r"), code: .emptyArticle, message: "m"))
        try writer.publish(keep: keep) { summary in
            .array(summary.tables.map { .array([.integer($0.rows), .integer($0.cells.guarded)]) })
        }
        return copied
    }

    private func contents(_ location: OutputLocation) throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: location.linkPath)
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try read(location.linkPath + "/" + $0)) })
    }

    @Test func anySequenceOfChangesGivesTheBytesOfAFreshGeneration() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder + "/kept", name: "x")
            var chance = Chance(seed: 3)
            var articles: Set<String> = []
            var copied = 0
            var copiedRuns = 0
            for round in 0..<40 {
                for _ in 0..<Int.random(in: 0...6, using: &chance) {
                    let name = "a" + String(Int.random(in: 0..<40, using: &chance))
                    switch Int.random(in: 0..<3, using: &chance) {
                    case 0: articles.remove(name)
                    case 1: if articles.remove(name) != nil { articles.insert(name + "+") }
                    default: if !articles.contains(name + "+") { articles.insert(name) }
                    }
                }
                copied += try publish(Array(articles), in: location, options(), copiedRuns: &copiedRuns)
                let fresh = try OutputLocation(folder: folder + "/fresh\(round)", name: "x")
                try publish(Array(articles), in: fresh, options())
                #expect(try contents(location) == contents(fresh), "round \(round)")
            }
            #expect(copied > 300 && copiedRuns > 100, "\(copied), \(copiedRuns)")
        }
    }

    @Test func whatWasEditedOrMadeOtherwiseIsNotCopied() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            let articles = ["a", "b", "c"]
            #expect(try publish(articles, in: location, options()) == 0)
            #expect(try publish(articles, in: location, options()) == 3)
            // Other options.
            #expect(try publish(articles, in: location, options(2)) == 0)
            // Every file and the outline itself, edited in place.
            let names = [
                "/x/articles.csv", "/x/speakers.csv", "/x/rejects.jsonl", "/x/datapackage.json", "/.x/outline",
                "/.x/outline.head",
            ]
            for name in names {
                let bytes = try read(folder + name)
                let handle = try #require(FileHandle(forUpdatingAtPath: folder + name))
                try handle.write(contentsOf: Data([bytes[0] ^ 1]))
                try handle.close()
                #expect(try publish(articles, in: location, options(2)) == 0, "\(name)")
                #expect(try publish(articles, in: location, options(2)) == 3)
            }
            try FileManager.default.removeItem(atPath: folder + "/.x/outline.head")
            #expect(try publish(articles, in: location, options(2)) == 0)
        }
    }

    @Test func anyBeginningOfAnOutlineIsNone() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try publish(["a", "b"], in: location, options())
            let head = try read(location.outlineHeadPath)
            for length in 0..<head.count {
                #expect(OutlineHead(Array(head[..<length]), tables: Table.all) == nil)
            }
            for index in head.indices {
                for value in [UInt8(0), 0x7F, 0x80, 0xFF] {
                    var changed = head
                    changed[index] = value
                    if changed != head { #expect(OutlineHead(changed, tables: Table.all) == nil) }
                }
            }
        }
    }

    @Test func aRepeatIsTheSameFilesUnderANewRecord() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try publish(["a", "b"], in: location, options())
            let before = try contents(location)
            for number in 2...6 {
                let earlier = try #require(EarlierGeneration(in: location, configuration: [1]))
                #expect(try earlier.isCurrent(revision: [1], in: location))
                #expect(try !earlier.isCurrent(revision: [2], in: location))
                let summary = try GenerationRepeat.publish(earlier, in: location, keep: 2) { .text("\($0.number)") }
                #expect(summary.number == number && summary.tables.map(\.rows)[0] == 2)
                var after = try contents(location)
                #expect(after.removeValue(forKey: "run.json") == Array("\"\(number)\"\n".utf8))
                #expect(after == before.filter { $0.key != "run.json" })
            }
            // Something new: copied from the repeat. Of the same ones only the newest stay, of different ones two.
            #expect(try publish(["a", "b", "c"], in: location, options(1, revision: 2), keep: 2) == 2)
            #expect(try GenerationFolders.numbers(in: location) == [6, 7])
            let earlier = try #require(EarlierGeneration(in: location, configuration: [1]))
            try GenerationRepeat.publish(earlier, in: location, keep: 2) { _ in .null }
            #expect(try GenerationFolders.numbers(in: location) == [6, 7, 8])
        }
    }

    /// A reader that has opened the folder still finds all of its files after the next run, whatever is kept.
    @Test func theGenerationBeforeStaysForItsReaders() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            for articles in [["a"], ["b"], ["c"]] {
                try publish(articles, in: location, options(), keep: 1)
            }
            #expect(try GenerationFolders.numbers(in: location) == [2, 3])
        }
    }
}
