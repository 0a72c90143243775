import Application
import Domain
import Messages
import Storage
import Wire

// PRJ-9c: an offering that people rely on changes when its change is approved, and those concerned are told.
extension Projects {
    /// Stores a change of an open offering; carries it out at once where no approval is needed. One that waits is taken back.
    func propose(
        _ given: Offering, for record: OfferingRecord, reason: String, _ context: WriteContext
    ) throws -> ChangeOfferingReply {
        let transaction = context.transaction
        let held = try record.message(transaction)
        let wanted = try wanted(given, instead: held, transaction)
        let hadOther = try takeBackChange(of: record.id, context)
        guard wanted != held else {
            guard hadOther else {
                throw Refusal(.invalid, field: "offering", "nothing is different", zh: "没有任何变动")
            }
            context.auditDetail = "offering \(record.id): the change that waited was taken back"
            return ChangeOfferingReply(offering: held)
        }
        let change = try enter(wanted, instead: held, of: record, reason: reason, context)
        guard change.state == .waiting else {
            return ChangeOfferingReply(offering: try OfferingRecord(record.id, transaction).message(transaction))
        }
        return ChangeOfferingReply(offering: held, proposed: change)
    }

    /// PRJ-4b: another document of an approved offering is a change, on top of one that waits already.
    func propose(
        _ document: OfferingDocument, for record: OfferingRecord, reason: String, _ context: WriteContext
    ) throws -> OfferingChange {
        let held = try record.message(context.transaction)
        var wanted = try waitingChange(of: record.id, context.transaction)?.after ?? held
        wanted.documents = (wanted.documents.filter { $0.kind != document.kind } + [document])
            .sorted { ($0.kind?.rawValue ?? 0) < ($1.kind?.rawValue ?? 0) }
        try takeBackChange(of: record.id, context)
        return try enter(wanted, instead: held, of: record, reason: reason, context)
    }

    /// Stores a change, and submits it to those who approve it; without them it is carried out.
    /// - Returns: the change as it is then.
    private func enter(
        _ wanted: Offering, instead held: Offering, of record: OfferingRecord, reason: String, _ context: WriteContext
    ) throws -> OfferingChange {
        let transaction = context.transaction
        let reason = try checkedTitle(reason, field: "reason", limit: Self.reasonLimit)
        try requireChangeable(record, to: wanted, context)
        let id = try transaction.newID()
        let person = try context.call.person().id
        try transaction.execute(
            """
            INSERT INTO offering_change (id, offering, state, before, after, reason, person, at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """, id, record.id, ReviewState.waiting.rawValue, held.serialized(), wanted.serialized(), reason, person,
            context.now)
        context.auditDetail = "offering \(record.id): change \(id), \(wanted.title), \(wanted.times), \(reason)"
        let stops = try stops(record, at: wanted.base, context)
        if stops.isEmpty {
            try carryOut(offeringChange(id, transaction), context)
        } else {
            try reviews.openReview(
                offeringChangeReview, subject: id, container: wanted.base, person: person, stops: stops, context)
        }
        return try offeringChange(id, transaction)
    }

    /// The review of a change, by those who would approve an offering where it is to be held.
    var offeringChangeReview: ReviewSubject {
        ReviewSubject(kind: .offeringChange, isReturnable: false) { [self] subject, snapshot in
            let change = try offeringChange(subject, snapshot)
            guard let before = change.before, let after = change.after else { return "" }
            let title = after.title == before.title ? before.title : "\(before.title) → \(after.title)"
            let times = after.times == before.times ? before.times : "\(before.times) → \(after.times)"
            let teachers = after.teaching == before.teaching ? "" : "\(after.teaching?.names ?? ""), "
            return "\(before.id) \(title), \(times), \(teachers)\(change.reason)"
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            // Others decide after this level.
            guard record.progress.state != .waiting else { return }
            let change = try offeringChange(record.subject, context.transaction)
            if decision == .approved { return try carryOut(change, context) }
            try setState(.rejected, of: change.id, context.transaction)
            guard let before = change.before else { return }
            try notices.notify(
                change.person, .offeringChangeRejected, subject: before.id, details: [before.title, decision.reason],
                context)
        }
    }

    /// Makes the change what holds. Terminals get it, or lose the offering to those of another base.
    private func carryOut(_ change: OfferingChange, _ context: WriteContext) throws {
        guard let wanted = change.after else { throw Refusal(.internal) }
        let transaction = context.transaction
        let record = try OfferingRecord(wanted.id, transaction)
        try requireChangeable(record, to: wanted, context)
        try transaction.execute(
            "UPDATE offering_change SET state = ?2, before = ?3 WHERE id = ?1", change.id,
            ReviewState.approved.rawValue,
            record.message(transaction).serialized())
        let moves = wanted.base != record.base
        if moves { try withdraw(record, context) }
        let changed = try replace(record, by: wanted, context)
        try holdDocuments(wanted.documents, of: record.id, transaction)
        try publish(changed, context)
        if moves { try publishRoster(changed, context) }
        let base = try moves ? transaction.first(.nameOfOrganisation, wanted.base) { $0.text(0) } ?? "" : ""
        try tell(
            concerned(by: record, transaction).union(concerned(by: changed, transaction)), .offeringChanged,
            of: changed,
            [changed.title, wanted.times, base, change.reason], context)
    }

    /// Those later than what holds of their kind hold now.
    private func holdDocuments(
        _ documents: [OfferingDocument], of offering: UInt64, _ transaction: Transaction
    ) throws {
        let holding = try DocumentRecord.holding(offering, transaction).map(\.message)
        for document in documents {
            guard let kind = document.kind, (holding.first { $0.kind == kind }?.id ?? 0) < document.id else { continue }
            try hold(document.id, kind, of: offering, transaction)
        }
    }

    /// Throws for a change that what was recorded or awarded forbids, or that would begin too soon. A later first day keeps the
    /// lead of the first submission.
    private func requireChangeable(_ record: OfferingRecord, to wanted: Offering, _ context: WriteContext) throws {
        let transaction = context.transaction
        try requireNoCredit(record, transaction)
        if let modality = wanted.modality, modality != record.modality {
            try requireDocuments(of: record, modality: modality, transaction)
        }
        let isRecorded = try transaction.exists(.offeringHasRecords, record.id)
        guard wanted.base == record.base || !isRecorded else {
            throw Refusal(
                .wrongState, field: "base", "something was recorded at its base: create another offering there",
                zh: "该期次在原基地已有记录，不能改换基地：请另建期次")
        }
        guard let first = wanted.dates.first.map({ Day($0.day) }), first < record.dates[0].day else { return }
        try OfferingLifecycle.requireLead(
            firstDay: first, leadDays: programmes.policy(of: record.programme, transaction).leadDays ?? 0,
            zone: record.plan.zone, now: Instant(context.now))
    }

    /// Returns what would hold, with everything that is not given as it is.
    private func wanted(_ given: Offering, instead held: Offering, _ snapshot: Snapshot) throws -> Offering {
        let offering = try valid(given, project: held.project, programme: held.programme, snapshot)
        var wanted = held
        (wanted.base, wanted.title) = (given.base, offering.title)
        wanted.dates = offering.dates.map { ActivityDate(day: $0.day.number, hoursTenths: $0.hours.count) }
        wanted.windows = offering.windows.windows.map(\.message)
        wanted.passMarkHundredths = UInt32(offering.passMark)
        wanted.codePeriodS = UInt32(offering.codePeriodSeconds)
        wanted.modality = given.modality ?? held.modality
        if let teaching = given.teaching {
            wanted.teaching = try matched(teaching, held.id, project: held.project, snapshot).message(snapshot)
        }
        return wanted
    }
}

extension Offering {
    private static let mostTimes = 6

    /// The windows, and the days without one, in one line.
    var times: String {
        let all = dates.flatMap { date in
            let own = windows.filter { $0.day == date.day }.map(AttendanceWindow.init)
            return own.isEmpty ? ["\(Day(date.day))"] : own.map { "\($0)" }
        }
        return (all.prefix(Self.mostTimes) + (all.count > Self.mostTimes ? ["…"] : [])).joined(separator: "; ")
    }
}

extension Teaching {
    /// The names of the instructors, in one line.
    fileprivate var names: String { instructors.map(\.name).joined(separator: "、") }
}
