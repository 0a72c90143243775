import Application
import Domain
import Messages
import Storage

extension Bookings {
    /// PRJ-6b: a base says where it is and what it offers.
    func describeBase(_ request: DescribeBaseRequest, _ context: WriteContext) throws -> BasePageReply {
        let transaction = context.transaction
        guard try transaction.exists(.organisationIsOfKind, request.base, OrganisationKind.base.rawValue) else {
            throw Refusal(.notFound, field: "base")
        }
        try context.call.requireAuthority(over: request.base, transaction)
        let page = try BaseDescription(
            address: request.address, phone: request.phone, introduction: request.introduction)
        try transaction.execute(
            """
            INSERT INTO base_page (base, address, phone, introduction) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (base) DO UPDATE SET address = ?2, phone = ?3, introduction = ?4
            """, request.base, page.address, page.phone, page.introduction)
        context.auditDetail = "base \(request.base): \(page.address), \(page.phone)"
        return BasePageReply(page: try transaction.first(BasePage.one, request.base, body: BasePage.columns.read))
    }

    /// PRJ-6b: all training bases that are open, page by page.
    func browseBases(_ request: BrowseBasesRequest, _ context: ReadContext) throws -> BrowseBasesReply {
        let name = try SoughtText(request.nameContains, field: "name_contains").pattern
        let page = try listPage(request.limit, by: \.base) { limit in
            try context.snapshot.all(
                BasePage.list, request.after, OrganisationKind.base.rawValue, name, limit,
                body: BasePage.columns.read)
        }
        return BrowseBasesReply(bases: page.elements, next: page.next ?? 0)
    }
}

extension BasePage {
    fileprivate static let columns = Columns(
        "o.id, o.name, COALESCE(c.name, ''), COALESCE(d.address, ''), COALESCE(d.phone, ''), COALESCE(d.introduction, '')"
    ) { row in
        BasePage(
            base: row.id(), name: row.text(), category: row.text(), address: row.text(), phone: row.text(),
            introduction: row.text())
    }

    private static let from: SQL = """
        FROM organisation o LEFT JOIN catalogue_entry c ON c.id = o.category LEFT JOIN base_page d ON d.base = o.id
        """

    fileprivate static let one = SQL("SELECT \(columns) \(from) WHERE o.id = ?1")

    fileprivate static let list = SQL(
        """
        SELECT \(columns) \(from) WHERE o.kind = ?2 AND o.id > ?1 AND o.closed = 0 AND o.trains = 1
        AND lower(o.name) LIKE lower(?3) ESCAPE '!' ORDER BY o.id LIMIT ?4
        """)
}
