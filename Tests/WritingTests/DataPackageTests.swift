import Foundation
import TextModel
import Testing

@testable import Writing

@Suite struct DataPackageTests {
    /// A generation with rows in every table, empty cells, guarded cells and a speaker for each reference.
    private func generation(in folder: String) throws -> String {
        let location = try OutputLocation(folder: folder, name: "Korea Summit")
        try location.prepare()
        let writer = try GenerationWriter(location)
        var rows = RowBuilder.rows(of: SampleTagging.tagged())
        if let given = Table.articles.index(of: "given_id") { rows.article[given] = .text("00123") }
        if let said = Table.quotes.index(of: "said_date") { rows.quotes[0][said] = .text("2018-06") }
        try writer.append(rows)
        for sighting in rows.sightings {
            try writer.append(
                [
                    .text(sighting.speakerID), .text(sighting.name), .list(["a", "b"]), .text(sighting.kind), .null,
                    .null,
                    .integer(1), .integer(1), .integer(0), .integer(1), .text("2018-09-10T08:00:00Z"), .text("2018"),
                ], to: .speakers)
        }
        try writer.publish(keep: 1) { _ in .members(["version": .text("test")]) }
        return location.linkPath
    }

    @Test(.enabled(if: ExternalTool.isFrictionlessInstalled))
    func frictionlessAcceptsItAndNoticesOneByte() throws {
        let frictionless = try #require(ExternalTool("frictionless"))
        try withTemporaryFolder { folder in
            let output = try generation(in: folder)
            let (status, report) = try frictionless.run(["validate", "datapackage.json"], in: output)
            #expect(status == 0, "\(report)")
            for name in ["quotes.csv", "articles.jsonl"] {
                let exact = try read("\(output)/\(name)")
                var changed = exact
                let place = try #require(changed.firstIndex(of: UInt8(ascii: "w")))
                changed[place] = UInt8(ascii: "v")
                try write(changed, to: "\(output)/\(name)")
                #expect(try frictionless.run(["validate", "datapackage.json"], in: output).status != 0, "\(name)")
                try write(exact, to: "\(output)/\(name)")
            }
        }
    }

    @Test func describesEveryTableAndFile() throws {
        try withTemporaryFolder { folder in
            let output = try generation(in: folder)
            let data = Data(try read(output + "/datapackage.json"))
            let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(package["name"] as? String == "korea-summit")
            let resources = try #require(package["resources"] as? [[String: Any]])
            #expect(resources.count == 11)
            #expect(resources.prefix(5).map { $0["name"] as? String } == Table.all.map(\.name))
            let schema = try #require(resources[1]["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            #expect(fields.map { $0["name"] as? String } == Table.attributions.columns.map(\.name))
            #expect((schema["foreignKeys"] as? [Any])?.count == 3)
            #expect(schema["primaryKey"] as? [String] == ["attribution_id"])
            let articleFields = try #require((resources[0]["schema"] as? [String: Any])?["fields"] as? [[String: Any]])
            #expect(!articleFields.contains { $0["name"] as? String == "text" })
        }
    }
}
