import Application
import Domain
import Messages
import Storage

extension Organisations {
    /// ORG-3: adds an entry, or changes the one with its code.
    func saveCatalogueEntry(
        _ request: SaveCatalogueEntryRequest, _ context: WriteContext
    ) throws -> SaveCatalogueEntryReply {
        guard var entry = request.entry, let kind = entry.kind else { throw Refusal(.invalid, field: "kind") }
        entry.name = try checkedTitle(entry.name, field: "name", limit: 100)
        entry.code = try checkedTitle(entry.code, field: "code", limit: 32)
        entry.id = try save(entry, context.transaction)
        context.auditDetail = "\(kind) \(entry.code): \(entry.name)" + (entry.retired ? " retired" : "")
        return SaveCatalogueEntryReply(entry: entry)
    }

    /// - Returns: the entry's id, old or new.
    func save(_ entry: CatalogueEntry, _ transaction: Transaction) throws -> UInt64 {
        try transaction.insertReturningID(
            """
            INSERT INTO catalogue_entry (id, kind, code, name, retired) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (kind, code) DO UPDATE SET name = ?4, retired = ?5 RETURNING id
            """, transaction.newID(), entry.kind?.rawValue ?? 0, entry.code, entry.name, entry.retired)
    }

    func listCatalogue(_ request: ListCatalogueRequest, _ context: ReadContext) throws -> ListCatalogueReply {
        let snapshot = context.snapshot
        let (after, kind, read) = (request.after, request.kind?.rawValue ?? 0, CatalogueEntry.columns.read)
        let page = try listPage(request.limit, by: \.id) { limit in
            switch (request.kind == nil, request.withRetired) {
            case (true, true): try snapshot.all(CatalogueEntry.all, after, limit, body: read)
            case (true, false): try snapshot.all(CatalogueEntry.inUse, after, limit, body: read)
            case (false, true): try snapshot.all(CatalogueEntry.allOfKind, kind, after, limit, body: read)
            case (false, false): try snapshot.all(CatalogueEntry.inUseOfKind, kind, after, limit, body: read)
            }
        }
        return ListCatalogueReply(entries: page.elements, next: page.next ?? 0)
    }

    /// `nil` for an id no entry has.
    func catalogueEntry(_ id: UInt64, _ snapshot: Snapshot) throws -> CatalogueEntry? {
        try snapshot.first(CatalogueEntry.one, id, body: CatalogueEntry.columns.read)
    }
}

extension CatalogueEntry {
    fileprivate static let columns = Columns("id, kind, code, name, retired") { row in
        CatalogueEntry(
            id: row.id(), kind: try row.enumeration(), code: row.text(), name: row.text(), retired: row.bool())
    }

    fileprivate static let one = SQL("SELECT \(columns) FROM catalogue_entry WHERE id = ?1")

    fileprivate static let all = SQL("SELECT \(columns) FROM catalogue_entry WHERE id > ?1 ORDER BY id LIMIT ?2")

    fileprivate static let inUse = SQL(
        "SELECT \(columns) FROM catalogue_entry WHERE id > ?1 AND retired = 0 ORDER BY id LIMIT ?2")

    fileprivate static let allOfKind = SQL(
        "SELECT \(columns) FROM catalogue_entry WHERE kind = ?1 AND id > ?2 ORDER BY id LIMIT ?3")

    fileprivate static let inUseOfKind = SQL(
        "SELECT \(columns) FROM catalogue_entry WHERE kind = ?1 AND id > ?2 AND retired = 0 ORDER BY id LIMIT ?3")
}
