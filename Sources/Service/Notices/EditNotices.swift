import Application
import Domain
import Messages
import Storage

extension Notices {
    private static let longestHomeList = 20

    /// NOT-1: publishes a notice of the platform, or of an organisation that the caller's role reaches.
    func publishNotice(_ request: PublishNoticeRequest, _ context: WriteContext) throws -> NoticeReply {
        let transaction = context.transaction
        try context.call.requirePublisher(for: request.organisation, transaction)
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        let organisation = try transaction.exists(.organisationExists, request.organisation)
        guard request.organisation == 0 || organisation else { throw Refusal(.notFound, field: "organisation") }
        let text = try NoticeText(title: request.title, body: request.body)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO notice (id, kind, state, organisation, title, body, revision, published_ms, revised_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?7)
            """, id, kind.rawValue, NoticeState.published.rawValue, request.organisation, text.title,
            text.body, context.now)
        try NoticeRecord.keep(id, revision: 1, text, reason: "", context)
        context.auditDetail = "notice \(id) of organisation \(request.organisation)"
        return NoticeReply(notice: try NoticeRecord(id, transaction).message(transaction))
    }

    /// Replaces the text of the edited revision; throws if another edit came first.
    func editNotice(_ request: EditNoticeRequest, _ context: WriteContext) throws -> NoticeReply {
        let transaction = context.transaction
        let notice = try NoticeRecord(request.notice, transaction)
        try context.call.requirePublisher(for: notice.organisation, transaction)
        guard notice.state == .published else { throw Refusal(.wrongState, field: "notice") }
        guard notice.revision == request.revision else { throw Refusal(.staleContext, field: "revision") }
        let text = try NoticeText(title: request.title, body: request.body)
        let revision = notice.revision + 1
        try transaction.execute(
            "UPDATE notice SET title = ?2, body = ?3, revision = ?4, revised_ms = ?5 WHERE id = ?1",
            notice.id, text.title, text.body, revision, context.now)
        try notice.keep(revision: revision, text, reason: "", context)
        context.auditDetail = "notice \(notice.id): revision \(notice.revision) → \(revision)"
        return NoticeReply(notice: try NoticeRecord(notice.id, transaction).message(transaction))
    }

    /// Removes a notice from every list; favourites show it as withdrawn, and its history remains.
    func withdrawNotice(_ request: WithdrawNoticeRequest, _ context: WriteContext) throws -> NoticeReply {
        let transaction = context.transaction
        let notice = try NoticeRecord(request.notice, transaction)
        try context.call.requirePublisher(for: notice.organisation, transaction)
        let state = try NoticeLifecycle.table.next(notice.state, .withdraw)
        let reason = try checkedTitle(request.reason, field: "reason", limit: 500)
        let revision = notice.revision + 1
        try transaction.execute(
            "UPDATE notice SET state = ?2, revision = ?3, revised_ms = ?4 WHERE id = ?1",
            notice.id, state.rawValue, revision, context.now)
        try transaction.execute("DELETE FROM featured_notice WHERE notice = ?1", notice.id)
        let text = try NoticeText(title: notice.text.title, body: notice.text.body)
        try notice.keep(revision: revision, text, reason: reason, context)
        context.auditDetail = "notice \(notice.id): \(notice.state) → \(state)"
        return NoticeReply(notice: try NoticeRecord(notice.id, transaction).message(transaction))
    }

    /// PRJ-7a: stores what is ordered from a notice; 0 for nothing.
    func lead(_ notice: UInt64, to offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE notice SET offering = ?2 WHERE id = ?1", notice, offering)
    }

    /// Replaces the whole home list.
    func featureNotices(_ request: FeatureNoticesRequest, _ context: WriteContext) throws -> HomeNoticesReply {
        let transaction = context.transaction
        guard request.notices.count <= Self.longestHomeList else {
            throw Refusal(
                .invalid, field: "notices",
                Phrase("at most \(Self.longestHomeList)", "最多 \(Self.longestHomeList) 条"))
        }
        guard Set(request.notices).count == request.notices.count else {
            throw Refusal(.alreadyExists, field: "notices")
        }
        let before = try home(transaction).map(\.id)
        try transaction.execute("DELETE FROM featured_notice")
        for (place, id) in request.notices.enumerated() {
            let notice = try NoticeRecord(id, transaction)
            guard notice.state == .published else { throw Refusal(.wrongState, field: "notices \(place + 1)") }
            try transaction.execute("INSERT INTO featured_notice (place, notice) VALUES (?1, ?2)", place, id)
        }
        context.auditDetail = "\(before) → \(request.notices)"
        return HomeNoticesReply(notices: try home(transaction))
    }
}

extension Call {
    /// NOT-1: throws unless the caller may publish for the organisation; for the platform, 0, only administrators may.
    func requirePublisher(for organisation: UInt64, _ snapshot: Snapshot) throws {
        try requireAuthority(over: organisation, as: organisation == 0 ? [.platformAdmin] : nil, snapshot)
    }
}
