import Application
import Domain
import Messages
import Storage

extension Accounts {
    /// ACC-10: audit entries, newest first, by method, caller and time.
    func listAudit(_ request: ListAuditRequest, _ context: ReadContext) throws -> ListAuditReply {
        let method = try request.method.isEmpty ? nil : auditedMethod(request.method)
        let caller = request.caller == 0 ? nil : request.caller
        let to = request.toMs == 0 ? Int64.max : request.toMs
        guard request.fromMs <= to else { throw Refusal(.invalid, field: "to_ms") }
        let range = try ids(from: request.fromMs, to: to, before: request.after, context.snapshot)
        let page = try listPage(request.limit, by: \.entry.id) { limit in
            try entries(method, caller, range, limit, context.snapshot)
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

    /// Returns the ids of a period: entries are numbered in order of time.
    private func ids(from: Int64, to: Int64, before: UInt64, _ snapshot: Snapshot) throws -> Range<UInt64> {
        func first(from ms: Int64) throws -> UInt64? {
            try snapshot.first("SELECT id FROM audit WHERE at_ms >= ?1 ORDER BY at_ms, id LIMIT 1", ms) { $0.id() }
        }
        let (first, end) = (try first(from: from), try first(from: to))
        let last = min(end ?? UInt64(Int64.max), before == 0 ? UInt64(Int64.max) : before)
        guard let first, first < last else { return 0..<0 }
        return first..<last
    }

    /// Reads entries; each filter has an index that ends with the id.
    private func entries(
        _ method: Method?, _ caller: Int64?, _ ids: Range<UInt64>, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [(entry: AuditEntry, chinese: String)] {
        let (first, end, read) = (ids.lowerBound, ids.upperBound, AuditEntry.columns.read)
        return switch (caller, method?.rawValue) {
        case (let caller?, let method?):
            try snapshot.all(AuditEntry.ofCallerAndMethod, caller, method, first, end, limit, body: read)
        case (let caller?, nil): try snapshot.all(AuditEntry.ofCaller, caller, first, end, limit, body: read)
        case (nil, let method?): try snapshot.all(AuditEntry.ofMethod, method, first, end, limit, body: read)
        case (nil, nil): try snapshot.all(AuditEntry.all, first, end, limit, body: read)
        }
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

    fileprivate static let ofCallerAndMethod = SQL(
        """
        SELECT \(columns) \(from) WHERE a.caller = ?1 AND a.method = ?2 AND a.id >= ?3 AND a.id < ?4
        ORDER BY a.id DESC LIMIT ?5
        """)

    fileprivate static let ofCaller = SQL(
        "SELECT \(columns) \(from) WHERE a.caller = ?1 AND a.id >= ?2 AND a.id < ?3 ORDER BY a.id DESC LIMIT ?4")

    fileprivate static let ofMethod = SQL(
        "SELECT \(columns) \(from) WHERE a.method = ?1 AND a.id >= ?2 AND a.id < ?3 ORDER BY a.id DESC LIMIT ?4")

    fileprivate static let all = SQL(
        "SELECT \(columns) \(from) WHERE a.id >= ?1 AND a.id < ?2 ORDER BY a.id DESC LIMIT ?3")
}
