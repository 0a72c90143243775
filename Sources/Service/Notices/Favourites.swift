import Application
import Domain
import Messages
import Storage

extension Notices {
    private static let mostFavourites = 1000

    /// NOT-1: adds a training notice to the favourites.
    func addFavourite(_ request: FavouriteRequest, _ context: WriteContext) throws -> FavouriteReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let notice = try NoticeRecord(request.notice, transaction)
        guard notice.state == .published else { throw Refusal(.wrongState, field: "notice") }
        guard notice.kind == .training else {
            throw Refusal(
                .invalid, field: "notice", Phrase("only training notices can be favourites", "只能收藏培训通知"))
        }
        let kept = try transaction.first(
            "SELECT COUNT(*) FROM favourite WHERE person = ?1 AND notice <> ?2", person, notice.id
        ) { $0.int(0) }
        guard (kept ?? 0) < Self.mostFavourites else {
            throw Refusal(
                .invalid, field: "notice",
                Phrase("at most \(Self.mostFavourites) favourites", "最多收藏 \(Self.mostFavourites) 条"))
        }
        try transaction.execute(
            "INSERT INTO favourite (person, notice) VALUES (?1, ?2) ON CONFLICT DO NOTHING", person, notice.id)
        return FavouriteReply()
    }

    func removeFavourite(_ request: FavouriteRequest, _ context: WriteContext) throws -> FavouriteReply {
        try context.transaction.execute(
            "DELETE FROM favourite WHERE person = ?1 AND notice = ?2", context.call.person().id, request.notice)
        return FavouriteReply()
    }

    /// Lists the caller's favourites, newest notice first; withdrawn ones are marked.
    func listFavourites(_ request: ListFavouritesRequest, _ context: ReadContext) throws -> ListNoticesReply {
        let person = try context.call.person().id
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(
                Notice.favourites, person, before(request.after), limit, body: Notice.listed.read)
        }
        return ListNoticesReply(notices: page.elements, next: page.next ?? 0)
    }
}

extension Notice {
    fileprivate static let favourites = SQL(
        """
        SELECT \(listed) FROM favourite f JOIN notice n ON n.id = f.notice
        LEFT JOIN organisation o ON o.id = n.organisation
        WHERE f.person = ?1 AND f.notice < ?2 ORDER BY f.notice DESC LIMIT ?3
        """)
}
