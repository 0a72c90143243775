import Application
import Domain
import Messages
import Storage

extension Bookings {
    /// PRJ-6a: publishes an open offering as a session that can be booked, or changes location, capacity, fee and state
    /// of one that is.
    func publishSession(_ request: PublishSessionRequest, _ context: WriteContext) throws -> SessionReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        guard offering.isOpen else {
            throw Refusal(
                .wrongState, field: "offering",
                "it is not open: submit it, and have it approved where its programme asks",
                zh: "该期次尚未开放：请先提交，需要审批的须先获批")
        }
        let before = try SessionRecord.find(offering.id, transaction)
        let session = try ValidSession(
            location: request.location, capacity: request.capacity, fee: request.hasOwnFee ? request.feeFen : nil,
            taken: before?.taken ?? 0)
        let state = request.state ?? .open
        guard state != .calledOff else {
            throw Refusal(.invalid, field: "state", "cancel the offering instead", zh: "请取消该期次")
        }
        let time = offering.time
        guard before != nil || Instant(context.now) < time.starts else {
            throw Refusal(.tooLate, field: "offering", "it has begun", zh: "该期次已开始")
        }
        try transaction.execute(
            """
            INSERT INTO course_session (offering, base, programme, location, capacity, taken, fee, modality, state,
            starts_ms, ends_ms, stage, asks_position) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10, 0, ?11)
            ON CONFLICT (offering) DO UPDATE SET location = ?4, capacity = ?5, fee = ?6, modality = ?7, state = ?8,
            asks_position = ?11
            """, offering.id, offering.base, offering.programme, session.location, session.capacity,
            session.fee?.count ?? -1, (request.modality ?? .inPerson).rawValue, state.rawValue,
            time.starts.milliseconds, time.ends.milliseconds, request.asksPosition)
        try replaceLodgings(of: offering.id, by: request.lodgings, transaction)
        let after = try SessionRecord(offering.id, transaction)
        context.auditDetail =
            "session \(offering.id): \(before.map { "\($0.location), \($0.capacity), \($0.state) → " } ?? "")"
            + "\(after.location), \(after.capacity), \(after.state)"
        return SessionReply(session: try message(after, transaction, now: context.now))
    }

    private func replaceLodgings(
        of offering: UInt64, by options: [LodgingOption], _ transaction: Transaction
    ) throws {
        guard options.count <= Lodging.limit else {
            throw Refusal(
                .invalid, field: "lodgings", "at most \(Lodging.limit) lodgings", zh: "住宿选项最多 \(Lodging.limit) 个")
        }
        try transaction.execute("DELETE FROM lodging_option WHERE offering = ?1", offering)
        for (ordinal, option) in options.enumerated() {
            let lodging = try Lodging(name: option.name, price: option.fen)
            try transaction.execute(
                "INSERT INTO lodging_option (offering, ordinal, name, fen) VALUES (?1, ?2, ?3, ?4)", offering, ordinal,
                lodging.name, lodging.price.count)
        }
    }

    /// PRJ-6d: a session is when and where its offering is. To be called when an offering was changed.
    func follow(_ offering: UInt64, _ transaction: Transaction) throws {
        guard try SessionRecord.find(offering, transaction) != nil else { return }
        let changed = try OfferingRecord(offering, transaction)
        try transaction.execute(
            "UPDATE course_session SET base = ?2, starts_ms = ?3, ends_ms = ?4 WHERE offering = ?1", offering,
            changed.base, changed.time.starts.milliseconds, changed.time.ends.milliseconds)
    }

    func getSession(_ request: GetSessionRequest, _ context: ReadContext) throws -> SessionReply {
        let session = try SessionRecord(request.offering, context.snapshot)
        return SessionReply(session: try message(session, context.snapshot, now: context.now))
    }

    /// PRJ-6b: sessions that have not begun, of a base or else of a programme, the next one first.
    func browseSessions(_ request: BrowseSessionsRequest, _ context: ReadContext) throws -> BrowseSessionsReply {
        let snapshot = context.snapshot
        let read = SessionRecord.columns.read
        // Behind the last one had, wherever that has been moved to meanwhile.
        let last = request.after == 0 ? nil : try SessionRecord.find(request.after, snapshot)?.starts.milliseconds
        let from = max(last ?? 0, context.now)
        let page = try listPage(request.limit, by: \.offering) { limit in
            if request.base != 0 {
                try snapshot.all(
                    SessionRecord.ofBase, request.base, from, request.after, SessionState.calledOff.rawValue, limit,
                    body: read)
            } else {
                try snapshot.all(
                    SessionRecord.ofProgramme, request.programme, from, request.after, SessionState.calledOff.rawValue,
                    limit, body: read)
            }
        }
        return BrowseSessionsReply(
            sessions: try page.elements.map { try message($0, snapshot, now: context.now) }, next: page.next ?? 0)
    }
}

extension SessionRecord {
    private static let behind: SQL = """
        AND s.starts_ms >= ?2 AND (s.starts_ms > ?2 OR s.offering > ?3) AND s.state <> ?4
        ORDER BY s.starts_ms, s.offering LIMIT ?5
        """

    fileprivate static let ofBase = SQL("SELECT \(columns) \(from) WHERE s.base = ?1 \(behind)")

    fileprivate static let ofProgramme = SQL("SELECT \(columns) \(from) WHERE s.programme = ?1 \(behind)")
}
