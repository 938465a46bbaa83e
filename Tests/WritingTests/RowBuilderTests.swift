import TextModel
import Testing

@testable import Writing

@Suite struct RowBuilderTests {
    private let rows = RowBuilder.rows(of: SampleTagging.tagged())

    @Test func everyRowFitsItsTable() {
        #expect(rows.article.count == Table.articles.columns.count)
        #expect(rows.attributions.count == 4)
        #expect(rows.quotes.count == 3)
        #expect(rows.claims.count == 1)
        for (table, tableRows) in [
            (Table.attributions, rows.attributions), (.quotes, rows.quotes), (.numericClaims, rows.claims),
            (.articles, [rows.article]),
        ] {
            for row in tableRows {
                #expect(row.count == table.columns.count)
                for (column, cell) in zip(table.columns, row) {
                    #expect(fits(cell, column), "\(table.name).\(column.name): \(cell)")
                }
            }
        }
    }

    @Test func spansSliceTheSurface() throws {
        let scalars = Array(try #require(rows.article.text("text", of: .articles)).unicodeScalars)
        for (table, tableRows, spansColumn, textColumn) in [
            (Table.attributions, rows.attributions, "content_spans", "content_text"),
            (.attributions, rows.attributions, "cue_spans", "cue_text"),
            (.attributions, rows.attributions, "source_spans", "source_text"),
            (.quotes, rows.quotes, "quote_spans", "quote_text"),
            (.numericClaims, rows.claims, "claim_spans", "surface"),
        ] {
            for row in tableRows {
                guard case .spans(let spans) = row.cell(spansColumn, of: table) else {
                    #expect(row.cell(textColumn, of: table) == .null)
                    continue
                }
                let pieces = spans.map { String(String.UnicodeScalarView(scalars[$0])) }
                #expect(pieces.joined(separator: " ") == row.text(textColumn, of: table))
            }
        }
    }

    @Test func attributionHoldsItsFacts() {
        let row = rows.attributions[0]
        #expect(row.text("source_text", of: .attributions) == "White House Press Secretary Sarah Huckabee Sanders")
        #expect(row.text("speaker_name", of: .attributions) == "Sarah Huckabee Sanders")
        #expect(row.text("speaker_role", of: .attributions) == "White House Press Secretary")
        #expect(row.text("said_time_text", of: .attributions) == "Monday")
        #expect(row.text("said_date", of: .attributions) == "2018-09-10")
        #expect(row.cell("paragraph", of: .attributions) == .integer(1))
        #expect(row.cell("sentence", of: .attributions) == .integer(2))
        #expect(row.cell("parent_attribution_id", of: .attributions) == .null)
        #expect(row.cell("confidence", of: .attributions) == .number(DecimalNumber(91, exponent: -2)))
        #expect(rows.attributions[2].text("via_text", of: .attributions) == "citing a report")
        #expect(
            rows.attributions[3].cell("parent_attribution_id", of: .attributions)
                == rows.attributions[2].cell("attribution_id", of: .attributions))
    }

    @Test func quoteHoldsOnlyItsQuotedWords() {
        #expect(rows.quotes[0].text("quoted_words", of: .quotes) == "very warm")
        #expect(
            rows.quotes[1].text("quoted_words", of: .quotes)
                == "It was a very warm, very positive letter, The primary purpose was another meeting.")
        #expect(rows.quotes[2].cell("quoted_words", of: .quotes) == .null)
        #expect(
            rows.quotes[1].text("canonical_key", of: .quotes)
                == "it was a very warm very positive letter the primary purpose was another meeting")
        #expect(rows.quotes[0].cell("review", of: .quotes) == .null)
    }

    @Test func claimTakesTheSourceOfItsAttribution() {
        let row = rows.claims[0]
        #expect(row.cell("value", of: .numericClaims) == .null)
        #expect(row.cell("low", of: .numericClaims) == .number(DecimalNumber(5)))
        #expect(row.cell("high", of: .numericClaims) == .number(DecimalNumber(8)))
        #expect(row.text("source_text", of: .numericClaims) == "U.S. intelligence officials")
        #expect(row.text("counted", of: .numericClaims) == "new nuclear weapons")
        #expect(row.cell("unit", of: .numericClaims) == .null)
        #expect(row.cell("attribution_id", of: .numericClaims) == rows.attributions[2][0])
        #expect(row.text("sentence_text", of: .numericClaims)?.contains("between five and eight") == true)
    }

    @Test func articleCountsItsRows() {
        #expect(rows.article.text("title", of: .articles) == "Über the “deal”")
        #expect(rows.article.cell("attributions", of: .articles) == .integer(4))
        #expect(rows.article.cell("quotes", of: .articles) == .integer(3))
        #expect(rows.article.cell("numeric_claims", of: .articles) == .integer(1))
        #expect(rows.article.cell("published_given", of: .articles) == .null)
        #expect(rows.article.cell("record", of: .articles) == .integer(3))
    }

    @Test func sightingsCountWhatIsTheSpeakers() {
        #expect(rows.sightings.map(\.name) == ["Sarah Huckabee Sanders", "U.S. intelligence officials"])
        #expect(rows.sightings[0].variants == ["Sanders"])
        #expect(rows.sightings.map(\.attributions) == [2, 1])
        #expect(rows.sightings.map(\.quotes) == [2, 1])
        #expect(rows.sightings.map(\.claims) == [0, 1])
    }

    @Test func anArticleWithNothingFoundIsOneRow() {
        let rows = RowBuilder.rows(of: TaggedArticle(segmented: MarkedArticle("", url: nil).segmented))
        #expect(rows.attributions.isEmpty && rows.quotes.isEmpty && rows.claims.isEmpty && rows.sightings.isEmpty)
        #expect(rows.article.cell("url", of: .articles) == .null)
        #expect(rows.article.cell("words", of: .articles) == .integer(0))
        #expect(
            rows.article.text("sha256", of: .articles)
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func identifiersAreStableAndApart() {
        let again = RowBuilder.rows(of: SampleTagging.tagged())
        #expect(again == rows)
        var identifiers: Set<Cell> = [rows.article[0]]
        for row in rows.attributions + rows.quotes + rows.claims { #expect(identifiers.insert(row[0]).inserted) }
        #expect(rows.article.text("article_id", of: .articles)?.wholeMatch(of: /art_[a-z2-7]{16}/) != nil)
    }

    @Test func twoRowsWithTheSameSpansHaveTwoIdentifiers() {
        var tagged = SampleTagging.tagged()
        tagged.attributions.append(tagged.attributions[0])
        tagged.claims.append(tagged.claims[0])
        let rows = RowBuilder.rows(of: tagged)
        #expect(Set(rows.attributions.map { $0[0] }).count == 5)
        #expect(Set(rows.quotes.map { $0[0] }).count == 4)
        #expect(Set(rows.claims.map { $0[0] }).count == 2)
    }

    @Test func aNamedSpeakerIsTheSameInEveryArticle() {
        let other = MarkedArticle(SampleTagging.text, kinds: [.headline], givenID: "a2")
        let otherRows = RowBuilder.rows(of: SampleTagging.tagged(other))
        #expect(otherRows.sightings[0].speakerID == rows.sightings[0].speakerID)
        #expect(otherRows.sightings[1].speakerID != rows.sightings[1].speakerID)
        #expect(otherRows.attributions[0][0] != rows.attributions[0][0])
    }

    private func fits(_ cell: Cell, _ column: Column) -> Bool {
        switch (cell, column.type) {
        case (.null, _): return !column.isRequired
        case (.text(let text), .text): return column.categories.isEmpty || column.categories.contains(text)
        case (.text(let text), .date): return text.first?.isNumber == true
        case (.integer, .integer), (.number, .number), (.boolean, .boolean), (.spans, .spans), (.list, .list):
            return true
        default: return false
        }
    }
}
