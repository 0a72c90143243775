import Application
import Domain
import Messages
import Storage

extension Service {
    /// NOT-1: what is published, newest first; for anybody.
    func listNotices(_ request: ListNoticesRequest, _ context: ReadContext) throws -> ListNoticesReply {
        let limit = pageLimit(request.limit)
        let before = before(request.after)
        let published = Domain.NoticeState.published.rawValue
        let found =
            if request.kind == .unspecified {
                try context.snapshot.all(
                    """
                    SELECT n.id, n.kind, n.state, n.title, n.organisation, o.name, n.published_ms, n.revised_ms, \
                    n.revision FROM notice n LEFT JOIN organisation o ON o.id = n.organisation \
                    WHERE n.state = ?1 AND n.id < ?2 ORDER BY n.id DESC LIMIT ?3
                    """, published, before, limit, body: listedNotice)
            } else {
                try context.snapshot.all(
                    """
                    SELECT n.id, n.kind, n.state, n.title, n.organisation, o.name, n.published_ms, n.revised_ms, \
                    n.revision FROM notice n LEFT JOIN organisation o ON o.id = n.organisation \
                    WHERE n.state = ?1 AND n.kind = ?2 AND n.id < ?3 ORDER BY n.id DESC LIMIT ?4
                    """, published, request.kind.rawValue, before, limit, body: listedNotice)
            }
        return ListNoticesReply(notices: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }

    /// NOT-1: the home list in its order.
    func homeNotices(_ request: HomeNoticesRequest, _ context: ReadContext) throws -> HomeNoticesReply {
        HomeNoticesReply(notices: try home(context.snapshot))
    }

    func home(_ snapshot: Snapshot) throws -> [Notice] {
        try snapshot.all(
            """
            SELECT n.id, n.kind, n.state, n.title, n.organisation, o.name, n.published_ms, n.revised_ms, n.revision \
            FROM featured_notice f JOIN notice n ON n.id = f.notice \
            LEFT JOIN organisation o ON o.id = n.organisation ORDER BY f.place
            """, body: listedNotice)
    }

    func getNotice(_ request: GetNoticeRequest, _ context: ReadContext) throws -> NoticeReply {
        let notice = try NoticeRecord(request.notice, context.snapshot)
        guard notice.state == .published else {
            throw Refused(.wrongState, field: "notice", Wording("it was withdrawn", zh: "该通知已撤回"))
        }
        return NoticeReply(notice: try notice.message(context.snapshot))
    }

    /// What an organisation has published, withdrawn ones too, newest first; for those who publish for it.
    func listManagedNotices(_ request: ListManagedNoticesRequest, _ context: ReadContext) throws -> ListNoticesReply {
        let snapshot = context.snapshot
        try context.call.requirePublisher(for: request.organisation, snapshot)
        let limit = pageLimit(request.limit)
        let before = before(request.after)
        let found =
            if request.state == .unspecified {
                try snapshot.all(
                    """
                    SELECT n.id, n.kind, n.state, n.title, n.organisation, o.name, n.published_ms, n.revised_ms, \
                    n.revision FROM notice n LEFT JOIN organisation o ON o.id = n.organisation \
                    WHERE n.organisation = ?1 AND n.id < ?2 ORDER BY n.id DESC LIMIT ?3
                    """, request.organisation, before, limit, body: listedNotice)
            } else {
                try snapshot.all(
                    """
                    SELECT n.id, n.kind, n.state, n.title, n.organisation, o.name, n.published_ms, n.revised_ms, \
                    n.revision FROM notice n LEFT JOIN organisation o ON o.id = n.organisation \
                    WHERE n.organisation = ?1 AND n.state = ?2 AND n.id < ?3 ORDER BY n.id DESC LIMIT ?4
                    """, request.organisation, request.state.rawValue, before, limit, body: listedNotice)
            }
        return ListNoticesReply(notices: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }

    /// Every text a notice has had, the latest first.
    func noticeHistory(_ request: NoticeHistoryRequest, _ context: ReadContext) throws -> NoticeHistoryReply {
        let snapshot = context.snapshot
        let notice = try NoticeRecord(request.notice, snapshot)
        try context.call.requirePublisher(for: notice.organisation, snapshot)
        // A page of the longest texts is far below what a reply may hold.
        let limit = request.limit == 0 ? 10 : min(Int(request.limit), 20)
        let found = try snapshot.all(
            """
            SELECT r.revision, r.title, r.body, r.editor, p.name, r.at_ms, r.reason FROM notice_revision r \
            LEFT JOIN person p ON p.id = r.editor WHERE r.notice = ?1 AND r.revision < ?2 \
            ORDER BY r.revision DESC LIMIT ?3
            """, notice.id, request.after == 0 ? Int64.max : Int64(request.after), limit
        ) {
            NoticeRevision(
                revision: UInt32(clamping: $0.int(0)), title: $0.text(1), body: $0.text(2), editor: $0.id(3),
                editorName: $0.textOrNil(4) ?? "", atMs: $0.integer(5), reason: $0.text(6))
        }
        return NoticeHistoryReply(revisions: found, next: found.count == limit ? found.last?.revision ?? 0 : 0)
    }
}

/// Where a list that goes backwards by id goes on; from its beginning after 0.
func before(_ after: UInt64) -> UInt64 { after == 0 ? UInt64(Int64.max) : after }
