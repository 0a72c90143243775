/// The database refused or failed: which statement, and what can be done about it.
@usableFromInline package struct StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds on which a caller may act; everything else is `other`.
    package enum Kind: Sendable, Equatable {
        /// A row with that key exists (UNIQUE or PRIMARY KEY).
        case duplicate
        /// A FOREIGN KEY, CHECK or NOT NULL rule was violated.
        case constraint
        /// Another connection holds the lock.
        case busy
        /// Another writer was first (a serialization failure): the transaction is to be run again from its beginning.
        case retry
        /// The disk is full.
        case full
        /// The disk failed to read, write or sync.
        case failedIO
        /// A page differs from what was written.
        case damage
        /// A parameter is a text with a zero byte.
        case text
        /// The program used storage wrongly: a wrong number of parameters, a write in a snapshot, a NULL read as a value …
        case misuse
        case other
    }

    package let kind: Kind
    package let message: String
    /// The engine's own word for it, for the log: a result code of SQLite, an SQLSTATE. Empty for what Storage itself refuses.
    package let code: String
    package let statement: String

    package init(_ kind: Kind, _ message: String, code: String = "", statement: String) {
        self.kind = kind
        self.message = message
        self.code = code
        self.statement = statement
    }

    static func misuse(_ message: String, statement: String) -> StorageError {
        StorageError(.misuse, message, statement: statement)
    }

    /// The same error, told of a text that is no literal.
    func about(_ statement: String) -> StorageError {
        StorageError(kind, message, code: code, statement: statement)
    }

    @usableFromInline package var description: String {
        "\(message)\(code.isEmpty ? "" : " (\(code))") in: \(statement)"
    }
}
