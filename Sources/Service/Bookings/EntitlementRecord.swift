import Application
import Domain
import Messages
import Storage

/// A paid place as stored.
struct EntitlementRecord {
    let id: UInt64
    let person: UInt64
    let programme: UInt64
    var state: EntitlementState
    let source: EntitlementSource
    let sourceID: UInt64
    var cancellations: Int
    /// The live booking that holds it; 0 for none.
    var booking: UInt64
    let createdMs: Int64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "entitlement") }
        self = found
    }

    /// Returns the oldest one that may be used for a booking; nil for none.
    static func free(of person: UInt64, in programme: UInt64, _ snapshot: Snapshot) throws -> EntitlementRecord? {
        try snapshot.first(oldestFree, person, programme, EntitlementState.free.rawValue, body: columns.read)
    }

    /// Returns the one that a payment has made; nil for a payment that has made none.
    static func of(_ source: EntitlementSource, _ id: UInt64, _ snapshot: Snapshot) throws -> EntitlementRecord? {
        try snapshot.first(bySource, source.rawValue, id, body: columns.read)
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        person = row.id()
        programme = row.id()
        state = try row.enumeration()
        source = try row.enumeration()
        sourceID = row.id()
        cancellations = row.int()
        booking = row.id()
        createdMs = row.integer()
    }

    static let columns = Columns(
        "id, person, programme, state, source, source_id, cancellations, booking, created_ms"
    ) { try EntitlementRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM entitlement WHERE id = ?1")

    private static let bySource = SQL("SELECT \(columns) FROM entitlement WHERE source = ?1 AND source_id = ?2")

    private static let oldestFree = SQL(
        """
        SELECT \(columns) FROM entitlement WHERE person = ?1 AND programme = ?2 AND state = ?3 ORDER BY id LIMIT 1
        """)

    fileprivate static let ofPerson = SQL(
        "SELECT \(columns) FROM entitlement WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    /// Moves on by an event, and stores what else was changed.
    mutating func apply(_ event: EntitlementEvent, _ transaction: Transaction) throws {
        state = try EntitlementLifecycle.table.next(state, event)
        try store(transaction)
    }

    /// BKG-2b, ORD-3b, ORD-4c: its money goes back, and it with it.
    mutating func giveBack(_ context: WriteContext) throws {
        try apply(.giveBack, context.transaction)
        try settleDouble(context)
    }

    /// Stores what was changed.
    func store(_ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE entitlement SET state = ?2, cancellations = ?3, booking = ?4 WHERE id = ?1", id, state.rawValue,
            cancellations, booking)
    }
}

// The face of entitlements for the areas that are paid for them.
extension Bookings {
    /// BKG-2: what a payment buys. A second one of the same programme is noted (BKG-2b).
    func grantEntitlement(
        to person: UInt64, in programme: UInt64, _ source: EntitlementSource, _ sourceID: UInt64,
        _ context: WriteContext
    ) throws {
        let id = try context.transaction.newID()
        try context.transaction.execute(
            """
            INSERT INTO entitlement (id, person, programme, state, source, source_id, cancellations, booking, created_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?7)
            """, id, person, programme, EntitlementState.free.rawValue, source.rawValue, sourceID, context.now)
        try EntitlementRecord(id, context.transaction).noteIfDouble(context)
    }

    /// The caller's, newest first.
    func myEntitlements(_ request: MyEntitlementsRequest, _ context: ReadContext) throws -> MyEntitlementsReply {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(
                EntitlementRecord.ofPerson, person, before(request.after), limit, body: EntitlementRecord.columns.read)
        }
        return MyEntitlementsReply(
            entitlements: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }

    /// An entitlement as people are shown it.
    func message(_ entitlement: EntitlementRecord, _ snapshot: Snapshot) throws -> Entitlement {
        let limit = try programmes.policy(of: entitlement.programme, snapshot).cancelLimit
        return Entitlement(
            id: entitlement.id, programme: entitlement.programme,
            programmeName: try programmes.name(of: entitlement.programme, snapshot), state: entitlement.state,
            source: entitlement.source, sourceId: entitlement.sourceID,
            cancellations: UInt32(entitlement.cancellations), cancelLimit: UInt32(limit ?? 0),
            booking: entitlement.booking, createdMs: entitlement.createdMs)
    }
}
