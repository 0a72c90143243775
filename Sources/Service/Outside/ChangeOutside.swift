import Application
import Crypto
import Domain
import Messages
import Storage

extension OutsideRecords {
    /// EXM-7: enters one record by hand.
    func enterRecord(_ request: EnterOutsideRequest, _ context: WriteContext) throws -> OutsideReply {
        let transaction = context.transaction
        try context.call.requireAuthority(over: request.organisation, transaction)
        guard let given = request.record else { throw Refusal(.invalid, field: "record") }
        let record = try given.checked(today: ZoneRule.china.day(of: Instant(context.now)))
        if let known = try same(as: record, of: request.organisation, transaction).first(where: \.state.stands) {
            throw Refusal(
                .alreadyExists, field: "record", "record \(known.id) says this of them: correct it",
                zh: "该内容已登记（编号 \(known.id)），请更正该记录")
        }
        let id = try enter(record, of: request.organisation, context)
        context.auditDetail = "record \(id) of organisation \(request.organisation)"
        return try reply(id, context)
    }

    /// Enters a record, which then waits for the commission of the organisation's province, or for the platform where there is none.
    func enter(_ record: ValidOutsideRecord, of organisation: UInt64, _ context: WriteContext) throws -> UInt64 {
        let transaction = context.transaction
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO outside_record (id, organisation, standing, state, name, id_number_sealed, id_number_hash, title,
            day, mark, hours_tenths, credits_tenths, category, reason, entered_by, entered_ms)
            VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '', ?13, ?14)
            """, id, organisation, OutsideState.fromOutside.rawValue, record.name,
            sealed(record, of: id, context), people.idNumberHash(record.identity), record.title, record.day.number,
            record.mark, record.hours.count, record.credits.count, record.category.rawValue,
            context.call.person().id, context.now)
        try reviews.openReview(
            outsideReview, subject: id, container: organisation, person: context.call.person().id,
            stops: stops(of: organisation, transaction), context)
        return id
    }

    /// EXM-7: puts right what has not been decided, or was returned; it waits again.
    func correctRecord(_ request: CorrectOutsideRequest, _ context: WriteContext) throws -> OutsideReply {
        let transaction = context.transaction
        guard let given = request.record else { throw Refusal(.invalid, field: "record") }
        let entry = try OutsideEntry(given.id, transaction)
        try context.call.requireAuthority(over: entry.organisation, transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: OutsideLifecycle.reasonLimit)
        var whole = try message(entry, isOwn: true)
        whole.take(given)
        try correct(
            entry, whole.checked(today: ZoneRule.china.day(of: Instant(context.now))), reason: reason, context)
        context.auditDetail = "record \(entry.id): \(reason)"
        return try reply(entry.id, context)
    }

    /// Puts a record right, which then waits again.
    /// - Parameter reason: for its history; empty where a file says otherwise than before.
    func correct(
        _ entry: OutsideEntry, _ record: ValidOutsideRecord, reason: String, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let state = try OutsideLifecycle.table.next(entry.state, .correct)
        let others = try same(as: record, of: entry.organisation, transaction)
        guard !others.contains(where: { $0.state.stands && $0.id != entry.id }) else {
            throw Refusal(.alreadyExists, field: "record")
        }
        try transaction.execute(
            """
            UPDATE outside_record SET state = ?2, name = ?3, id_number_sealed = ?4, id_number_hash = ?5, title = ?6,
            day = ?7, mark = ?8, hours_tenths = ?9, credits_tenths = ?10, category = ?11, reason = '' WHERE id = ?1
            """, entry.id, state.rawValue, record.name, sealed(record, of: entry.id, context),
            people.idNumberHash(record.identity), record.title, record.day.number, record.mark, record.hours.count,
            record.credits.count, record.category.rawValue)
        try reviews.restartReview(
            outsideReview, subject: entry.id, container: entry.organisation,
            stops: stops(of: entry.organisation, transaction), reason: reason, context)
    }

    /// EXM-7: takes a record back, also an accepted one, which then counts no more.
    func withdrawRecord(_ request: WithdrawOutsideRequest, _ context: WriteContext) throws -> OutsideReply {
        let transaction = context.transaction
        var entry = try OutsideEntry(request.record, transaction)
        try context.call.requireAuthority(over: entry.organisation, transaction)
        entry.reason = try checkedTitle(request.reason, field: "reason", limit: OutsideLifecycle.reasonLimit)
        entry.state = try OutsideLifecycle.table.next(entry.state, .withdraw)
        try entry.store(transaction)
        try reviews.endReview(.outside, entry.id, context)
        context.auditDetail = "record \(entry.id): \(entry.reason)"
        return try reply(entry.id, context)
    }

    /// The commission of the organisation's province decides.
    private func stops(of organisation: UInt64, _ snapshot: Snapshot) throws -> [ReviewStop] {
        let province = try snapshot.first(
            """
            SELECT r.id FROM organisation_above a JOIN organisation r ON r.id = a.above AND r.kind = ?2 AND r.level = ?3
            WHERE a.organisation = ?1 ORDER BY r.id
            """, organisation, OrganisationKind.region.rawValue, RegionLevel.province.rawValue
        ) { $0.id(0) }
        return [
            province.map { ReviewStop(level: .province, organisation: $0) }
                ?? ReviewStop(level: .platform, organisation: 0)
        ]
    }

    private func sealed(_ record: ValidOutsideRecord, of id: UInt64, _ context: WriteContext) -> [UInt8] {
        people.encrypt(Array(record.identity.text.utf8), "outside_record.id_number", id, context)
    }
}

extension OutsideState {
    /// Whether there is no other record of the same person, thing and day beside it.
    var stands: Bool { self != .rejected && self != .withdrawn }
}

extension OutsideRecord {
    fileprivate func checked(today: Day) throws(Refusal) -> ValidOutsideRecord {
        try ValidOutsideRecord(
            name: name, identity: IdentityNumber(idNumber, today: today), title: title, day: Day(day), mark: mark,
            hours: Tenths(hoursTenths), credits: Tenths(creditsTenths), category: category, today: today)
    }

    /// Takes over what another one says.
    fileprivate mutating func take(_ given: OutsideRecord) {
        for path in [\OutsideRecord.name, \.idNumber, \.title, \.mark] where !given[keyPath: path].isEmpty {
            self[keyPath: path] = given[keyPath: path]
        }
        if given.day != 0 { day = given.day }
        if given.hoursTenths != 0 { hoursTenths = given.hoursTenths }
        if given.creditsTenths != 0 { creditsTenths = given.creditsTenths }
        category = given.category ?? category
    }
}
