import Foundation
import Testing

@testable import Assembly

@Suite struct ExplanationTests {
    /// With identifiers as "att_…" and scores as "#", which change when the models are trained anew; without the
    /// features and the readings that came next, for the same reason.
    private func explain(_ id: String, in folder: String) throws -> [String] {
        try Explanation(rowID: id, folder: folder).run().map(\.description)
            .filter { !$0.hasPrefix("  next ") && $0.prefixMatch(of: /^ +[+-][0-9.]+  ./) == nil }
            .map {
                $0.replacing(/([a-z]{3}_)[a-z2-7]{16}/) { $0.output.1 + "…" }.replacing(folder, with: "OUT")
                    .replacing(/^((confidence|cue|from) +)[0-9.]+/) { $0.output.1 + "#" }
                    .replacing(/^(content +)[0-9.]+  the .*/) { $0.output.1 + "#" }
            }
    }

    /// The identifier of the first row of a table that has a value in a column.
    private func id(_ dataset: SampleDataset, _ table: String, where column: String, is value: String) throws -> String
    {
        let key = ["quotes": "quote_id", "attributions": "attribution_id", "numeric_claims": "claim_id"][table]
        let rows = try dataset.rows(table)
        let row = try #require(rows.first { $0[column] as? String == value }, "\(rows.map { $0[column] ?? "" })")
        return try #require(row[key ?? String(table.dropLast()) + "_id"] as? String)
    }

    @Test func aQuote() throws {
        let dataset = try SampleDataset.copy()
        let quote = try id(dataset, "quotes", where: "quote_text", is: "“We checked every bolt,”")
        let expected = """
            quote quo_… in OUT

                ⟦content|“We checked every bolt,”⟧ ⟦source|she⟧ ⟦cue|said⟧ on Monday.

            attribution att_…
            what        statement, direct; cue “say” (verb)
            rule        quotation-then-cue
                        Words in quotation marks stand right before a cue with its source, as in “It is safe,” Smith said.
            confidence  #
            cue         #  “said” attributes
            content     #
            from        #  “she”
            source      “she” (pronoun)
            speaker     Jane Smith; Mayor (spk_…)
            said        on Monday (2018-09-10)
            article     Bridge is safe, mayor says (art_…)
                        https://example.org/bridge
                        articles.jsonl
            """
        #expect(try explain(quote, in: dataset.folder).joined(separator: "\n") == expected)
    }

    @Test func anAttributionInsideAnother() throws {
        let dataset = try SampleDataset.copy()
        let row = try id(dataset, "attributions", where: "cue_text", is: "believe")
        let expected = """
            attribution att_… in OUT

                ⟦source|Police⟧ ⟦cue|believe⟧ ⟦content|that between five and eight cars were damaged⟧, the mayor said.

            what        belief, indirect; cue “believe” (verb)
            rule        cue-then-clause
                        A cue with its source takes a clause of its own, as in Smith said that the bridge was safe.
            confidence  #
            cue         #  “believe” attributes
            content     #
            from        #  “Police”
            source      “Police” (organization)
            speaker     Police (spk_…)
            inside      the mayor said “Police believe that between five and eight cars were damaged” (att_…)
            article     Bridge is safe, mayor says (art_…)
                        https://example.org/bridge
                        articles.jsonl
            """
        #expect(try explain(row, in: dataset.folder).joined(separator: "\n") == expected)
    }

    @Test func aClaim() throws {
        let dataset = try SampleDataset.copy()
        let claim = try id(dataset, "numeric_claims", where: "surface", is: "between five and eight")
        let expected = """
            numeric claim clm_… in OUT

                Police believe that ⟦claim|between five and eight⟧ ⟦counted|cars⟧ were damaged, the mayor said.

            reading     low 5, high 8, range, count
            counted     cars
            predicate   damaged
            modality    asserted
            rule        range.between
                        “Between” and “and” give the ends of a range, as in between five and eight weapons.
            confidence  #
            runner-up   none: numbers are read by rule, the first that fits
            said by     Police believe “that between five and eight cars were damaged” (att_…)
            speaker     Police (spk_…)
            article     Bridge is safe, mayor says (art_…)
                        https://example.org/bridge
                        articles.jsonl
            """
        #expect(try explain(claim, in: dataset.folder).joined(separator: "\n") == expected)
    }

    @Test func aSpeaker() throws {
        let dataset = try SampleDataset.copy()
        let speaker = try id(dataset, "speakers", where: "name", is: "Jane Smith")
        let expected = """
            speaker spk_… in OUT
            name        Jane Smith
            kind        person
            role        Mayor
            variants    “Mayor Jane Smith”, “Smith”, “she”, “the mayor”
            rows        5 attributions, 5 quotes, 1 numeric_claims in 2 articles
            seen        2018-09-10
            quotes      that the bridge was safe
                            quo_…
                        “We checked every bolt,”
                            quo_…
                        Police believe that between five and eight cars were damaged
                            quo_…
                        We will build the school.
                            quo_…
                        Spending rose to $1.5 million
                            quo_…
            """
        #expect(try explain(speaker, in: dataset.folder).joined(separator: "\n") == expected)
    }

    @Test func anArticle() throws {
        let dataset = try SampleDataset.copy()
        let article = try id(dataset, "articles", where: "given_id", is: "bridge")
        let expected = """
            article art_… in OUT
            title       Bridge is safe, mayor says
            published   2018-09-10
            url         https://example.org/bridge
            file        articles.jsonl
            given id    bridge
            words       34
            rows        4 attributions, 3 quotes, 1 numeric_claims
            """
        #expect(try explain(article, in: dataset.folder).joined(separator: "\n") == expected)
    }

    @Test func everyRowHasAnExplanation() throws {
        let dataset = try SampleDataset.copy()
        for (table, key) in [
            ("articles", "article_id"), ("attributions", "attribution_id"), ("quotes", "quote_id"),
            ("numeric_claims", "claim_id"), ("speakers", "speaker_id"),
        ] {
            for row in try dataset.rows(table) {
                let id = try #require(row[key] as? String)
                let lines = try Explanation(rowID: id, folder: dataset.folder).run().map(\.description)
                #expect(lines.first?.contains(id) == true && lines.count > 3)
                // The meaning stands below the rule.
                guard let rule = row["rule"] as? String else { continue }
                #expect(
                    lines.contains { $0.hasPrefix("runner-up ") || $0.hasPrefix("  next ") }, "\(id) has no runner-up")
                let place = try #require(lines.firstIndex { $0.hasPrefix("rule ") && $0.hasSuffix(rule) })
                #expect(lines[place + 1].hasPrefix("            ") && lines[place + 1].hasSuffix("."))
            }
        }
    }

    @Test func whatNearlyWonIsTold() throws {
        let dataset = try SampleDataset.copy()
        let row = try id(dataset, "attributions", where: "cue_text", is: "believe")
        let lines = try Explanation(rowID: row, folder: dataset.folder).run().map(\.description)
        let next = lines.filter { $0.hasPrefix("  next ") }
        #expect(next.count == 3)
        #expect(next.first?.hasSuffix("  “believe” attributes nothing") == true)
        #expect(next.last?.hasSuffix("  nobody that the text names") == true)
        // Features with words and signed weights, the strongest first.
        let weights = lines.compactMap { $0.prefixMatch(of: /^ +([+-][0-9.]+)  ./).flatMap { Double($0.output.1) } }
        #expect(weights.count >= 6 && weights.allSatisfy { $0 != 0 })
    }

    @Test func aRowThatARuleAloneCarries() throws {
        let dataset = try SampleDataset.copy()
        let row = try id(dataset, "attributions", where: "rule", is: "label-colon")
        #expect(
            try explain(row, in: dataset.folder).contains(
                "runner-up   none: the rule alone decides, with a confidence of its own"))
    }

    @Test func aRowThatIsWeighedOtherwiseNow() throws {
        let dataset = try SampleDataset.copy()
        let row = try id(dataset, "attributions", where: "cue_text", is: "believe")
        try dataset.edit("attributions.jsonl") { lines in
            lines = lines.map { $0.replacing(/"confidence":0\.[0-9]+/, with: "\"confidence\":0.3") }
        }
        #expect(
            try explain(row, in: dataset.folder).contains {
                $0.hasPrefix("now ") && $0.hasSuffix(": this version of sayso weighs it otherwise than the run did")
            })
        // A cue where the article has none.
        try dataset.edit("attributions.jsonl") { lines in
            lines = lines.map { $0.replacing(/"cue_spans":\[\[[0-9]+, [0-9]+\]\]/, with: "\"cue_spans\":[[1, 2]]") }
        }
        #expect(
            try explain(row, in: dataset.folder).contains(
                "runner-up   unknown: the article does not read here as it did in the run"))
    }

    @Test func aFolderOfDatasetsIsSearched() throws {
        let dataset = try SampleDataset.copy()
        let article = try id(dataset, "articles", where: "given_id", is: "bridge")
        let second = dataset.output + "/zweite"
        try FileManager.default.createSymbolicLink(atPath: second, withDestinationPath: "sample")
        try FileManager.default.createDirectory(atPath: dataset.output + "/empty", withIntermediateDirectories: true)
        let lines = try explain(article, in: dataset.output)
        #expect(lines.first == "article art_… in OUT/sample")
        #expect(lines.last == "also in OUT/zweite")
    }

    @Test func whatIsNotThere() throws {
        let dataset = try SampleDataset.copy()
        for id in ["quo_aaaaaaaaaaaaaaaa", "att_", "", "nonsense", "QUO_"] {
            #expect(throws: AssemblyError.noSuchInput("\(id) in \(dataset.folder)")) {
                try Explanation(rowID: id, folder: dataset.folder).run()
            }
        }
        #expect(throws: AssemblyError.noSuchInput("\(dataset.path)/no")) {
            try Explanation(rowID: "quo_aaaaaaaaaaaaaaaa", folder: dataset.path + "/no").run()
        }
        let empty = dataset.path + "/empty"
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
        #expect(throws: AssemblyError.noSuchInput("\(empty)/*/datapackage.json")) {
            try Explanation(rowID: "quo_aaaaaaaaaaaaaaaa", folder: empty).run()
        }
    }

    @Test func aDamagedDatasetIsExplainedAsFarAsItGoes() throws {
        let dataset = try SampleDataset.copy()
        let quote = try id(dataset, "quotes", where: "quote_text", is: "“We checked every bolt,”")
        try dataset.remove("articles.jsonl")
        let lines = try explain(quote, in: dataset.folder)
        #expect(lines.contains("    “We checked every bolt,” she said on Monday."))
        #expect(!lines.contains { $0.hasPrefix("article ") })
        try dataset.remove("attributions.jsonl")
        #expect(throws: AssemblyError.readFailed(path: dataset.folder, reason: "the quote's attribution is missing")) {
            try Explanation(rowID: quote, folder: dataset.folder).run()
        }
    }
}
