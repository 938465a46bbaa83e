import Execution
import Foundation
import TextModel
import Writing

/// `run.json`: what made a generation, and how.
struct RunRecord {
    let run: PipelineRun
    let files: Int
    let counts: RunCounts
    let reasons: [RunReason]
    /// Nil when nothing was loaded.
    let report: RunReport?
    let started: Date
    let elapsed: Duration

    func document(_ summary: GenerationSummary) -> JSONValue {
        .members([
            "sayso": .text(saysoVersion),
            "recipe": .text(run.recipe.name),
            "generation": .integer(summary.number),
            "started": .text(UTCTime.text(started)),
            "seconds": Self.seconds(elapsed),
            "workers": .integer(run.workers ?? coreCount),
            "options": .members([
                "minimum_confidence": Self.decimal(run.recipe.minimumConfidence),
                "bom": .boolean(run.recipe.csv.bom),
                "spreadsheet_safe": .boolean(run.recipe.csv.spreadsheetSafe),
                "rejects_percent": Self.decimal(run.recipe.limits.rejectsPercent),
                "other_languages": .text(run.recipe.otherLanguages.rawValue),
                "duplicates": .text(run.recipe.duplicates.rawValue),
            ]),
            "because": .array(reasons.map { .text($0.rawValue) }),
            "files": .integer(files),
            "files_read": .integer(counts.filesRead),
            "files_gone": .integer(counts.filesGone),
            "articles": .members([
                "read": .integer(counts.articles),
                "tagged": .integer(counts.tagged),
                "unchanged": .integer(counts.articles - counts.tagged),
                "removed": .integer(counts.removed),
                "duplicates": .integer(counts.duplicates),
                "copied": .integer(counts.copied),
            ]),
            "rejects": .object(
                RejectCode.allCases.compactMap { code in
                    counts.rejects[code].map { JSONValue.Member(code.rawValue, .integer($0)) }
                }),
            "stages": .array(
                (report?.stages ?? []).map { stage in
                    .members([
                        "name": .text(stage.name), "in": .integer(stage.received), "out": .integer(stage.delivered),
                        "busy_seconds": Self.seconds(stage.busy),
                    ])
                }),
            "tables": .array(
                summary.tables.map { table in
                    .members([
                        "name": .text(table.table.name), "rows": .integer(table.rows),
                        "guarded_cells": .integer(table.cells.guarded), "cut_cells": .integer(table.cells.cut),
                        "csv_sha256": .text(table.csv.sha256), "jsonl_sha256": .text(table.json.sha256),
                    ])
                }),
        ])
    }

    private static func seconds(_ duration: Duration) -> JSONValue {
        let (seconds, attoseconds) = duration.components
        return .decimal(DecimalNumber(seconds * 1000 + attoseconds / 1_000_000_000_000_000, exponent: -3))
    }

    private static func decimal(_ value: Double) -> JSONValue {
        .decimal(DecimalNumber(plain: "\(value)") ?? .zero)
    }
}
