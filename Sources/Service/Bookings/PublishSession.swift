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
        try before?.requireClass()
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
            INSERT INTO course_session (offering, base, programme, location, capacity, taken, fee, state,
            starts_ms, ends_ms, stage, asks_position) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, 0, ?10)
            ON CONFLICT (offering) DO UPDATE SET location = ?4, capacity = ?5, fee = ?6, state = ?7,
            asks_position = ?10
            """, offering.id, offering.base, offering.programme, session.location, session.capacity,
            session.fee?.count ?? -1, state.rawValue, time.starts.milliseconds, time.ends.milliseconds,
            request.asksPosition)
        try setModality(request.modality, of: offering, transaction)
        try replaceLodgings(of: offering.id, by: request.lodgings, transaction)
        let after = try SessionRecord(offering.id, transaction)
        if let before, before.location != after.location {
            let place = "\(before.location) → \(after.location)"
            try tell([after.title, after.clock, place], .waiting, of: offering.id, context)
            try tell([after.title, after.clock, place], .approved, of: offering.id, context)
        }
        context.auditDetail =
            "session \(offering.id): \(before.map { "\($0.location), \($0.capacity), \($0.state) → " as AuditDetail } ?? "")"
            + "\(after.location), \(after.capacity), \(after.state)"
        return SessionReply(session: try message(after, transaction, now: context.now))
    }

    /// PRJ-9c: the modality is the offering's, and where that is approved it changes with approval alone.
    private func setModality(_ modality: Modality?, of offering: OfferingRecord, _ transaction: Transaction) throws {
        guard let modality, modality != offering.modality else { return }
        guard let approval = offering.approval, approval == .none else {
            throw Refusal(
                .wrongState, field: "modality",
                "it is approved as \(offering.modality.phrase.en): change the offering (rollcall-admin offerings change \(offering.id))",
                zh: "获批的培训形式为\(offering.modality.phrase.zh)：请变更期次（rollcall-admin offerings change \(offering.id)）")
        }
        try transaction.execute(
            "UPDATE offering SET modality = ?2 WHERE id = ?1", offering.id, modality.rawValue)
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

    /// PRJ-6d: a session is when and where its offering is. To be called when an offering was changed. Whoever waits for approval
    /// of a booking is told; the others stand on the roster, and are told with it.
    func follow(_ offering: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        guard let before = try SessionRecord.find(offering, transaction) else { return }
        let changed = try OfferingRecord(offering, transaction)
        let starts = changed.time.starts.adding(milliseconds: Int64(before.signInMinutes) * 60_000)
        let ends = changed.time.ends
        guard before.base != changed.base || before.starts != starts || before.ends != ends else { return }
        try transaction.execute(
            "UPDATE course_session SET base = ?2, starts_ms = ?3, ends_ms = ?4, moved_ms = ?5 WHERE offering = ?1",
            offering, changed.base, starts.milliseconds, ends.milliseconds, context.now)
        let after = try SessionRecord(offering, transaction)
        try tell(
            [after.title, "\(before.clock) → \(after.clock)", after.baseName], .waiting, of: offering, context)
    }

    /// PRJ-6d: tells those whose bookings are in a state that their session has changed.
    private func tell(
        _ details: [String], _ state: BookingState, of offering: UInt64, _ context: WriteContext
    ) throws {
        for booking in try bookings(of: offering, state, context.transaction) {
            try notices.notify(booking.person, .sessionChanged, subject: booking.id, details: details, context)
        }
    }

    func getSession(_ request: GetSessionRequest, _ context: ReadContext) throws -> SessionReply {
        let session = try SessionRecord(request.offering, context.snapshot)
        return SessionReply(session: try message(session, context.snapshot, now: context.now))
    }

    /// PRJ-6b: sessions that have not begun, of a base or else of a programme, the next one first.
    func browseSessions(_ request: BrowseSessionsRequest, _ context: ReadContext) throws -> BrowseSessionsReply {
        let snapshot = context.snapshot
        let (base, programme, called) = (request.base, request.programme, SessionState.calledOff.rawValue)
        let page = try sessions(after: request.after, request.limit, snapshot, now: context.now) { from, limit in
            base != 0
                ? try snapshot.all(
                    SessionRecord.ofBase, base, from, request.after, called, limit, body: SessionRecord.columns.read)
                : try snapshot.all(
                    SessionRecord.ofProgramme, programme, from, request.after, called, limit,
                    body: SessionRecord.columns.read)
        }
        return BrowseSessionsReply(
            sessions: try page.elements.map { try message($0, snapshot, now: context.now) }, next: page.next ?? 0)
    }

    /// The same of skills exams.
    func exams(
        ofBase base: UInt64, orProgramme programme: UInt64, after: UInt64, limit: UInt32, _ snapshot: Snapshot,
        now: Int64
    ) throws -> ListPage<SessionRecord, UInt64> {
        let called = SessionState.calledOff.rawValue
        return try sessions(after: after, limit, snapshot, now: now) { from, limit in
            base != 0
                ? try snapshot.all(
                    SessionRecord.examsOfBase, base, from, after, called, limit, body: SessionRecord.columns.read)
                : try snapshot.all(
                    SessionRecord.examsOfProgramme, programme, from, after, called, limit,
                    body: SessionRecord.columns.read)
        }
    }

    /// - Parameter read: from a time on, behind the last one had.
    private func sessions(
        after: UInt64, _ limit: UInt32, _ snapshot: Snapshot, now: Int64,
        read: (_ from: Int64, _ limit: Int) throws -> [SessionRecord]
    ) throws -> ListPage<SessionRecord, UInt64> {
        // Behind the last one had, wherever that has been moved to meanwhile.
        let last = after == 0 ? nil : try SessionRecord.find(after, snapshot)?.starts.milliseconds
        let from = max(last ?? 0, now)
        return try listPage(limit, by: \.offering) { try read(from, $0) }
    }
}

extension SessionRecord {
    private static let behind: SQL = """
        AND s.starts_ms >= ?2 AND (s.starts_ms > ?2 OR s.offering > ?3) AND s.state <> ?4
        """

    private static let classes: SQL = "AND s.checklist = 0 ORDER BY s.starts_ms, s.offering LIMIT ?5"

    private static let exams: SQL = "AND s.checklist <> 0 ORDER BY s.starts_ms, s.offering LIMIT ?5"

    fileprivate static let ofBase = SQL("SELECT \(columns) \(from) WHERE s.base = ?1 \(behind) \(classes)")

    fileprivate static let ofProgramme = SQL("SELECT \(columns) \(from) WHERE s.programme = ?1 \(behind) \(classes)")

    fileprivate static let examsOfBase = SQL("SELECT \(columns) \(from) WHERE s.base = ?1 \(behind) \(exams)")

    fileprivate static let examsOfProgramme = SQL(
        "SELECT \(columns) \(from) WHERE s.programme = ?1 \(behind) \(exams)")
}
