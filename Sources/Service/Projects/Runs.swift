import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-9a: the runs of a project, each with its state, for its owner and the committees above it. Its skills exams are none.
    func listRuns(_ request: ListRunsRequest, _ context: ReadContext) throws -> ListRunsReply {
        let snapshot = context.snapshot
        guard let project = try project(request.project, snapshot) else { throw Refusal(.notFound, field: "project") }
        try context.call.requireAuthority(over: project.owner, snapshot)
        let page = try listPage(request.limit, by: \.self) { limit in
            try snapshot.all(
                """
                SELECT id FROM offering o WHERE project = ?1 AND id > ?2 AND state <> ?3 AND state <> ?4 AND NOT EXISTS
                (SELECT 1 FROM course_session s WHERE s.offering = o.id AND s.checklist <> 0) ORDER BY id LIMIT ?5
                """, project.id, request.after, OfferingState.draft.rawValue, OfferingState.cancelled.rawValue, limit
            ) { $0.id() }
        }
        var runs = try page.elements.map { try run(OfferingRecord($0, snapshot), snapshot, now: context.now) }
        if page.next == nil {
            let free = max(0, Int(project.runs) - Int(project.registered))
            runs += Array(repeating: Run(state: .notRegistered), count: free)
        }
        return ListRunsReply(runs: runs, next: page.next ?? 0)
    }

    /// An offering as a run of its project; without a state, it is none: a draft, or cancelled.
    func run(_ offering: OfferingRecord, _ snapshot: Snapshot, now: Int64) throws -> Run {
        let asksReport = try programmes.policy(of: offering.programme, snapshot).reportDays != nil
        let report = try asksReport ? RunState.Report(stateOfReport(of: offering.id, snapshot)) : nil
        return Run(
            state: RunState(
                offering.state, isOpen: offering.isOpen, isOver: offering.isOver(at: Instant(now)),
                report: report), offering: offering.id, title: offering.title,
            base: offering.base,
            baseName: try snapshot.first(.nameOfOrganisation, offering.base) { $0.text(0) } ?? "",
            firstDay: offering.dates.first?.day.number ?? 0, lastDay: offering.dates.last?.day.number ?? 0)
    }

    /// The state of the report that stands for a run; a rejected one does not. Nil for none.
    func stateOfReport(of offering: UInt64, _ snapshot: Snapshot) throws -> PostReportState? {
        try snapshot.first("SELECT state FROM post_report WHERE offering = ?1 AND standing = 0", offering) {
            try $0.enumeration(0)
        }
    }

    /// PRJ-9a: throws for an offering of a project that was withdrawn, or all of whose runs are registered.
    func requireRun(of project: UInt64, _ snapshot: Snapshot) throws {
        guard let project = try self.project(project, snapshot) else { throw Refusal(.notFound, field: "project") }
        try requireOpen(project)
        try project.term().requireAnother(registered: Int(project.registered))
    }

    func requireOpen(_ project: Project) throws(Refusal) {
        guard project.state == .open else {
            throw Refusal(.wrongState, field: "project", "the project was withdrawn", zh: "该项目已撤销")
        }
    }

    /// PRJ-1b, PRJ-8c: withdraws a project from the catalogue, or puts it back.
    func setProjectState(_ request: SetProjectStateRequest, _ context: WriteContext) throws -> ChangeProjectReply {
        let transaction = context.transaction
        guard let before = try project(request.project, transaction) else { throw Refusal(.notFound, field: "project") }
        try context.call.requireAuthority(over: before.owner, transaction)
        if before.category == .i { try requireCatalogue(of: before.owner, context) }
        guard let state = request.state else { throw Refusal(.invalid, field: "state") }
        let reason = try checkedTitle(request.reason, field: "reason", limit: Self.reasonLimit)
        guard state != before.state else {
            throw Refusal(.wrongState, field: "state", Phrase("it is \(state.phrase.en)", "该项目\(state.phrase.zh)"))
        }
        try transaction.execute("UPDATE project SET state = ?2 WHERE id = ?1", before.id, state.rawValue)
        context.auditDetail = "project \(before.id): → \(state), \(reason)"
        return ChangeProjectReply(project: try project(before.id, transaction))
    }
}

extension RunState.Report {
    fileprivate init(_ state: PostReportState?) {
        self =
            switch state {
            case nil, .draft, .returned, .rejected: .none
            case .submitted: .submitted
            case .approved: .decided
            }
    }
}

extension OfferingRecord {
    /// Whether its last activity date has passed.
    func isOver(at now: Instant) -> Bool {
        guard let last = dates.last?.day else { return false }
        return now >= plan.zone.instant(last.adding(1))
    }
}
