import Application
import Domain
import Messages
import Storage
import Wire

extension PostReports {
    /// RPF-1a, RPF-1b: makes the report of a run, or changes it until it is submitted.
    func saveReport(_ request: SavePostReportRequest, _ context: WriteContext) throws -> PostReportReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        let report = try PostReportRecord.find(of: offering.id, transaction) ?? make(offering, context)
        try PostReportLifecycle.requireChangeable(report.state)
        for page in request.pages {
            guard let kind = page.kind else { throw Refusal(.invalid, field: "pages") }
            try transaction.execute(
                """
                INSERT INTO post_report_page (report, kind, text) VALUES (?1, ?2, ?3)
                ON CONFLICT (report, kind) DO UPDATE SET text = ?3
                """, report.id, kind.rawValue, PostReportContent.page(page.text))
        }
        if request.setsTextbooks {
            let textbooks = QuestionOptions(texts: try PostReportContent.textbooks(request.textbooks))
            try transaction.execute(
                "UPDATE post_report SET textbooks = ?2 WHERE id = ?1", report.id, textbooks.serialized())
        }
        context.auditDetail = "report \(report.id) of offering \(offering.id): \(request.pages.count) pages"
        return try reply(report.id, context)
    }

    private func make(_ offering: OfferingRecord, _ context: WriteContext) throws -> PostReportRecord {
        let transaction = context.transaction
        guard offering.isOpen else { throw Refusal(.wrongState, field: "offering") }
        let policy = try programmes.policy(of: offering.programme, transaction)
        let due = try PostReportTime.due(lastDay: offering.dates.last?.day ?? Day(0), days: policy.reportDays)
        try PostReportTime.requireOver(
            ends: offering.time.ends, now: Instant(context.now), zone: offering.plan.zone)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO post_report (id, offering, standing, supplements, state, due_day, late, submitted_ms, reason,
            textbooks, made_by) VALUES (?1, ?2, 0, 0, ?3, ?4, 0, 0, '', ?5, ?6)
            """, id, offering.id, PostReportState.draft.rawValue, due.number, QuestionOptions().serialized(),
            context.call.person().id)
        return try PostReportRecord(id, transaction)
    }

    /// RPF-1b: deletes a report with its documents, until it is submitted and after it was returned.
    func deleteReport(_ request: PostReportRequest, _ context: WriteContext) throws -> DeletePostReportReply {
        let transaction = context.transaction
        let (report, _) = try changeable(request.report, context.call, transaction)
        for document in try report.documents(transaction) { try drop(document.id, transaction) }
        try transaction.execute("DELETE FROM post_report_page WHERE report = ?1", report.id)
        try transaction.execute(.deletePeopleOfReport, report.id)
        try transaction.execute("DELETE FROM post_report WHERE id = ?1", report.id)
        try reviews.endReview(.report, report.id, context)
        context.auditDetail = "report \(report.id) of offering \(report.offering) deleted"
        return DeletePostReportReply()
    }

    /// Refuses on a reader whoever may not change the report, and reads there whom it takes over.
    func checkImport(_ request: PostReportRequest, _ context: ReadContext) throws {
        let (_, offering) = try changeable(request.report, context.call, context.snapshot)
        try checkIns.prepare(offering, context.snapshot)
    }

    /// RPF-1a: takes over the people whose attendance meets the demand now.
    func importAttendance(_ request: PostReportRequest, _ context: WriteContext) throws -> PostReportReply {
        let transaction = context.transaction
        let (report, offering) = try changeable(request.report, context.call, transaction)
        let attendance = try OfferingAttendance(offering, checkIns.keptAttendance, transaction).attendance
        try transaction.execute(.deletePeopleOfReport, report.id)
        var count = 0
        for (row, person) in attendance.roster.people.enumerated()
        where attendance.isPresent(row: row, demand: offering.demand) {
            try transaction.execute(.insertPersonOfReport, report.id, person)
            count += 1
        }
        context.auditDetail = "report \(report.id) of offering \(offering.id): \(count) people"
        return try reply(report.id, context)
    }
}

extension SQL {
    fileprivate static let deletePeopleOfReport: SQL = "DELETE FROM post_report_person WHERE report = ?1"
    static let insertPersonOfReport: SQL = "INSERT INTO post_report_person (report, person) VALUES (?1, ?2)"
}
