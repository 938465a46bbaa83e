import TextModel

/// The Table Schema (v2) of a table's CSV.
struct TableSchema {
    /// - Parameter names: the tables of the same package; a reference to any other table is left out.
    static func schema(of table: Table, among names: Set<String>) -> JSONValue {
        let references = table.references.filter { names.contains($0.table) }
        return .members([
            "fields": .array(table.columns.filter { !$0.isJSONOnly }.map(field)),
            "missingValues": .array([.text("")]),
            "primaryKey": table.primaryKey.isEmpty ? nil : .array(table.primaryKey.map(JSONValue.text)),
            "foreignKeys": references.isEmpty ? nil : .array(references.map { foreignKey($0, in: table) }),
        ])
    }

    private static func field(_ column: Column) -> JSONValue {
        let isBoolean = column.type == .boolean
        return .members([
            "name": .text(column.name),
            "type": .text(type(column.type)),
            "description": .text(column.meaning),
            "trueValues": isBoolean ? .array([.text("TRUE")]) : nil,
            "falseValues": isBoolean ? .array([.text("FALSE")]) : nil,
            "constraints": constraints(column),
        ])
    }

    private static func type(_ type: ColumnType) -> String {
        switch type {
        // A date may be a year or a month, so it is a string with a pattern.
        case .text, .date: return "string"
        case .integer: return "integer"
        case .number: return "number"
        case .boolean: return "boolean"
        case .spans, .list: return "array"
        }
    }

    private static func constraints(_ column: Column) -> JSONValue? {
        let isDate = column.type == .date
        guard column.isRequired || !column.categories.isEmpty || isDate else { return nil }
        return .members([
            "required": column.isRequired ? .boolean(true) : nil,
            "enum": column.categories.isEmpty ? nil : .array(column.categories.map(JSONValue.text)),
            "pattern": isDate ? .text(datePattern) : nil,
        ])
    }

    /// ISO 8601 to any precision; "'2018-06" is how `spreadsheet_safe` writes a month.
    private static let datePattern = "'?[0-9]{4}(-[0-9]{2}(-[0-9]{2}([T ][0-9:.+Z-]+)?)?)?"

    /// A table that refers to itself leaves the resource out.
    private static func foreignKey(_ reference: Reference, in table: Table) -> JSONValue {
        .members([
            "fields": .array([.text(reference.column)]),
            "reference": .members([
                "resource": reference.table == table.name ? nil : .text(reference.table),
                "fields": .array([.text(reference.targetColumn)]),
            ]),
        ])
    }
}
