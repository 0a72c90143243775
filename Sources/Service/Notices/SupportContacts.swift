import Application
import Domain
import Messages
import Storage

extension Notices {
    /// NOT-1: sets the support contact of a programme.
    func setSupportContact(_ request: SetSupportContactRequest, _ context: WriteContext) throws -> SupportContactReply {
        let transaction = context.transaction
        guard try transaction.exists(.programmeExists, request.programme) else {
            throw Refusal(.notFound, field: "programme")
        }
        let contact = try SupportLine(phone: request.phone, hours: request.hours)
        let had = try transaction.exists("SELECT 1 FROM support_contact WHERE programme = ?1", request.programme)
        try transaction.execute(
            """
            INSERT INTO support_contact (programme, phone, hours) VALUES (?1, ?2, ?3)
            ON CONFLICT (programme) DO UPDATE SET phone = ?2, hours = ?3
            """, request.programme, contact.phone, contact.hours)
        context.auditDetail = "programme \(request.programme): \(had ? "changed" as AuditDetail : "set")"
        return SupportContactReply(contact: try supportContact(of: request.programme, transaction))
    }

    func getSupportContact(_ request: GetSupportContactRequest, _ context: ReadContext) throws -> SupportContactReply {
        SupportContactReply(contact: try supportContact(of: request.programme, context.snapshot))
    }

    /// Lists programmes with a support contact, for anonymous callers, who cannot list programmes.
    func listSupportContacts(
        _ request: ListSupportContactsRequest, _ context: ReadContext
    ) throws -> ListSupportContactsReply {
        let page = try listPage(request.limit, by: \.programme) { limit in
            try context.snapshot.all(
                SupportContact.list, request.after, limit, body: SupportContact.columns.read)
        }
        return ListSupportContactsReply(contacts: page.elements, next: page.next ?? 0)
    }

    private func supportContact(of programme: UInt64, _ snapshot: Snapshot) throws -> SupportContact {
        let found = try snapshot.first(
            SupportContact.ofProgramme, programme, body: SupportContact.columns.read)
        guard let found else { throw Refusal(.notFound, field: "programme") }
        return found
    }
}

extension SupportContact {
    fileprivate static let columns = Columns("s.programme, p.name, s.phone, s.hours") { row in
        SupportContact(programme: row.id(), programmeName: row.text(), phone: row.text(), hours: row.text())
    }

    private static let from: SQL = "FROM support_contact s JOIN programme p ON p.id = s.programme"

    fileprivate static let list = SQL(
        "SELECT \(columns) \(from) WHERE s.programme > ?1 ORDER BY s.programme LIMIT ?2")

    fileprivate static let ofProgramme = SQL("SELECT \(columns) \(from) WHERE s.programme = ?1")
}
