import Application
import Domain
import Messages
import Storage

extension Accounts {
    /// ACC-10: audit entries, newest first by their time, of a method, a caller and a period.
    func listAudit(_ request: ListAuditRequest, _ context: ReadContext) throws -> ListAuditReply {
        let method = try request.method.isEmpty ? nil : auditedMethod(request.method)
        let caller = request.caller == 0 ? nil : request.caller
        let to = request.toMs == 0 ? Int64.max : request.toMs
        guard request.fromMs <= to else { throw Refusal(.invalid, field: "to_ms") }
        let (snapshot, read) = (context.snapshot, AuditEntry.columns.read)
        let (endMs, last) = try end(of: request, to: to, snapshot)
        let page = try listPage(request.limit, by: \.entry.id) { limit in
            switch (caller, method?.rawValue) {
            case (let caller?, let method?):
                try snapshot.all(
                    AuditEntry.ofCallerAndMethod, request.fromMs, endMs, last, limit, caller, method, body: read)
            case (let caller?, nil):
                try snapshot.all(AuditEntry.ofCaller, request.fromMs, endMs, last, limit, caller, body: read)
            case (nil, let method?):
                try snapshot.all(AuditEntry.ofMethod, request.fromMs, endMs, last, limit, method, body: read)
            case (nil, nil): try snapshot.all(AuditEntry.all, request.fromMs, endMs, last, limit, body: read)
            }
        }
        let isChinese = Language(locale: context.call.options.locale) == .zh
        return ListAuditReply(
            entries: page.elements.map { found in
                var entry = found.entry
                if isChinese, !found.chinese.isEmpty { entry.detail = found.chinese }
                return entry
            }, next: page.next ?? 0)
    }

    private func auditedMethod(_ name: String) throws(Refusal) -> Method {
        guard let method = Method.allCases.first(where: { $0.name == name }) else {
            throw Refusal(.notFound, field: "method")
        }
        return method
    }

    /// Returns the time and the id before which the page begins: the end of the period, or the last entry of the page before.
    private func end(of request: ListAuditRequest, to: Int64, _ snapshot: Snapshot) throws -> (ms: Int64, id: UInt64) {
        guard request.after != 0 else { return (to, 0) }
        let last = try snapshot.first("SELECT at_ms FROM audit WHERE id = ?1", request.after) { $0.integer(0) }
        guard let last else { throw Refusal(.notFound, field: "after") }
        return (last, request.after)
    }
}

extension AuditEntry {
    fileprivate static let columns = Columns(
        "a.id, a.at_ms, a.caller, p.name, a.address, a.method, a.outcome, a.detail, a.detail_zh"
    ) { row in
        func name(of method: Int64) -> String { Method(rawValue: UInt16(clamping: method))?.name ?? "\(method)" }
        let entry = AuditEntry(
            id: row.id(), atMs: row.integer(), caller: row.integer(), callerName: row.textOrNil() ?? "",
            address: row.text(), method: name(of: row.integer()), outcome: row.uint32(), detail: row.text())
        return (entry: entry, chinese: row.text())
    }

    private static let from: SQL = "FROM audit a LEFT JOIN person p ON p.id = a.caller"

    /// The newest first, by their time: the clock of a server may have been put back between two of them.
    private static let period: SQL = """
        a.at_ms >= ?1 AND (a.at_ms, a.id) < (?2, ?3) ORDER BY a.at_ms DESC, a.id DESC LIMIT ?4
        """

    fileprivate static let ofCallerAndMethod = SQL(
        "SELECT \(columns) \(from) WHERE a.caller = ?5 AND a.method = ?6 AND \(period)")

    fileprivate static let ofCaller = SQL("SELECT \(columns) \(from) WHERE a.caller = ?5 AND \(period)")

    fileprivate static let ofMethod = SQL("SELECT \(columns) \(from) WHERE a.method = ?5 AND \(period)")

    fileprivate static let all = SQL("SELECT \(columns) \(from) WHERE \(period)")
}
