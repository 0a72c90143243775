import Messages
import Storage
import Testing

extension Client {
    @discardableResult
    func ask(_ kind: LeaveKind?, _ from: Int32, _ to: Int32, _ reason: String) throws -> Leave {
        let reply: LeaveReply = try call(
            .leavesRequestLeave, RequestLeaveRequest(kind: kind, fromDay: from, toDay: to, reason: reason))
        return try #require(reply.leave)
    }

    func takeBack(_ leave: UInt64) throws -> Leave {
        let reply: LeaveReply = try call(.leavesCancelLeave, CancelLeaveRequest(leave: leave))
        return try #require(reply.leave)
    }

    /// Returns the caller's own records.
    func leave() throws -> [Leave] {
        let reply: ListLeaveReply = try call(.leavesMyLeave, MyLeaveRequest())
        return reply.leave
    }

    func leave(_ base: UInt64, _ state: LeaveState? = nil) throws -> [Leave] {
        let reply: ListLeaveReply = try call(.leavesListLeave, ListLeaveRequest(base: base, state: state))
        return reply.leave
    }
}

extension World {
    /// A world with an offering of three days, ten days ahead, with everybody on its roster.
    static func withClass() throws -> (World, offering: UInt64, first: Int32) {
        let world = try World()
        let admin = try world.client("admin")
        let first = TestServer.day + 10
        var draft = World.draft(at: world.made.base, world.made, day: first)
        draft.dates = (0..<3).map { ActivityDate(day: first + $0, hoursTenths: 20) }
        draft.windows = []
        let created: OfferingReply = try admin.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let offering = created.offering?.id ?? 0
        _ = try admin.upload(World.roster(), to: offering)
        let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
        try world.client("officer").decide(.offering, offering, .approve)
        try world.server.forgetMessages()
        return (world, offering, first)
    }

    /// Logs in again, because a session lasts a week.
    func relogin(_ account: String) throws -> Client {
        try server.database.write { transaction in
            try transaction.execute("UPDATE session SET expires_ms = ?1", clock.now + 86_400_000)
        }
        return try client(account)
    }

    func reasons(_ number: String, _ offering: UInt64) throws -> [String] {
        let reply: ListEligibleReply = try relogin("keeper").call(
            .creditsListEligible, ListEligibleRequest(offering: offering))
        return reply.people.first { $0.number == number }?.reasons ?? []
    }

    /// Returns the lines of the export.
    func analysisFile(_ offering: UInt64) throws -> [String] {
        let chunks: [ExportChunk] = try relogin("keeper").items(
            .creditsExport, ExportRequest(kind: .analysis, offering: offering))
        return String(decoding: chunks.flatMap(\.bytes), as: UTF8.self).split(whereSeparator: \.isNewline)
            .map(String.init)
    }

    /// Inserts a day of approved leave.
    func grantLeave(_ number: String, from day: Int32) throws -> UInt64 {
        let (person, base, now) = (try person(number), made.base, clock.now)
        return try server.database.write { transaction in
            let id = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO leave (id, person, base, kind, from_day, to_day, reason, state, asked_ms, decided_ms, \
                decision_reason) VALUES (?1, ?2, ?3, 1, ?4, ?4, '', 2, ?5, ?5, '')
                """, id, person, base, day, now)
            try transaction.execute(
                """
                INSERT INTO review (kind, subject, container, person, ordinal, level, organisation, state, \
                submitted_ms, changed_ms, reason, title) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?3, 2, ?6, ?6, '', '')
                """, ReviewKind.leave.rawValue, id, base, person, ReviewLevel.base.rawValue, now)
            try transaction.execute(
                "INSERT INTO review_stop (kind, subject, ordinal, level, organisation) VALUES (?1, ?2, 0, ?3, ?4)",
                ReviewKind.leave.rawValue, id, ReviewLevel.base.rawValue, base)
            return id
        }
    }
}
