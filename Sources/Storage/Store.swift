import Foundation
import GRDB
import TextModel

/// Keeps the rows of every article that was tagged, so that a run tags only what is new.
///
/// Rows lie under the article's fingerprint. The listing says which articles and rejects the input files hold, where, and
/// under which fingerprint; it stays from run to run, and only what changed is listed anew. A cache and nothing more: it can be removed at any time, at the price of tagging everything again.
package final class Store: Sendable {
    /// What was found when it was opened.
    package enum Opening: Hashable, Sendable {
        case created
        case opened
        /// It was damaged or not ours; it is at `movedTo` now and a new one was made.
        case replaced(reason: String, movedTo: String)
    }

    package let opening: Opening
    let connection: StoreConnection

    /// Opens the store, or makes it. One that is damaged, of another version or a stranger's is moved aside.
    ///
    /// Reads the whole file once to check it, unless the run before closed it in good order.
    /// - Parameter isTrusted: false to begin anew whatever is there.
    /// - Throws: `cannotOpen`, `busy`, `readOrWriteFailed`.
    package init(at path: String, isTrusted: Bool = true) throws(StorageError) {
        let isSealed = StoreSeal(of: path).isUnbroken
        try StoreSeal(of: path).breakOpen()
        switch try StoreFile.look(at: path, schemaVersion: StoreSchema.version) {
        case .absent:
            try Self.removeStrayJournals(of: path)
            connection = try StoreConnection(path, isNew: true)
            opening = .created
        case .foreign(let reason):
            let aside = try StoreFile.setAside(path)
            connection = try StoreConnection(path, isNew: true)
            opening = .replaced(reason: reason, movedTo: aside)
        case .ours where !isTrusted:
            let aside = try StoreFile.setAside(path)
            connection = try StoreConnection(path, isNew: true)
            opening = .replaced(reason: "it was found damaged", movedTo: aside)
        case .ours:
            do {
                connection = try isSealed ? StoreConnection(path, isNew: false) : Self.checked(path)
                opening = .opened
            } catch .corrupt(_, let message) {
                let aside = try StoreFile.setAside(path)
                connection = try StoreConnection(path, isNew: true)
                opening = .replaced(reason: message, movedTo: aside)
            }
        }
    }

    /// Moves the log into the store and closes it. Leaving this out loses nothing, but the next opening takes longer.
    package func close() throws(StorageError) {
        try StoreConnection.typed(connection.path) { try connection.queue.close() }
        StoreSeal(of: connection.path).set()
    }

    private static func checked(_ path: String) throws(StorageError) -> StoreConnection {
        let connection = try StoreConnection(path, isNew: false)
        let finding = try connection.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") }
        guard finding == "ok" else { throw .corrupt(path: path, message: finding ?? "no answer to integrity_check") }
        return connection
    }

    /// A journal without its store would be played into the new one.
    private static func removeStrayJournals(of path: String) throws(StorageError) {
        _ = try StoreFile.setAside(path)
    }
}
