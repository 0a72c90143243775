import Storage
import Threads

/// A one-table database for tests of commits, and commands that write to it.
struct Notebook {
    static let migrations = [
        Migration(
            1, "note",
            """
            CREATE TABLE note (id INT64 PRIMARY KEY, body TEXT NOT NULL);
            CREATE TABLE entry (id INT64 PRIMARY KEY, note INT64 NOT NULL REFERENCES note (id));
            """)
    ]

    struct Refusal: Error, Equatable {
        let id: UInt64
    }

    /// The behaviour of a command besides writing its note.
    enum Manner: CaseIterable {
        case succeeds, refusesFirst, refusesAfterWriting, writesTwice
    }

    let database: Database

    init(path: String, vfs: String? = nil, durability: Database.Durability = .everyCommit) throws {
        database = try Database(path: path, vfs: vfs, durability: durability)
        try database.migrate("notebook", Self.migrations)
    }

    /// Another connection to it, that has looked at the file already.
    static func reader(path: String) throws -> Database {
        let database = try Database(path: path, access: .reading)
        _ = try database.read(ids)
        return database
    }

    static func note(_ id: UInt64, _ manner: Manner, in transaction: Transaction) throws -> UInt64 {
        if manner == .refusesFirst { throw Refusal(id: id) }
        try transaction.execute("INSERT INTO note (id, body) VALUES (?1, ?2)", id, "note \(id)")
        try transaction.execute("INSERT INTO entry (id, note) VALUES (?1, ?2)", transaction.newID(), id)
        if manner == .refusesAfterWriting { throw Refusal(id: id) }
        if manner == .writesTwice {
            try transaction.execute("INSERT INTO note (id, body) VALUES (?1, ?2)", id, "again")
        }
        return id
    }

    static func ids(in snapshot: Snapshot) throws -> [UInt64] {
        try snapshot.all("SELECT id FROM note ORDER BY id") { $0.id(0) }
    }

    func ids() throws -> [UInt64] {
        try database.read(Self.ids)
    }
}

/// The outcomes reported to commands, in order.
final class Answers: Sendable {
    private let told = Locked<[(id: UInt64, outcome: String)]>([])

    /// Makes a command that is answered while it runs: a planted bug that a check must find.
    func hastyCommand(_ id: UInt64, _ manner: Notebook.Manner) -> WriteCommand {
        WriteCommand {
            _ = try Notebook.note(id, manner, in: $0)
            self.told.withLock { $0.append((id, "done")) }
        } completion: { _ in
        }
    }

    /// - Parameter body: runs before the note is written.
    func command(
        _ id: UInt64, _ manner: Notebook.Manner, _ body: @escaping @Sendable (Transaction) -> Void = { _ in }
    ) -> WriteCommand {
        let work: @Sendable (Transaction) throws -> UInt64 = { transaction in
            body(transaction)
            return try Notebook.note(id, manner, in: transaction)
        }
        return WriteCommand(work) { result in
            let outcome =
                switch result {
                case .success: "done"
                case .failure(let error as StorageError): "\(error.kind)"
                case .failure(is Notebook.Refusal): "refused"
                case .failure(let error): "\(error)"
                }
            self.told.withLock { $0.append((id, outcome)) }
        }
    }

    var all: [(id: UInt64, outcome: String)] { told.withLock { $0 } }
    var done: [UInt64] { all.filter { $0.outcome == "done" }.map(\.id) }
}
