import GRDB

/// Opens the database and turns SQLite's errors into ours.
struct StoreConnection: Sendable {
    let path: String
    let queue: DatabaseQueue

    /// Opens a file that is absent or ours. A new one gets its tables before the write-ahead log is switched on.
    ///
    /// A write-ahead log with `synchronous = NORMAL`: a run killed at any moment loses no committed batch, and a power cut
    /// loses at most the latest ones, never the store. The lock is exclusive, so no shared memory is needed and the store
    /// works on network file systems too.
    init(_ path: String, isNew: Bool) throws(StorageError) {
        self.path = path
        var configuration = Configuration()
        configuration.label = "store"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        }
        queue = try Self.typed(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            if isNew { try queue.write { try StoreSchema.create(in: $0) } }
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
            }
            return queue
        }
    }

    /// Without a transaction around it: nobody else writes, in this process or in another.
    func read<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
        try Self.typed(path) { try queue.unsafeRead(body) }
    }

    /// In one transaction: all or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
        try Self.typed(path) { try queue.write(body) }
    }

    static func typed<Value>(_ path: String, _ body: () throws -> Value) throws(StorageError) -> Value {
        do {
            return try body()
        } catch let error as StorageError {
            throw error
        } catch let error as DatabaseError {
            let message = error.message ?? error.resultCode.description
            switch error.resultCode {
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw .corrupt(path: path, message: message)
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: throw .cannotOpen(path: path, message: message)
            default: throw .readOrWriteFailed(path: path, message: message)
            }
        } catch {
            throw .readOrWriteFailed(path: path, message: String(describing: error))
        }
    }
}
