import Application
import Domain
import Messages
import Storage

// Administrators look after what services of others are to be told: they see each entry but its payload, have one tried again,
// or drop it.
extension Outboxes {
    func listOutboxEntries(
        _ request: ListOutboxEntriesRequest, _ context: ReadContext
    ) throws -> ListOutboxEntriesReply {
        let page = try listPage(request.limit, by: \.entry.id) { limit in
            try OutboxRow.newest(request.kind, request.state, before: before(request.after), limit, context.snapshot)
        }
        return ListOutboxEntriesReply(entries: page.elements.map(shown), next: page.next ?? 0)
    }

    func getOutboxEntry(_ request: GetOutboxEntryRequest, _ context: ReadContext) throws -> OutboxEntryReply {
        OutboxEntryReply(entry: try shown(OutboxRow(request.entry, context.snapshot)))
    }

    func retryOutboxEntry(_ request: RetryOutboxEntryRequest, _ context: WriteContext) throws -> OutboxEntryReply {
        let row = try OutboxRow(request.entry, context.transaction)
        guard [.waiting, .dead, .dropped].contains(row.state) else {
            throw Refusal(
                .wrongState, field: "entry", Phrase("it was sent, or is being sent", "该条目已发送或正在发送"))
        }
        try outbox.retry(request.entry, context)
        context.auditDetail = "\(row.kind) \(request.entry): \(row.state) → waiting"
        return OutboxEntryReply(entry: try shown(OutboxRow(request.entry, context.transaction)))
    }

    func dropOutboxEntry(_ request: DropOutboxEntryRequest, _ context: WriteContext) throws -> OutboxEntryReply {
        guard (1...200).contains(request.reason.unicodeScalars.count) else {
            throw Refusal(.invalid, field: "reason", Phrase("1 to 200 characters", "1 至 200 个字符"))
        }
        let row = try OutboxRow(request.entry, context.transaction)
        guard [.waiting, .dead].contains(row.state) else {
            throw Refusal(
                .wrongState, field: "entry", Phrase("it does not wait, and is not dead", "该条目不在等待或失败状态"))
        }
        try outbox.drop(request.entry, reason: request.reason, context)
        context.auditDetail = "\(row.kind) \(request.entry): \(row.state) → dropped: \(request.reason)"
        return OutboxEntryReply(entry: try shown(OutboxRow(request.entry, context.transaction)))
    }

    /// An entry with its recipient, masked; an entry that is damaged is shown without.
    private func shown(_ row: OutboxRow) -> OutboxEntry {
        var entry = row.entry
        do {
            entry.recipient = try outbox.recipient(row.sealed, row.kind, entry.id)
        } catch {
            entry.recipient = "?"
        }
        return entry
    }
}

/// An entry as the database has it.
private struct OutboxRow {
    let entry: OutboxEntry
    let kind: OutboxKind
    let state: OutboxState
    let sealed: [UInt8]

    private init(_ row: borrowing Row) throws {
        let id = row.id()
        kind = try row.enumeration()
        let (key, subject, atMs) = (row.text(), row.id(), row.integer())
        state = try row.enumeration()
        var entry = OutboxEntry(
            id: id, kind: kind, key: key, subject: subject, atMs: atMs, state: state, attempts: row.uint32(),
            nextMs: row.integer(), failure: row.text())
        if state != .waiting, state != .sending { entry.nextMs = 0 }
        self.entry = entry
        sealed = row.bytes()
    }

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let row = try snapshot.first(Self.ofID, id, body: Self.columns.read)
        guard let row else { throw Refusal(.notFound, field: "entry") }
        self = row
    }

    static func newest(
        _ kind: OutboxKind?, _ state: OutboxState?, before id: UInt64, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [OutboxRow] {
        switch (kind, state) {
        case (nil, nil): try snapshot.all(ofAll, id, limit, body: columns.read)
        case (let kind?, nil): try snapshot.all(ofKind, kind.rawValue, id, limit, body: columns.read)
        case (nil, let state?): try snapshot.all(inState, state.rawValue, id, limit, body: columns.read)
        case (let kind?, let state?):
            try snapshot.all(ofKindInState, kind.rawValue, state.rawValue, id, limit, body: columns.read)
        }
    }

    private static let columns = Columns(
        "id, kind, key, subject, at_ms, state, attempts, due_ms, failure, payload_sealed", read: { try OutboxRow($0) })

    private static let ofID = SQL("SELECT \(columns) FROM outbox WHERE id = ?1")
    private static let ofAll = SQL("SELECT \(columns) FROM outbox WHERE id < ?1 ORDER BY id DESC LIMIT ?2")
    private static let ofKind = SQL(
        "SELECT \(columns) FROM outbox WHERE kind = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")
    private static let inState = SQL(
        "SELECT \(columns) FROM outbox WHERE state = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")
    private static let ofKindInState = SQL(
        "SELECT \(columns) FROM outbox WHERE kind = ?1 AND state = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4")
}
