import TextModel

/// The descriptor of a generation: a Data Package (v2) with a Table Schema for each CSV.
///
/// The JSON Lines files are listed with their hash, too, as plain files: a validator then notices any changed byte.
struct DataPackage {
    /// - Parameter name: the output's name; letters a package name may not have become hyphens.
    static func descriptor(name: String, tables: [WrittenTable], rejects: WrittenFile) -> JSONValue {
        let names = Set(tables.map(\.table.name))
        let resources =
            tables.map { csvResource($0, among: names) } + tables.map { jsonResource($0.json) } + [
                jsonResource(rejects)
            ]
        return .members([
            "$schema": .text("https://datapackage.org/profiles/2.0/datapackage.json"),
            "name": .text(packageName(name)),
            "description": .text(
                "Who said what in news articles, and every number that was claimed. Spans are half-open Unicode scalar offsets into the text in articles.jsonl."
            ),
            "resources": .array(resources),
        ])
    }

    private static func csvResource(_ written: WrittenTable, among names: Set<String>) -> JSONValue {
        .members([
            "name": .text(written.table.name),
            "type": .text("table"),
            "path": .text(written.csv.name),
            "description": .text(written.table.rowMeaning),
            "format": .text("csv"),
            "mediatype": .text("text/csv"),
            "encoding": .text("utf-8"),
            "bytes": .integer(written.csv.bytes),
            "hash": .text("sha256:" + written.csv.sha256),
            "dialect": .members([
                "delimiter": .text(","), "lineTerminator": .text("\r\n"), "quoteChar": .text("\""),
                "doubleQuote": .boolean(true), "skipInitialSpace": .boolean(false), "header": .boolean(true),
            ]),
            "schema": TableSchema.schema(of: written.table, among: names),
        ])
    }

    private static func jsonResource(_ file: WrittenFile) -> JSONValue {
        .members([
            "name": .text(file.name.replacing(".", with: "-")),
            "type": .text("file"),
            "path": .text(file.name),
            "format": .text("jsonl"),
            "mediatype": .text("application/jsonl"),
            "encoding": .text("utf-8"),
            "bytes": .integer(file.bytes),
            "hash": .text("sha256:" + file.sha256),
        ])
    }

    private static func packageName(_ name: String) -> String {
        let bytes = name.lowercased().utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                return byte
            default: return UInt8(ascii: "-")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
