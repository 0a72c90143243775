internal import CSQLite

/// The database refused or failed: which statement, with SQLite's extended result code and text.
@usableFromInline package struct StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What a caller may act on. Everything else is `other`.
    package enum Kind: Sendable, Equatable {
        /// A row with that key is there already (UNIQUE or PRIMARY KEY).
        case duplicate
        /// A FOREIGN KEY, CHECK or NOT NULL rule was broken.
        case constraint
        /// Another connection holds the lock.
        case busy
        /// The disk is full.
        case full
        /// The disk failed to read, write or sync.
        case failedIO
        /// A page is not what was written there.
        case damage
        /// A parameter is a text with a zero byte.
        case text
        /// The program used storage wrongly: a wrong number of parameters, a write in a snapshot, a NULL read as a value …
        case misuse
        case other
    }

    /// SQLite's extended result code.
    package let code: Int32
    package let message: String
    package let statement: String

    package init(code: Int32, message: String, statement: String) {
        self.code = code
        self.message = message
        self.statement = statement
    }

    static let failedRead = SQLITE_IOERR | 1 << 8

    static func misuse(_ message: String, statement: String) -> StorageError {
        StorageError(code: SQLITE_MISUSE, message: message, statement: statement)
    }

    package var kind: Kind {
        switch (code & 0xFF, code >> 8) {
        case (SQLITE_CONSTRAINT, 6), (SQLITE_CONSTRAINT, 8), (SQLITE_CONSTRAINT, 10): .duplicate
        case (SQLITE_CONSTRAINT, _): .constraint
        case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): .busy
        case (SQLITE_FULL, _): .full
        case (SQLITE_IOERR, 32), (SQLITE_CORRUPT, _), (SQLITE_NOTADB, _): .damage
        case (SQLITE_IOERR, _), (SQLITE_CANTOPEN, _): .failedIO
        case (SQLITE_MISMATCH, _): .text
        case (SQLITE_MISUSE, _): .misuse
        default: .other
        }
    }

    @usableFromInline package var description: String {
        "\(message) (\(code)) in: \(statement)"
    }
}
