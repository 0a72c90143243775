import Application
import Crypto
import Domain
import Messages
import Passes
import Storage

extension Terminals {
    /// SYN-1a: makes a one-time code for one terminal of a base. Only a hash of it is stored.
    func createEnrolmentCode(
        _ request: CreateEnrolmentCodeRequest, _ context: WriteContext
    ) throws -> CreateEnrolmentCodeReply {
        try context.call.requireAuthority(over: request.base, context.transaction)
        let transaction = context.transaction
        let name = try checkedTitle(request.name, field: "name", limit: 60)
        try requirePlace(request.base, transaction)
        let code = try EnrolmentCode(random: context.random(EnrolmentCode.secretSize))
        let expires = context.now + EnrolmentTries.codeLifeMs
        try transaction.execute(
            """
            INSERT INTO enrolment_code (secret_hash, base, name, expires_ms, terminal, maker)
            VALUES (?1, ?2, ?3, ?4, 0, ?5)
            """, Digest.hash(.enrolmentCode, code.secret), request.base, name, expires,
            context.call.person().id)
        context.auditDetail = "base \(request.base)"
        let card = EnrolmentCard(code: code, site: try SiteFingerprint(siteID: site.id))
        return CreateEnrolmentCodeReply(code: code.text, expiresMs: expires, card: card.text)
    }

    /// ACC-12b: makes the unspent codes of a person who loses authority worthless.
    func dropCodes(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM enrolment_code WHERE maker = ?1 AND terminal = 0", person)
    }

    func listTerminals(_ request: ListTerminalsRequest, _ context: ReadContext) throws -> ListTerminalsReply {
        if request.base != 0 { try context.call.requireAuthority(over: request.base, context.snapshot) }
        let snapshot = context.snapshot
        let bases = request.base == 0 ? context.call.reach : [request.base]
        let page = try listPage(request.limit, by: \.id) { limit in
            guard let bases else {
                return try snapshot.all(Terminal.list, request.after, limit, body: Terminal.columns.read)
            }
            return try Set(bases).flatMap {
                try snapshot.all(Terminal.ofBase, $0, request.after, limit, body: Terminal.columns.read)
            }.sorted { $0.id < $1.id }
        }
        return ListTerminalsReply(terminals: page.elements, next: page.next ?? 0)
    }

    /// SYN-7: revokes a terminal: nothing more is accepted from it; earlier records remain.
    func revokeTerminal(_ request: RevokeTerminalRequest, _ context: WriteContext) throws -> RevokeTerminalReply {
        let transaction = context.transaction
        let before = try terminal(request.terminal, transaction)
        try context.call.requireAuthority(over: before.base, context.transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: 200)
        guard !before.revoked else { throw Refusal(.wrongState, field: "terminal") }
        try transaction.execute("UPDATE terminal SET revoked_ms = ?2 WHERE id = ?1", before.id, context.now)
        let key = try transaction.first(.keyOfTerminal, before.id) { $0.bytes(0) }
        try Scope.publish(
            .revocation, before.id, RevocationValue(deviceKey: key ?? [], revokedMs: context.now), base: before.base,
            context)
        context.auditDetail = "terminal \(before.id): \(reason)"
        let connections = context.connections
        context.afterCommit { connections.close(terminal: before.id) }
        var terminal = before
        terminal.revoked = true
        return RevokeTerminalReply(terminal: terminal)
    }

    /// SYN-11: raises the storage limit of a terminal that has reached it.
    func raiseTerminal(_ request: RaiseTerminalRequest, _ context: WriteContext) throws -> RaiseTerminalReply {
        let transaction = context.transaction
        let before = try terminal(request.terminal, transaction)
        try context.call.requireAuthority(over: before.base, transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: 200)
        let limit = UInt64(request.mebibytes) << 20
        guard limit > before.storedBytesLimit, request.mebibytes <= Self.mostMebibytes else {
            throw Refusal(
                .invalid, field: "mebibytes",
                Phrase(
                    "more than the \(before.storedBytesLimit >> 20) MiB of now, at most \(Self.mostMebibytes)",
                    "须大于当前的 \(before.storedBytesLimit >> 20) MiB，且不超过 \(Self.mostMebibytes) MiB"))
        }
        try transaction.execute("UPDATE terminal SET stored_bytes_limit = ?2 WHERE id = ?1", before.id, limit)
        context.auditDetail =
            "terminal \(before.id): \(before.storedBytesLimit >> 20) → \(request.mebibytes) MiB, \(reason)"
        var terminal = before
        terminal.storedBytesLimit = limit
        return RaiseTerminalReply(terminal: terminal)
    }

    private static let mostMebibytes: UInt32 = 1 << 20

    /// - Throws: `notFound` for an id no terminal has.
    private func terminal(_ id: UInt64, _ snapshot: Snapshot) throws -> Terminal {
        let found = try snapshot.first(Terminal.one, id, body: Terminal.columns.read)
        guard let found else { throw Refusal(.notFound, field: "terminal") }
        return found
    }
}

extension Terminal {
    fileprivate static let columns = Columns(
        """
        t.id, t.name, t.base, t.revoked_ms, t.last_contact_ms,
        (SELECT CAST(COALESCE(SUM(l.head_sequence), 0) AS BIGINT) FROM log l WHERE l.terminal = t.id),
        (SELECT CAST(COALESCE(SUM(l.stored_bytes), 0) AS BIGINT) FROM log l WHERE l.terminal = t.id), t.stored_bytes_limit,
        COALESCE(c.forged_receipts, 0)
        """
    ) { row in
        Terminal(
            id: row.id(), name: row.text(), base: row.id(), revoked: row.integer() != 0, lastContactMs: row.integer(),
            facts: row.id(), storedBytes: row.id(), storedBytesLimit: row.id(), forgedReceipts: row.id())
    }

    private static let from: SQL = "FROM terminal t LEFT JOIN terminal_clock c ON c.terminal = t.id"

    fileprivate static let one = SQL("SELECT \(columns) \(from) WHERE t.id = ?1")

    fileprivate static let list = SQL("SELECT \(columns) \(from) WHERE t.id > ?1 ORDER BY t.id LIMIT ?2")

    fileprivate static let ofBase = SQL(
        "SELECT \(columns) \(from) WHERE t.base = ?1 AND t.id > ?2 ORDER BY t.id LIMIT ?3")
}
