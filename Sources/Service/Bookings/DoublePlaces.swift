import Application
import Domain
import Messages
import Storage

extension Bookings {
    /// BKG-2b: whose paid places of one programme are two, and wait for a decision; the oldest first.
    func listDoublePlaces(
        _ request: ListDoublePlacesRequest, _ context: ReadContext
    ) throws -> ListDoublePlacesReply {
        let snapshot = context.snapshot
        let state = request.state ?? .waiting
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(
                DoublePlaceRecord.inState, state.rawValue, request.after, limit, body: DoublePlaceRecord.columns.read)
        }
        return ListDoublePlacesReply(
            places: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }

    /// Keeps both places for a reason, or takes that back.
    func keepDoublePlace(_ request: KeepDoublePlaceRequest, _ context: WriteContext) throws -> DoublePlaceReply {
        let transaction = context.transaction
        let reason = try checkedTitle(request.reason, field: "reason", limit: Self.reasonLimit)
        let found = try transaction.first(
            DoublePlaceRecord.one, request.place, body: DoublePlaceRecord.columns.read)
        guard var place = found else { throw Refusal(.notFound, field: "place") }
        let (from, to): (DoublePlaceState, DoublePlaceState) =
            request.undo ? (.kept, .waiting) : (.waiting, .kept)
        guard place.state == from else {
            throw Refusal(
                .wrongState, field: "place",
                Phrase("it is \(place.state.phrase.en)", "该记录\(place.state.phrase.zh)"))
        }
        place.state = to
        place.reason = reason
        place.decidedBy = try context.call.person().id
        try transaction.execute(
            "UPDATE double_place SET state = ?2, reason = ?3, decided_by = ?4 WHERE id = ?1", place.id,
            place.state.rawValue, place.reason, place.decidedBy)
        context.auditDetail = "double place \(place.id): → \(to), \(reason)"
        return DoublePlaceReply(place: try message(place, transaction))
    }

    private static let reasonLimit = 200

    private func message(_ place: DoublePlaceRecord, _ snapshot: Snapshot) throws -> DoublePlace {
        DoublePlace(
            id: place.id, person: place.person, personName: try name(of: place.person, snapshot),
            earlier: try message(EntitlementRecord(place.earlier, snapshot), snapshot),
            later: try message(EntitlementRecord(place.later, snapshot), snapshot), state: place.state,
            reason: place.reason,
            decidedBy: try name(of: place.decidedBy, snapshot), foundMs: place.foundMs)
    }

    private func name(of person: UInt64, _ snapshot: Snapshot) throws -> String {
        try snapshot.first(.nameOfPerson, person) { $0.text(0) } ?? ""
    }
}

struct DoublePlaceRecord {
    let id: UInt64
    let person: UInt64
    let earlier: UInt64
    let later: UInt64
    var state: DoublePlaceState
    var reason: String
    /// 0 before the first decision.
    var decidedBy: UInt64
    let foundMs: Int64

    fileprivate static let columns = Columns("id, person, earlier, later, state, reason, decided_by, found_ms") { row in
        DoublePlaceRecord(
            id: row.id(), person: row.id(), earlier: row.id(), later: row.id(), state: try row.enumeration(),
            reason: row.text(), decidedBy: row.id(), foundMs: row.integer())
    }

    fileprivate static let one = SQL("SELECT \(columns) FROM double_place WHERE id = ?1")

    fileprivate static let inState = SQL(
        "SELECT \(columns) FROM double_place WHERE state = ?1 AND id > ?2 ORDER BY id LIMIT ?3")
}

extension EntitlementRecord {
    /// BKG-2b: notes that its person has another place of the programme that can still be used. Each such place stands beside the one
    /// before it, so that any number of them is one row less.
    func noteIfDouble(_ context: WriteContext) throws {
        let (before, after) = try neighbours(context.transaction)
        if let before { try notePair(before, id, context) }
        if let after { try notePair(id, after, context) }
    }

    /// It was given back: nobody has to decide any more about it and another. The places on both sides of it are neighbours now.
    func settleDouble(_ context: WriteContext) throws {
        let (transaction, given) = (context.transaction, DoublePlaceState.givenBack.rawValue)
        try transaction.execute("UPDATE double_place SET state = ?2 WHERE earlier = ?1", id, given)
        try transaction.execute("UPDATE double_place SET state = ?2 WHERE later = ?1", id, given)
        if case (let before?, let after?) = try neighbours(transaction) { try notePair(before, after, context) }
    }

    /// The person's other places of the programme that can still be used: the last one made before it, and the first one after.
    private func neighbours(_ snapshot: Snapshot) throws -> (before: UInt64?, after: UInt64?) {
        var (before, after): (UInt64?, UInt64?) = (nil, nil)
        for state in [EntitlementState.free, .held] {
            let last = try snapshot.first(
                """
                SELECT id FROM entitlement WHERE person = ?1 AND programme = ?2 AND state = ?3 AND id < ?4
                ORDER BY id DESC LIMIT 1
                """, person, programme, state.rawValue, id
            ) { $0.id(0) }
            let next = try snapshot.first(
                """
                SELECT id FROM entitlement WHERE person = ?1 AND programme = ?2 AND state = ?3 AND id > ?4
                ORDER BY id LIMIT 1
                """, person, programme, state.rawValue, id
            ) { $0.id(0) }
            before = [before, last].compactMap { $0 }.max()
            after = [after, next].compactMap { $0 }.min()
        }
        return (before, after)
    }

    private func notePair(_ earlier: UInt64, _ later: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        let isKnown = try transaction.exists(
            "SELECT 1 FROM double_place WHERE earlier = ?1 AND later = ?2", earlier, later)
        guard !isKnown else { return }
        try transaction.execute(
            """
            INSERT INTO double_place (id, person, earlier, later, state, reason, decided_by, found_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, '', 0, ?6)
            """, try transaction.newID(), person, earlier, later, DoublePlaceState.waiting.rawValue, context.now)
    }
}
