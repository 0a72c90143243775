import Application
import Domain
import Messages
import Storage

extension Service {
    /// NOT-1: whom to ask about a programme.
    func setSupportContact(_ request: SetSupportContactRequest, _ context: WriteContext) throws -> SupportContactReply {
        let transaction = context.transaction
        guard try transaction.exists("SELECT 1 FROM programme WHERE id = ?1", request.programme) else {
            throw Refused(.notFound, field: "programme")
        }
        let contact = try Domain.SupportContact(phone: request.phone, hours: request.hours)
        let had = try transaction.exists("SELECT 1 FROM support_contact WHERE programme = ?1", request.programme)
        try transaction.execute(
            """
            INSERT INTO support_contact (programme, phone, hours) VALUES (?1, ?2, ?3) \
            ON CONFLICT (programme) DO UPDATE SET phone = ?2, hours = ?3
            """, request.programme, contact.phone, contact.hours)
        context.auditDetail = "programme \(request.programme): \(had ? "changed" : "set")"
        return SupportContactReply(contact: try supportContact(of: request.programme, transaction))
    }

    func getSupportContact(_ request: GetSupportContactRequest, _ context: ReadContext) throws -> SupportContactReply {
        SupportContactReply(contact: try supportContact(of: request.programme, context.snapshot))
    }

    /// Every programme that has one, by programme: who is not logged in cannot list programmes.
    func listSupportContacts(
        _ request: ListSupportContactsRequest, _ context: ReadContext
    ) throws -> ListSupportContactsReply {
        let limit = pageLimit(request.limit)
        let found = try context.snapshot.all(
            """
            SELECT s.programme, p.name, s.phone, s.hours FROM support_contact s JOIN programme p ON p.id = s.programme \
            WHERE s.programme > ?1 ORDER BY s.programme LIMIT ?2
            """, request.after, limit, body: Self.contact)
        return ListSupportContactsReply(contacts: found, next: found.count == limit ? found.last?.programme ?? 0 : 0)
    }

    private func supportContact(of programme: UInt64, _ snapshot: Snapshot) throws -> Messages.SupportContact {
        let found = try snapshot.first(
            """
            SELECT s.programme, p.name, s.phone, s.hours FROM support_contact s JOIN programme p ON p.id = s.programme \
            WHERE s.programme = ?1
            """, programme, body: Self.contact)
        guard let found else { throw Refused(.notFound, field: "programme") }
        return found
    }

    private static func contact(_ row: borrowing Row) -> Messages.SupportContact {
        Messages.SupportContact(
            programme: row.id(0), programmeName: row.text(1), phone: row.text(2), hours: row.text(3))
    }
}
