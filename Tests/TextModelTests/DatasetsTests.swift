import TextModel
import Testing

@Suite struct DatasetsTests {
    /// The columns that users were promised; new ones only ever come after them.
    private static let promised: [(Table, String)] = [
        (
            .articles,
            "article_id url title byline published site language words sha256 attributions quotes numeric_claims"
        ),
        (
            .attributions,
            """
            attribution_id article_id content_type attitude content_text cue_text cue_lemma cue_kind source_text source_kind \
            speaker_id speaker_name speaker_role speaker_affiliation negated said_time_text said_date parent_attribution_id \
            via_text sentence_text paragraph sentence content_spans cue_spans source_spans confidence rule article_url \
            text_fragment_url
            """
        ),
        (
            .quotes,
            """
            quote_id attribution_id article_id quote_type quote_text quoted_words speaker_id speaker_name source_text cue_text \
            said_date context_before context_after canonical_key quote_spans confidence rule review article_url \
            text_fragment_url
            """
        ),
        (
            .numericClaims,
            """
            claim_id article_id attribution_id surface value low high bound kind change unit unit_surface counted subject \
            predicate modality negated time_text time_start time_end speaker_id speaker_name source_text sentence_text \
            claim_spans confidence rule review article_url text_fragment_url
            """
        ),
        (
            .speakers,
            "speaker_id name variants kind role affiliation attributions quotes numeric_claims articles first_seen last_seen"
        ),
    ]

    @Test func promisedColumnsComeFirstAndInOrder() {
        #expect(Table.all.map(\.name) == Self.promised.map(\.0.name))
        for (table, columns) in Self.promised {
            let names = columns.split(separator: " ").map(String.init)
            #expect(table.columns.prefix(names.count).map(\.name) == names)
        }
    }

    @Test func tablesAreSound() {
        for table in Table.all + [.rejects] {
            #expect(Set(table.columns.map(\.name)).count == table.columns.count)
            for key in table.primaryKey { #expect(table.columns.first { $0.name == key }?.isRequired == true) }
            for column in table.columns {
                #expect(column.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
                #expect(column.meaning.hasSuffix("."), "\(table.name).\(column.name)")
                let mentionsEmpty = column.meaning.contains("mpty")
                #expect(mentionsEmpty != column.isRequired, "\(table.name).\(column.name) must say when it is empty")
            }
            for reference in table.references {
                let target = Table.all.first { $0.name == reference.table }
                #expect(table.index(of: reference.column) != nil)
                #expect(target?.primaryKey == [reference.targetColumn])
            }
        }
    }

    @Test func onlyTheArticlesTextIsLeftOutOfTheCSV() {
        let left = Table.all.flatMap { table in table.columns.filter(\.isJSONOnly).map { "\(table.name).\($0.name)" } }
        #expect(left == ["articles.text"])
    }
}
