import Foundation
import TextModel
import Testing

@testable import Writing

@Suite struct GenerationWriterTests {
    private let rows = RowBuilder.rows(of: SampleTagging.tagged())

    @discardableResult
    private func publish(_ location: OutputLocation, keep: Int = 3, note: String = "") throws -> GenerationSummary {
        try location.prepare()
        let writer = try GenerationWriter(location)
        try writer.append(rows)
        try writer.append(
            Reject(
                origin: Origin(file: "bad.jsonl", record: 7, byteOffset: 99), code: .malformedJSON, message: "broken"))
        return try writer.publish(keep: keep) { summary in
            .members(["note": .text(note), "articles": .integer(summary.tables[0].rows)])
        }
    }

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func writesEveryFileAndSwitchesTheLink() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder + "/deep/Output/", name: "korea")
            let summary = try publish(location)
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: location.linkPath)
                    == ".korea/generation-000001")
            #expect(
                try files(location.linkPath) == [
                    "articles.csv", "articles.jsonl", "attributions.csv", "attributions.jsonl", "datapackage.json",
                    "numeric_claims.csv", "numeric_claims.jsonl", "quotes.csv", "quotes.jsonl", "rejects.jsonl",
                    "run.json",
                    "speakers.csv", "speakers.jsonl",
                ])
            #expect(summary.number == 1 && summary.rejects == [.malformedJSON: 1])
            #expect(summary.tables.map(\.rows) == [1, 4, 3, 1, 0])
            for table in summary.tables {
                for file in [table.csv, table.json] {
                    #expect(try read("\(location.linkPath)/\(file.name)").count == file.bytes)
                }
            }
            let rejects = String(decoding: try read(location.linkPath + "/rejects.jsonl"), as: UTF8.self)
            #expect(
                rejects
                    == #"{"file":"bad.jsonl","record":7,"byte":99,"id":null,"code":"malformed_json","message":"broken"}"#
                    + "\n")
            let quotes = try read(location.linkPath + "/quotes.csv")
            #expect(quotes.starts(with: [0xEF, 0xBB, 0xBF]) && quotes.suffix(2) == [13, 10])
        }
    }

    @Test func theSameRowsGiveTheSameBytes() throws {
        try withTemporaryFolder { folder in
            let first = try OutputLocation(folder: folder + "/a", name: "x")
            let second = try OutputLocation(folder: folder + "/b", name: "x")
            try publish(first)
            try publish(second)
            for name in try files(first.linkPath) {
                #expect(try read(first.linkPath + "/" + name) == read(second.linkPath + "/" + name), "\(name)")
            }
        }
    }

    @Test func keepsTheNewestGenerationsOnly() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            for number in 1...5 { #expect(try publish(location, keep: 2).number == number) }
            #expect(
                try files(location.stateFolder) == [
                    "generation-000004", "generation-000005", "outline", "outline.head",
                ])
            #expect(try location.linkedGeneration() == 5)
        }
    }

    @Test func whatADeadRunLeftIsRemoved() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try publish(location)
            let state = location.stateFolder
            // Killed while it wrote, after it renamed the folder, and after it made the link.
            for name in [
                "generation-000002.tmp", "generation-000002.tmp/deep", "generation-000002", "generation-000007",
            ] {
                try FileManager.default.createDirectory(atPath: "\(state)/\(name)", withIntermediateDirectories: true)
            }
            try write([1, 2, 3], to: state + "/generation-000002.tmp/deep/quotes.csv")
            try FileManager.default.createSymbolicLink(
                atPath: state + "/link.tmp", withDestinationPath: ".x/generation-000002")
            #expect(try publish(location, keep: 9).number == 2)
            #expect(try files(state) == ["generation-000001", "generation-000002", "outline", "outline.head"])
            #expect(try files(location.linkPath).contains("quotes.csv"))
        }
    }

    @Test func aRunThatIsGivenUpLeavesTheLinkAsItWas() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try publish(location, note: "first")
            do {
                let writer = try GenerationWriter(location)
                try writer.append(rows)
                #expect(
                    try files(location.stateFolder) == [
                        "generation-000001", "generation-000002.tmp", "outline", "outline.head", "outline.tmp",
                    ])
            }
            #expect(try files(location.stateFolder) == ["generation-000001", "outline", "outline.head"])
            #expect(try location.linkedGeneration() == 1)
            #expect(String(decoding: try read(location.linkPath + "/run.json"), as: UTF8.self).contains("first"))
        }
    }

    @Test func aPlantedLinkIsNotFollowed() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try location.prepare()
            let victim = folder + "/victim"
            try FileManager.default.createDirectory(atPath: victim, withIntermediateDirectories: true)
            try write([7], to: victim + "/keep")
            // In place of the new folder: removed as a dead run's, not entered.
            try FileManager.default.createSymbolicLink(
                atPath: location.stateFolder + "/generation-000001.tmp", withDestinationPath: victim)
            try publish(location)
            #expect(try files(victim) == ["keep"])
            // In place of a file in it.
            let writer = try GenerationWriter(location)
            try FileManager.default.createSymbolicLink(
                atPath: location.stateFolder + "/generation-000002.tmp/run.json", withDestinationPath: victim + "/keep")
            #expect(throws: WritingError.self) { try writer.publish(keep: 2) { _ in .null } }
            #expect(try read(victim + "/keep") == [7])
            #expect(try location.linkedGeneration() == 1)
        }
    }

    @Test func aPlantedStateFolderIsRefused() throws {
        try withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/victim", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: folder + "/.x", withDestinationPath: "victim")
            let location = try OutputLocation(folder: folder, name: "x")
            #expect(throws: WritingError.cannotCreate(path: folder + "/.x", errno: ENOTDIR)) { try location.prepare() }
            #expect(try files(folder + "/victim").isEmpty)
        }
    }

    @Test func aRowOfTheWrongShapeIsAnError() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try location.prepare()
            let writer = try GenerationWriter(location)
            #expect(throws: WritingError.malformedRow(table: "speakers", expected: 12, found: 1)) {
                try writer.append([.null], to: .speakers)
            }
        }
    }

    @Test func anOldReaderKeepsItsGeneration() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try publish(location)
            let open = try #require(FileHandle(forReadingAtPath: location.linkPath + "/quotes.csv"))
            for _ in 0..<3 { try publish(location, keep: 1) }
            #expect(try open.readToEnd().map { Array($0) } == read(location.linkPath + "/quotes.csv"))
        }
    }
}
