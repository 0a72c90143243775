import Application
import Domain
import Messages
import Storage
import Wire

extension PostReports {
    /// RPF-1a, RPF-1b: submits a report that lacks nothing; after its day it is late. From then on nothing of it changes.
    func submitReport(_ request: PostReportRequest, _ context: WriteContext) throws -> PostReportReply {
        let transaction = context.transaction
        var (report, offering) = try held(request.report, context.call, transaction)
        let isAgain = report.state == .returned
        let state = try PostReportLifecycle.table.next(report.state, .submit)
        let lacking = PostReportContent(pages: try report.pages(transaction), textbooks: report.textbooks).lacking(
            documents: Set(try report.documents(transaction).compactMap(\.kind)),
            people: try report.people(transaction))
        guard lacking.isEmpty || report.supplements != 0 else {
            throw Refusal(
                .invalid, field: "report",
                Phrase(
                    "it lacks " + lacking.map(\.en).joined(separator: ", "),
                    "尚缺：" + lacking.map(\.zh).joined(separator: "、")))
        }
        report.state = state
        // The first submission counts, also after a return.
        if report.submittedMs == 0 {
            report.submittedMs = context.now
            report.isLate = report.dueDay < offering.plan.zone.day(of: Instant(context.now))
        }
        try report.store(transaction)
        if isAgain {
            try reviews.resubmitReview(reportReview, report.id, context)
        } else {
            try open(report, offering, context)
        }
        context.auditDetail =
            "report \(report.id) of offering \(offering.id) submitted" + (report.isLate ? ", late" : "")
        return try reply(report.id, context)
    }

    /// CRD-4b: those with pending credit who are not in the approved report are added by a supplement, which is reviewed as the
    /// report was.
    func supplementReport(_ request: SupplementPostReportRequest, _ context: WriteContext) throws -> PostReportReply {
        let transaction = context.transaction
        let (report, offering) = try held(request.report, context.call, transaction)
        guard report.state == .approved, report.supplements == 0 else {
            throw Refusal(.wrongState, field: "report", "only an approved report is supplemented", zh: "仅已批准的报告可补充人员")
        }
        let isWaiting = try transaction.exists(
            "SELECT 1 FROM post_report WHERE offering = ?1 AND supplements = ?2 AND state IN (?3, ?4)", offering.id,
            report.id, PostReportState.submitted.rawValue, PostReportState.returned.rawValue)
        guard !isWaiting else {
            throw Refusal(.alreadyExists, field: "report", "a supplement waits already", zh: "已有补充报告待审批")
        }
        let reason = try checkedTitle(request.reason, field: "reason", limit: 500)
        let known = try approvedPeople(of: offering.id, transaction) ?? []
        let pending = try transaction.all(
            "SELECT person FROM award WHERE offering = ?1 AND state = ?2 ORDER BY person", offering.id,
            AwardState.pending.rawValue
        ) { $0.id(0) }
        let people = Set(pending).subtracting(known)
        guard !people.isEmpty else {
            throw Refusal(
                .wrongState, field: "report", "nobody's credit waits for a supplement", zh: "没有需要补充的人员")
        }
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO post_report (id, offering, standing, supplements, state, due_day, late, submitted_ms, reason,
            textbooks, made_by) VALUES (?1, ?2, ?1, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9)
            """, id, offering.id, report.id, PostReportState.submitted.rawValue, report.dueDay.number, context.now,
            reason, QuestionOptions().serialized(), context.call.person().id)
        for person in people.sorted() { try transaction.execute(.insertPersonOfReport, id, person) }
        try open(PostReportRecord(id, transaction), offering, context)
        context.auditDetail = "supplement \(id) of report \(report.id): \(people.count) people, \(reason)"
        return try reply(id, context)
    }

    private func open(
        _ report: PostReportRecord, _ offering: OfferingRecord, _ context: WriteContext
    ) throws {
        try reviews.openReview(
            reportReview, subject: report.id, container: offering.base, person: context.call.person().id,
            stops: [ReviewStop(level: .committee, organisation: offering.base)], context)
    }

    /// RPF-1b, RPF-1c: the review of a report by the committee. What follows for credit is the composition's.
    var reportReview: ReviewSubject {
        ReviewSubject(kind: .report, isReturnable: true) { [self] subject, snapshot in
            let report = try PostReportRecord(subject, snapshot)
            let title = try snapshot.first(.titleOfOffering, report.offering) { $0.text(0) } ?? ""
            return "\(title), \(try people(of: report.id, snapshot).count)"
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            let transaction = context.transaction
            var report = try PostReportRecord(record.subject, transaction)
            report.state = try PostReportLifecycle.table.next(report.state, decision.event)
            if !decision.reason.isEmpty { report.reason = decision.reason }
            try report.store(transaction)
            let title = try transaction.first(.titleOfOffering, report.offering) { $0.text(0) } ?? ""
            try notices.notify(
                report.madeBy, .reportDecided, subject: report.id,
                details: [title, decision.word, decision.reason], context)
        }
    }
}

extension ReviewDecision {
    fileprivate var event: PostReportEvent {
        switch self {
        case .approved: .approve
        case .rejected: .reject
        case .returned: .giveBack
        }
    }
}
