import Application
import Domain
import Messages
import Storage
import Wire

/// A report as stored, without its pages and documents.
struct PostReportRecord {
    let id: UInt64
    let offering: UInt64
    /// The approved report to which it adds people; 0 for a whole one.
    let supplements: UInt64
    var state: PostReportState
    let dueDay: Day
    var isLate: Bool
    var submittedMs: Int64
    var reason: String
    let textbooks: [String]
    let madeBy: UInt64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        guard let found = try snapshot.first(Self.one, id, body: Self.columns.read) else {
            throw Refusal(.notFound, field: "report")
        }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        offering = row.id()
        supplements = row.id()
        state = try row.enumeration()
        dueDay = Day(row.int32())
        isLate = row.bool()
        submittedMs = row.integer()
        reason = row.text()
        textbooks = try QuestionOptions(serialized: row.bytes()).texts
        madeBy = row.id()
    }

    static let columns = Columns(
        "id, offering, supplements, state, due_day, late, submitted_ms, reason, textbooks, made_by"
    ) { try PostReportRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM post_report WHERE id = ?1")

    private static let ofRun = SQL("SELECT \(columns) FROM post_report WHERE offering = ?1 AND standing = 0")

    static let ofOffering = SQL(
        "SELECT \(columns) FROM post_report WHERE offering = ?1 AND id > ?2 ORDER BY id LIMIT ?3")

    /// The report of a run, which is not rejected; nil for none.
    static func find(of offering: UInt64, _ snapshot: Snapshot) throws -> PostReportRecord? {
        try snapshot.first(ofRun, offering, body: columns.read)
    }

    func pages(_ snapshot: Snapshot) throws -> [PostReportPageKind: String] {
        let pages = try snapshot.all("SELECT kind, text FROM post_report_page WHERE report = ?1 ORDER BY kind", id) {
            (try $0.enumeration(0, PostReportPageKind.self), $0.text(1))
        }
        return Dictionary(uniqueKeysWithValues: pages)
    }

    func documents(_ snapshot: Snapshot) throws -> [PostReportDocument] {
        try snapshot.all("SELECT id, kind, size FROM post_report_document WHERE report = ?1 ORDER BY id", id) {
            PostReportDocument(id: $0.id(0), kind: try $0.enumeration(1), size: $0.uint32(2))
        }
    }

    /// The number of people in it.
    func people(_ snapshot: Snapshot) throws -> Int {
        try snapshot.first("SELECT COUNT(*) FROM post_report_person WHERE report = ?1", id) { $0.int(0) } ?? 0
    }

    /// Stores what a transition has changed.
    func store(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE post_report SET state = ?2, late = ?3, submitted_ms = ?4, reason = ?5, standing = ?6 WHERE id = ?1
            """, id, state.rawValue, isLate, submittedMs, reason, supplements != 0 || state == .rejected ? id : 0)
    }
}

extension PostReports {
    /// - Parameter isWhole: with pages, documents and what is lacking.
    func message(
        _ report: PostReportRecord, isWhole: Bool, _ language: Language, _ snapshot: Snapshot
    ) throws -> PostReport {
        var message = PostReport(
            id: report.id, offering: report.offering,
            title: try snapshot.first(.titleOfOffering, report.offering) { $0.text(0) } ?? "", state: report.state,
            supplements: report.supplements, dueDay: report.dueDay.number, late: report.isLate,
            submittedMs: report.submittedMs, reason: report.reason, textbooks: report.textbooks,
            people: UInt32(try report.people(snapshot)))
        guard isWhole else { return message }
        let pages = try report.pages(snapshot)
        message.pages = PostReportPageKind.allCases.compactMap { kind in
            pages[kind].map { PostReportPage(kind: kind, text: $0) }
        }
        message.documents = try report.documents(snapshot)
        if report.state == .draft || report.state == .returned {
            message.lacking = PostReportContent(pages: pages, textbooks: report.textbooks).lacking(
                documents: Set(message.documents.compactMap(\.kind)), people: Int(message.people)
            ).map { $0.text(in: language) }
        }
        return message
    }

    func reply(_ report: UInt64, _ context: WriteContext) throws -> PostReportReply {
        PostReportReply(
            report: try message(
                PostReportRecord(report, context.transaction), isWhole: true,
                Language(locale: context.call.options.locale), context.transaction))
    }

    /// A report that the caller has in hand.
    func held(_ id: UInt64, _ call: Call, _ snapshot: Snapshot) throws -> (PostReportRecord, OfferingRecord) {
        let report = try PostReportRecord(id, snapshot)
        let offering = try OfferingRecord(report.offering, snapshot)
        try call.requireAuthority(over: offering, snapshot)
        return (report, offering)
    }

    /// The same, for as long as it may be changed.
    func changeable(_ id: UInt64, _ call: Call, _ snapshot: Snapshot) throws -> (PostReportRecord, OfferingRecord) {
        let found = try held(id, call, snapshot)
        try PostReportLifecycle.requireChangeable(found.0.state)
        return found
    }

    func getReport(_ request: PostReportRequest, _ context: ReadContext) throws -> PostReportReply {
        let (report, _) = try held(request.report, context.call, context.snapshot)
        return PostReportReply(
            report: try message(
                report, isWhole: true, Language(locale: context.call.options.locale), context.snapshot))
    }

    /// The reports of a run: the one that holds, its supplements, and those that were rejected.
    func listReports(_ request: ListPostReportsRequest, _ context: ReadContext) throws -> ListPostReportsReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try context.call.requireAuthority(over: offering, snapshot)
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(
                PostReportRecord.ofOffering, offering.id, request.after, limit, body: PostReportRecord.columns.read)
        }
        let language = Language(locale: context.call.options.locale)
        return ListPostReportsReply(
            reports: try page.elements.map { try message($0, isWhole: false, language, snapshot) },
            next: page.next ?? 0)
    }

    func listPeople(
        _ request: ListPostReportPeopleRequest, _ context: ReadContext
    ) throws -> ListPostReportPeopleReply {
        let snapshot = context.snapshot
        let (report, _) = try held(request.report, context.call, snapshot)
        let page = try listPage(request.limit, by: \.person) { limit in
            try snapshot.all(
                PostReportPerson.ofReport, report.id, request.after, limit, report.offering,
                body: PostReportPerson.columns.read)
        }
        return ListPostReportPeopleReply(people: page.elements, next: page.next ?? 0)
    }
}

extension PostReportPerson {
    fileprivate static let columns = Columns("m.person, COALESCE(r.number, ''), p.name") { row in
        PostReportPerson(person: row.id(), number: row.text(), name: row.text())
    }

    fileprivate static let ofReport = SQL(
        """
        SELECT \(columns) FROM post_report_person m JOIN person p ON p.id = m.person
        LEFT JOIN roster r ON r.offering = ?4 AND r.person = m.person
        WHERE m.report = ?1 AND m.person > ?2 ORDER BY m.person LIMIT ?3
        """)
}

// The face of reports for credit.
extension PostReports {
    /// CRD-4b: returns the people of an offering's approved report and its approved supplements; nil while there is none.
    func approvedPeople(of offering: UInt64, _ snapshot: Snapshot) throws -> Set<UInt64>? {
        guard let report = try PostReportRecord.find(of: offering, snapshot), report.state == .approved else {
            return nil
        }
        return Set(
            try snapshot.all(
                """
                SELECT m.person FROM post_report s JOIN post_report_person m ON m.report = s.id
                WHERE s.offering = ?1 AND s.state = ?2 ORDER BY m.person
                """, offering, PostReportState.approved.rawValue
            ) { $0.id(0) })
    }

    /// The people of one report.
    func people(of report: UInt64, _ snapshot: Snapshot) throws -> Set<UInt64> {
        Set(
            try snapshot.all("SELECT person FROM post_report_person WHERE report = ?1 ORDER BY person", report) {
                $0.id(0)
            })
    }
}
