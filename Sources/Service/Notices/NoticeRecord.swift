import Application
import Domain
import Messages
import Storage

/// A notice as stored.
struct NoticeRecord {
    let id: UInt64
    let kind: NoticeKind
    let state: NoticeState
    let organisation: UInt64
    let text: (title: String, body: String)
    let revision: UInt32
    let publishedMs: Int64
    let revisedMs: Int64
    /// The offering that is ordered from it; 0 for none.
    let offering: UInt64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(
            """
            SELECT id, kind, state, organisation, title, body, revision, published_ms, revised_ms, offering
            FROM notice WHERE id = ?1
            """, id, body: NoticeRecord.init)
        guard let found else { throw Refusal(.notFound, field: "notice") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        kind = try row.enumeration()
        state = try row.enumeration()
        organisation = row.id()
        text = (row.text(), row.text())
        revision = UInt32(clamping: row.int())
        publishedMs = row.integer()
        revisedMs = row.integer()
        offering = row.id()
    }

    func message(_ snapshot: Snapshot) throws -> Notice {
        let name = try snapshot.first(.nameOfOrganisation, organisation) { $0.text(0) }
        return Notice(
            id: id, kind: kind, state: state, title: text.title, body: text.body, organisation: organisation,
            organisationName: name ?? "", publishedMs: publishedMs, revisedMs: revisedMs, revision: revision,
            offering: offering)
    }

    /// Stores a new revision; earlier ones remain in the history.
    func keep(revision: UInt32, _ text: NoticeText, reason: String, _ context: WriteContext) throws {
        try NoticeRecord.keep(id, revision: revision, text, reason: reason, context)
    }

    static func keep(
        _ id: UInt64, revision: UInt32, _ text: NoticeText, reason: String, _ context: WriteContext
    ) throws {
        try context.transaction.execute(
            """
            INSERT INTO notice_revision (notice, revision, title, body, editor, at_ms, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, id, revision, text.title, text.body, try context.call.person().id, context.now, reason)
    }
}
