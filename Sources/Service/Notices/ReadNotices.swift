import Application
import Domain
import Messages
import Storage

extension Notices {
    /// NOT-1: lists published notices, newest first; for anybody.
    func listNotices(_ request: ListNoticesRequest, _ context: ReadContext) throws -> ListNoticesReply {
        let before = before(request.after)
        let published = NoticeState.published.rawValue
        let page = try listPage(request.limit, by: \.id) { limit in
            if let kind = request.kind {
                try context.snapshot.all(
                    Notice.inStateOfKind, published, kind.rawValue, before, limit, body: Notice.listed.read)
            } else {
                try context.snapshot.all(Notice.inState, published, before, limit, body: Notice.listed.read)
            }
        }
        return ListNoticesReply(notices: page.elements, next: page.next ?? 0)
    }

    /// NOT-1: returns the home list in its order.
    func homeNotices(_ request: HomeNoticesRequest, _ context: ReadContext) throws -> HomeNoticesReply {
        HomeNoticesReply(notices: try home(context.snapshot))
    }

    func home(_ snapshot: Snapshot) throws -> [Notice] {
        try snapshot.all(Notice.onHomePage, body: Notice.listed.read)
    }

    func getNotice(_ request: GetNoticeRequest, _ context: ReadContext) throws -> NoticeReply {
        let notice = try NoticeRecord(request.notice, context.snapshot)
        guard notice.state == .published else {
            throw Refusal(.wrongState, field: "notice", Phrase("it was withdrawn", "该通知已撤回"))
        }
        return NoticeReply(notice: try notice.message(context.snapshot))
    }

    /// Lists an organisation's notices, withdrawn ones included, newest first; for its publishers.
    func listManagedNotices(_ request: ListManagedNoticesRequest, _ context: ReadContext) throws -> ListNoticesReply {
        let snapshot = context.snapshot
        try context.call.requirePublisher(for: request.organisation, snapshot)
        let before = before(request.after)
        let page = try listPage(request.limit, by: \.id) { limit in
            if let state = request.state {
                try snapshot.all(
                    Notice.ofOrganisationInState, request.organisation, state.rawValue, before, limit,
                    body: Notice.listed.read)
            } else {
                try snapshot.all(Notice.ofOrganisation, request.organisation, before, limit, body: Notice.listed.read)
            }
        }
        return ListNoticesReply(notices: page.elements, next: page.next ?? 0)
    }

    /// Lists every text of a notice, the latest first.
    func noticeHistory(_ request: NoticeHistoryRequest, _ context: ReadContext) throws -> NoticeHistoryReply {
        let snapshot = context.snapshot
        let notice = try NoticeRecord(request.notice, snapshot)
        try context.call.requirePublisher(for: notice.organisation, snapshot)
        // A page of the longest texts is far below the limit of a reply.
        let page = try listPage(request.limit == 0 ? 10 : request.limit, atMost: 20, by: \.revision) { limit in
            try snapshot.all(
                """
                SELECT r.revision, r.title, r.body, r.editor, p.name, r.at_ms, r.reason FROM notice_revision r
                LEFT JOIN person p ON p.id = r.editor WHERE r.notice = ?1 AND r.revision < ?2
                ORDER BY r.revision DESC LIMIT ?3
                """, notice.id, request.after == 0 ? Int64.max : Int64(request.after), limit
            ) {
                NoticeRevision(
                    revision: UInt32(clamping: $0.int()), title: $0.text(), body: $0.text(), editor: $0.id(),
                    editorName: $0.textOrNil() ?? "", atMs: $0.integer(), reason: $0.text())
            }
        }
        return NoticeHistoryReply(revisions: page.elements, next: page.next ?? 0)
    }
}

extension Notice {
    /// Reads a notice of a list: everything but its body.
    static let listed = Columns(
        "n.id, n.kind, n.state, n.title, n.organisation, o.name, n.published_ms, n.revised_ms, n.revision, n.offering"
    ) { row in
        Notice(
            id: row.id(), kind: try row.enumeration(), state: try row.enumeration(), title: row.text(),
            organisation: row.id(), organisationName: row.textOrNil() ?? "", publishedMs: row.integer(),
            revisedMs: row.integer(), revision: UInt32(clamping: row.int()), offering: row.id())
    }

    private static let from: SQL = "FROM notice n LEFT JOIN organisation o ON o.id = n.organisation"

    fileprivate static let inState = SQL(
        "SELECT \(listed) \(from) WHERE n.state = ?1 AND n.id < ?2 ORDER BY n.id DESC LIMIT ?3")

    fileprivate static let inStateOfKind = SQL(
        "SELECT \(listed) \(from) WHERE n.state = ?1 AND n.kind = ?2 AND n.id < ?3 ORDER BY n.id DESC LIMIT ?4")

    fileprivate static let ofOrganisation = SQL(
        "SELECT \(listed) \(from) WHERE n.organisation = ?1 AND n.id < ?2 ORDER BY n.id DESC LIMIT ?3")

    fileprivate static let ofOrganisationInState = SQL(
        """
        SELECT \(listed) \(from) WHERE n.organisation = ?1 AND n.state = ?2 AND n.id < ?3
        ORDER BY n.id DESC LIMIT ?4
        """)

    fileprivate static let onHomePage = SQL(
        """
        SELECT \(listed) FROM featured_notice f JOIN notice n ON n.id = f.notice
        LEFT JOIN organisation o ON o.id = n.organisation ORDER BY f.place
        """)
}
