internal import CPages
internal import Glibc

/// The write-ahead log of a database that nobody has open.
package enum LogFile {
    /// Returns whether it holds commits after a damaged frame, where SQLite silently stops reading and later overwrites
    /// the rest.
    /// - Parameter database: the path of the database.
    package static func breaksOff(of database: String) throws(StorageError) -> Bool {
        let answer = unsafe cpages_breaks_off(database + "-wal")
        guard answer >= 0 else {
            let reason = unsafe String(cString: strerror(-answer))
            throw StorageError(.failedIO, reason, statement: database + "-wal")
        }
        return answer == 1
    }
}
