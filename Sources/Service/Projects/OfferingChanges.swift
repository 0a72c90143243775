import Application
import Messages
import Storage
import Wire

// Changes of offerings as stored.
extension Projects {
    /// PRJ-9c: lists what an offering was, what is proposed and what was not approved. For those who have authority over it,
    /// and for the committee of the base to which it is to move.
    func listOfferingChanges(
        _ request: ListOfferingChangesRequest, _ context: ReadContext
    ) throws -> ListOfferingChangesReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        let waiting = try waitingChange(of: offering.id, snapshot)
        try context.call.requireAuthority(
            overAnyOf: [offering.base, offering.owner, waiting?.after?.base ?? 0], snapshot)
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(
                OfferingChange.ofOffering, offering.id, request.after, limit, body: OfferingChange.columns.read)
        }
        return ListOfferingChangesReply(changes: page.elements, next: page.next ?? 0)
    }

    /// - Throws: `notFound` for an unknown id.
    func offeringChange(_ id: UInt64, _ snapshot: Snapshot) throws -> OfferingChange {
        guard let change = try snapshot.first(OfferingChange.one, id, body: OfferingChange.columns.read) else {
            throw Refusal(.notFound, field: "subject")
        }
        return change
    }

    /// The change that waits for approval.
    func waitingChange(of offering: UInt64, _ snapshot: Snapshot) throws -> OfferingChange? {
        try snapshot.first(
            OfferingChange.ofOfferingInState, offering, ReviewState.waiting.rawValue, body: OfferingChange.columns.read)
    }

    /// Takes back the change that waits for approval. Returns whether there was one.
    @discardableResult
    func takeBackChange(of offering: UInt64, _ context: WriteContext) throws -> Bool {
        guard let change = try waitingChange(of: offering, context.transaction) else { return false }
        try reviews.endReview(.offeringChange, change.id, context)
        try setState(.withdrawn, of: change.id, context.transaction)
        return true
    }

    func setState(_ state: ReviewState, of change: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE offering_change SET state = ?2 WHERE id = ?1", change, state.rawValue)
    }
}

extension OfferingChange {
    fileprivate static let columns = Columns(
        "c.id, c.state, c.before, c.after, c.reason, c.person, p.name, c.at_ms, r.reason"
    ) { row in
        OfferingChange(
            id: row.id(), state: try row.enumeration(), before: try Offering(serialized: row.bytes()),
            after: try Offering(serialized: row.bytes()), reason: row.text(), person: row.id(),
            personName: row.textOrNil() ?? "", atMs: row.integer(), decisionReason: row.textOrNil() ?? "")
    }

    /// With the review of the change, of kind OFFERING_CHANGE.
    private static let from: SQL = """
        FROM offering_change c LEFT JOIN person p ON p.id = c.person
        LEFT JOIN review r ON r.kind = 12 AND r.subject = c.id
        """

    fileprivate static let one = SQL("SELECT \(columns) \(from) WHERE c.id = ?1")

    fileprivate static let ofOffering = SQL(
        "SELECT \(columns) \(from) WHERE c.offering = ?1 AND c.id > ?2 ORDER BY c.id LIMIT ?3")

    fileprivate static let ofOfferingInState = SQL(
        "SELECT \(columns) \(from) WHERE c.offering = ?1 AND c.state = ?2 ORDER BY c.id LIMIT 1")
}
