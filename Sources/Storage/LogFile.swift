internal import CPages
internal import Glibc

/// The write-ahead log of a database that nobody has open.
package enum LogFile {
    /// Whether it holds commits behind a damaged frame. SQLite ends its reading there, in silence, and writes over the rest.
    /// - Parameter database: path of the database.
    package static func breaksOff(of database: String) throws(StorageError) -> Bool {
        let answer = unsafe cpages_breaks_off(database + "-wal")
        guard answer >= 0 else {
            let reason = unsafe String(cString: strerror(-answer))
            throw StorageError(code: StorageError.failedRead, message: reason, statement: database + "-wal")
        }
        return answer == 1
    }
}
