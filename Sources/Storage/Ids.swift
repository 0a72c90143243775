/// The ids of entities: ascending, below 2⁵³ (exact in every client's number type), never 0, unique in the database.
///
/// They are leased from a table in blocks and assigned from memory, so that an insert costs no extra write. They
/// ascend, so that rows are appended to their tables: random keys dirty a page each and cost 5 to 7 times the insert. A
/// restart skips the rest of a block.
struct Ids {
    static let limit: UInt64 = 1 << 53
    static let blockSize: UInt64 = 1000

    private var next: UInt64 = 0
    private var end: UInt64 = 0
    /// The number of leases, which tells a rollback whether it undoes one.
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
            INSERT INTO id_lease (name, next) VALUES ('entity', ?1)
            ON CONFLICT (name) DO UPDATE SET next = id_lease.next + ?2 RETURNING next
            """, Self.blockSize + 1, Self.blockSize)
        guard leasedEnd <= Self.limit else {
            throw StorageError.misuse("no ids are left", statement: "id_lease")
        }
        end = leasedEnd
        next = leasedEnd - Self.blockSize
        leases += 1
    }

    /// Discards the rest of the leased block.
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

    /// Handles the rollback of every lease after the first `kept`: their ids were seen by nobody and may be assigned
    /// again.
    mutating func rolledBack(toLeases kept: Int) {
        guard leases > kept else { return }
        leases = kept
        forget()
    }
}

extension Transaction {
    /// Returns an id for a new row of any kind.
    package func newID() throws -> UInt64 {
        try database.ids.take(in: self)
    }

    /// Skips the next `count` ids, which may be known from a newer state of this restored database.
    package func passOverIDs(_ count: UInt64) throws {
        try execute("UPDATE id_lease SET next = next + ?1 WHERE name = 'entity'", count)
        database.ids.forget()
    }
}
