import GRDB
import TextModel

/// The store's own tables.
enum StoreSchema {
    /// Changes with the layout below and with any column of the datasets, so that rows of another shape are never read.
    static let version: Int32 = {
        var shape = "layout 5"
        for table in TextModel.Table.all {
            shape += "\n\(table.name)"
            for column in table.columns { shape += " \(column.name):\(column.type.rawValue)" }
        }
        let hash = UInt64(bitPattern: RowArchive.checksum([Array(shape.utf8)]))
        return Int32(truncatingIfNeeded: hash & 0x7FFF_FFFF)
    }()

    /// Makes all tables in one transaction; the header fields take part in it.
    static func create(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE article (
                    fingerprint BLOB PRIMARY KEY NOT NULL,
                    share_checksum INTEGER NOT NULL,
                    share BLOB NOT NULL,
                    checksum INTEGER NOT NULL,
                    rows BLOB NOT NULL
                );
                CREATE TABLE note (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL);
                CREATE TABLE input (
                    file TEXT PRIMARY KEY NOT NULL,
                    stamp BLOB
                ) WITHOUT ROWID;
                CREATE TABLE listing (
                    input TEXT NOT NULL,
                    file TEXT NOT NULL,
                    record INTEGER NOT NULL,
                    article_id TEXT NOT NULL,
                    fingerprint BLOB NOT NULL,
                    sketch BLOB NOT NULL,
                    checksum INTEGER NOT NULL,
                    is_counted INTEGER NOT NULL DEFAULT FALSE,
                    PRIMARY KEY (file, record)
                ) WITHOUT ROWID;
                CREATE INDEX listing_input ON listing (input);
                CREATE INDEX listing_article ON listing (article_id);
                CREATE INDEX listing_fingerprint ON listing (fingerprint);
                CREATE TABLE unlisted (fingerprint BLOB PRIMARY KEY NOT NULL) WITHOUT ROWID;
                CREATE TABLE reject (
                    input TEXT NOT NULL,
                    file TEXT NOT NULL,
                    record INTEGER NOT NULL,
                    ordinal INTEGER NOT NULL,
                    checksum INTEGER NOT NULL,
                    cells BLOB NOT NULL,
                    PRIMARY KEY (file, record, ordinal)
                ) WITHOUT ROWID;
                CREATE INDEX reject_input ON reject (input);
                CREATE TABLE speaker (
                    speaker_id TEXT PRIMARY KEY NOT NULL,
                    attributions INTEGER NOT NULL,
                    stamp INTEGER NOT NULL,
                    checksum INTEGER NOT NULL,
                    cells BLOB NOT NULL
                ) WITHOUT ROWID;
                CREATE INDEX speaker_order ON speaker (attributions DESC, speaker_id, stamp);
                CREATE TABLE departed (
                    ordinal INTEGER PRIMARY KEY NOT NULL,
                    checksum INTEGER NOT NULL,
                    share BLOB NOT NULL
                );
                PRAGMA application_id = \(StoreFile.applicationID);
                PRAGMA user_version = \(version);
                """)
    }
}
