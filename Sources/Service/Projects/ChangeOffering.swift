import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-8a, PRJ-9c: changes an offering; programme and project stay. A draft is changed at once, and so is an open offering
    /// that needs no approval, one that waits for its first approval, and one that was returned. A change of an approved one waits for the same
    /// approval, and the old holds until then.
    func changeOffering(_ request: ChangeOfferingRequest, _ context: WriteContext) throws -> ChangeOfferingReply {
        guard let given = request.offering else { throw Refusal(.invalid, field: "offering") }
        let transaction = context.transaction
        let record = try OfferingRecord(given.id, transaction)
        try context.call.requireAuthority(over: record, transaction)
        if given.base != record.base {
            try context.call.requireAuthority(overAnyOf: [given.base, record.owner], transaction)
            try requirePlace(given.base, transaction)
        }
        if record.isOpen { return try propose(given, for: record, reason: request.reason, context) }
        if record.state == .submitted { return try changeSubmitted(record, by: given, context) }
        guard [.draft, .returned].contains(record.state) else {
            throw Refusal(
                .wrongState, field: "offering",
                Phrase("it is \(record.state.phrase.en)", "该期次\(record.state.phrase.zh)"))
        }
        let changed = try replace(record, by: given, context)
        if record.state == .returned { try requireLead(of: changed, after: record, context) }
        context.auditDetail = "offering \(record.id): \(record.summary) → \(changed.summary)"
        return ChangeOfferingReply(offering: try changed.message(transaction))
    }

    /// PRJ-9c: an offering that waits for its first approval is changed at once, and its review begins again. It keeps the lead
    /// of its first submission, unless it begins earlier now.
    private func changeSubmitted(
        _ record: OfferingRecord, by given: Offering, _ context: WriteContext
    ) throws -> ChangeOfferingReply {
        let transaction = context.transaction
        let changed = try replace(record, by: given, context)
        try requireLead(of: changed, after: record, context)
        if changed.modality != record.modality {
            try requireDocuments(of: record, modality: changed.modality, transaction)
        }
        try reviewAgain(changed, context)
        let isAgreed = try stops(changed, at: changed.base, context).isEmpty
        let reply = try transition(record, to: isAgreed ? .approved : .submitted, context)
        context.auditDetail = "offering \(record.id): \(record.summary) → \(changed.summary), reviewed again"
        return ChangeOfferingReply(offering: reply.offering)
    }

    /// PRJ-9b: the lead of the first submission is kept, unless the offering begins earlier now.
    private func requireLead(of changed: OfferingRecord, after record: OfferingRecord, _ context: WriteContext) throws {
        guard changed.dates[0].day < record.dates[0].day else { return }
        try OfferingLifecycle.requireLead(
            firstDay: changed.dates[0].day,
            leadDays: programmes.policy(of: record.programme, context.transaction).leadDays ?? 0,
            zone: record.plan.zone, now: Instant(context.now))
    }

    /// Begins the review of an offering that waits again, of what it is now.
    func reviewAgain(_ offering: OfferingRecord, _ context: WriteContext) throws {
        let stops = try stops(offering, at: offering.base, context)
        if stops.isEmpty {
            try reviews.endReview(.offering, offering.id, context)
        } else {
            try reviews.restartReview(
                offeringReview, subject: offering.id, container: offering.base, stops: stops, context)
        }
        try setAgreed(stops, of: offering.id, context.transaction)
    }

    /// Gives an offering the title, base, dates, windows, pass mark, code period, modality and instructors of another.
    func replace(_ record: OfferingRecord, by given: Offering, _ context: WriteContext) throws -> OfferingRecord {
        let transaction = context.transaction
        let offering = try valid(given, project: record.project, programme: record.programme, transaction)
        try transaction.execute(
            """
            UPDATE offering SET base = ?2, title = ?3, pass_mark_hundredths = ?4, code_period_s = ?5, revision = ?6,
            modality = ?7 WHERE id = ?1
            """, record.id, given.base, offering.title, offering.passMark, offering.codePeriodSeconds,
            OfferingRevision.new(context), (given.modality ?? record.modality).rawValue)
        if let teaching = given.teaching {
            let instructors = try matched(teaching, record.id, project: record.project, transaction)
            try replaceInstructors(of: record.id, by: instructors, transaction)
        }
        try deletePlan(of: record.id, transaction)
        try insertPlan(of: offering, record.id, transaction)
        let changed = try OfferingRecord(record.id, transaction)
        try awaitEnds(of: changed, transaction)
        return changed
    }
}

extension OfferingRecord {
    /// For the audit log.
    var summary: AuditDetail {
        let (days, times): ([AuditDetail], [AuditDetail]) = (
            dates.map { "\($0.day) \($0.hours)" }, windows.map { "\($0)" }
        )
        return "\(title), base \(base), \(modality), \(days.joined(separator: ", ")); \(times.joined(separator: ", "))"
    }
}
