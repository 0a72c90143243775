/// The ids of entities: rising, below 2⁵³ (exact in every client's number type), never 0, unique in the database.
///
/// They are leased from a table in blocks and handed out from memory, so that an insert costs no extra write, and rise,
/// so that rows go to the end of their tables: random keys dirty a page each and cost 5 to 7 times the insert. What is
/// left of a block at a restart is skipped.
struct Ids {
    static let limit: UInt64 = 1 << 53
    static let blockSize: UInt64 = 1000

    private var next: UInt64 = 0
    private var end: UInt64 = 0
    /// Counts leases, so that whoever rolls back knows whether one lies in what is undone.
    private(set) var leases = 0
    private var committedLeases = 0

    mutating func take(in transaction: Transaction) throws -> UInt64 {
        if next == end { try lease(in: transaction) }
        defer { next += 1 }
        return next
    }

    private mutating func lease(in transaction: Transaction) throws {
        let leasedEnd = try transaction.insertReturningID(
            """
            INSERT INTO id_lease (name, next) VALUES ('entity', ?1 + 1)
            ON CONFLICT (name) DO UPDATE SET next = id_lease.next + ?1 RETURNING next
            """, Self.blockSize)
        guard leasedEnd <= Self.limit else {
            throw StorageError.misuse("no ids are left", statement: "id_lease")
        }
        end = leasedEnd
        next = leasedEnd - Self.blockSize
        leases += 1
    }

    /// What is left of the block is given out no more.
    mutating func forget() {
        next = 0
        end = 0
    }

    mutating func committed() {
        committedLeases = leases
    }

    mutating func rolledBack() {
        rolledBack(toLeases: committedLeases)
    }

    /// The table has forgotten every lease after the `kept` first; ids from those were seen by nobody and come again.
    mutating func rolledBack(toLeases kept: Int) {
        guard leases > kept else { return }
        leases = kept
        forget()
    }
}

extension Transaction {
    /// An id for a new row of any kind.
    package func newID() throws -> UInt64 {
        try database.ids.take(in: self)
    }

    /// Never gives the next `count` ids out: they may be known from a database that this one is an older copy of.
    package func passOverIDs(_ count: UInt64) throws {
        try execute("UPDATE id_lease SET next = next + ?1 WHERE name = 'entity'", count)
        database.ids.forget()
    }
}
