import Application
import Domain
import Messages
import Storage

extension Accounts {
    /// ACC-10: the newest first, by method, caller and time.
    func listAudit(_ request: ListAuditRequest, _ context: ReadContext) throws -> ListAuditReply {
        let method = try request.method.isEmpty ? nil : auditedMethod(request.method)
        let limit = pageLimit(request.limit)
        let caller = request.caller == 0 ? nil : request.caller
        let to = request.toMs == 0 ? Int64.max : request.toMs
        guard request.fromMs <= to else { throw Refused(.invalid, field: "to_ms") }
        let range = try ids(from: request.fromMs, to: to, before: request.after, context.snapshot)
        let entries = try entries(method, caller, range, limit, context.snapshot)
        return ListAuditReply(entries: entries, next: entries.count == limit ? entries.last?.id ?? 0 : 0)
    }

    private func auditedMethod(_ name: String) throws(Refused) -> Method {
        guard let method = Method.allCases.first(where: { $0.name == name }) else {
            throw Refused(.notFound, field: "method")
        }
        return method
    }

    /// Entries are numbered as they happen, so that a time is a place in them.
    private func ids(from: Int64, to: Int64, before: UInt64, _ snapshot: Snapshot) throws -> Range<UInt64> {
        let first = try snapshot.first("SELECT id FROM audit WHERE at_ms >= ?1 ORDER BY at_ms, id LIMIT 1", from) {
            $0.id(0)
        }
        let end = try snapshot.first("SELECT id FROM audit WHERE at_ms >= ?1 ORDER BY at_ms, id LIMIT 1", to) {
            $0.id(0)
        }
        let last = min(end ?? UInt64(Int64.max), before == 0 ? UInt64(Int64.max) : before)
        guard let first, first < last else { return 0..<0 }
        return first..<last
    }

    /// Each filter has an index of its own, with the id behind it.
    private func entries(
        _ method: Method?, _ caller: Int64?, _ ids: Range<UInt64>, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [AuditEntry] {
        switch (caller, method) {
        case (let caller?, let method?):
            return try snapshot.all(
                """
                SELECT a.id, a.at_ms, a.caller, p.name, a.address, a.method, a.outcome, a.detail FROM audit a
                LEFT JOIN person p ON p.id = a.caller WHERE a.caller = ?1 AND a.method = ?2 AND a.id >= ?3
                AND a.id < ?4 ORDER BY a.id DESC LIMIT ?5
                """, caller, method.rawValue, ids.lowerBound, ids.upperBound, limit
            ) { AuditEntry($0) }
        case (let caller?, nil):
            return try snapshot.all(
                """
                SELECT a.id, a.at_ms, a.caller, p.name, a.address, a.method, a.outcome, a.detail FROM audit a
                LEFT JOIN person p ON p.id = a.caller WHERE a.caller = ?1 AND a.id >= ?2 AND a.id < ?3
                ORDER BY a.id DESC LIMIT ?4
                """, caller, ids.lowerBound, ids.upperBound, limit
            ) { AuditEntry($0) }
        case (nil, let method?):
            return try snapshot.all(
                """
                SELECT a.id, a.at_ms, a.caller, p.name, a.address, a.method, a.outcome, a.detail FROM audit a
                LEFT JOIN person p ON p.id = a.caller WHERE a.method = ?1 AND a.id >= ?2 AND a.id < ?3
                ORDER BY a.id DESC LIMIT ?4
                """, method.rawValue, ids.lowerBound, ids.upperBound, limit
            ) { AuditEntry($0) }
        case (nil, nil):
            return try snapshot.all(
                """
                SELECT a.id, a.at_ms, a.caller, p.name, a.address, a.method, a.outcome, a.detail FROM audit a
                LEFT JOIN person p ON p.id = a.caller WHERE a.id >= ?1 AND a.id < ?2 ORDER BY a.id DESC LIMIT ?3
                """, ids.lowerBound, ids.upperBound, limit
            ) { AuditEntry($0) }
        }
    }
}

extension AuditEntry {
    fileprivate init(_ row: borrowing Row) {
        self.init(
            id: row.id(0), atMs: row.integer(1), caller: row.integer(2), callerName: row.textOrNil(3) ?? "",
            address: row.text(4),
            method: Method(rawValue: UInt16(clamping: row.integer(5)))?.name ?? "\(row.integer(5))",
            outcome: row.uint32(6), detail: row.text(7))
    }
}
