import Application
import Domain
import Messages
import Storage

extension Organisations {
    /// ORG-3: adds an entry, or changes the one with its code.
    func saveCatalogueEntry(
        _ request: SaveCatalogueEntryRequest, _ context: WriteContext
    ) throws -> SaveCatalogueEntryReply {
        guard var entry = request.entry, entry.kind != .unspecified else { throw Refused(.invalid, field: "kind") }
        entry.name = try checkedTitle(entry.name, field: "name", limit: 100)
        entry.code = try checkedTitle(entry.code, field: "code", limit: 32)
        entry.id = try save(entry, context.transaction)
        context.auditDetail = "\(entry.kind) \(entry.code): \(entry.name)" + (entry.retired ? " retired" : "")
        return SaveCatalogueEntryReply(entry: entry)
    }

    /// - Returns: the entry's id, old or new.
    func save(_ entry: CatalogueEntry, _ transaction: Transaction) throws -> UInt64 {
        try transaction.insertReturningID(
            """
            INSERT INTO catalogue_entry (id, kind, code, name, retired) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (kind, code) DO UPDATE SET name = ?4, retired = ?5 RETURNING id
            """, transaction.newID(), entry.kind.rawValue, entry.code, entry.name, entry.retired)
    }

    func listCatalogue(_ request: ListCatalogueRequest, _ context: ReadContext) throws -> ListCatalogueReply {
        let limit = pageLimit(request.limit)
        let found = try context.snapshot.all(
            """
            SELECT id, kind, code, name, retired FROM catalogue_entry WHERE id > ?1 AND (?2 = 0 OR kind = ?2)
            AND (?3 = 1 OR retired = 0) ORDER BY id LIMIT ?4
            """, request.after, request.kind.rawValue, request.withRetired, limit
        ) { try CatalogueEntry($0) }
        return ListCatalogueReply(entries: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }

    /// `nil` for an id no entry has.
    func catalogueEntry(_ id: UInt64, _ snapshot: Snapshot) throws -> CatalogueEntry? {
        try snapshot.first("SELECT id, kind, code, name, retired FROM catalogue_entry WHERE id = ?1", id) {
            try CatalogueEntry($0)
        }
    }
}

extension CatalogueEntry {
    fileprivate init(_ row: borrowing Row) throws {
        self.init(
            id: row.id(0), kind: try row.enumeration(1), code: row.text(2),
            name: row.text(3), retired: row.bool(4))
    }
}
