import Application
import Domain
import Messages
import Storage

extension Organisations {
    func listOrganisations(_ request: ListOrganisationsRequest, _ context: ReadContext) throws -> ListOrganisationsReply
    {
        let page = try listPage(request.limit, by: \.id) { limit in
            try organisations(request, limit, context.snapshot)
        }
        return ListOrganisationsReply(organisations: page.elements, next: page.next ?? 0)
    }

    /// Each query is one range of an index; what else is asked for narrows it: a name, a kind, and whether one is closed.
    private func organisations(
        _ request: ListOrganisationsRequest, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [Organisation] {
        let name = try SoughtText(request.nameContains, field: "name_contains").pattern
        let (closed, read) = (request.withClosed, Organisation.columns.read)
        let (after, kind) = (request.after, request.kind?.rawValue ?? 0)
        let kinds = request.kind == nil ? 0...Int64(Int32.max) : Int64(kind)...Int64(kind)
        switch (request.within == 0, request.parent == 0) {
        case (true, true) where request.kind == nil:
            return try snapshot.all(Organisation.list, after, name, closed, limit, body: read)
        case (true, true):
            return try snapshot.all(Organisation.ofKind, after, name, closed, limit, kind, body: read)
        case (true, false):
            return try snapshot.all(
                Organisation.below, after, name, closed, limit, kinds.lowerBound, kinds.upperBound, request.parent,
                body: read)
        case (false, true):
            return try snapshot.all(
                Organisation.within, after, name, closed, limit, kinds.lowerBound, kinds.upperBound, request.within,
                body: read)
        case (false, false):
            return try snapshot.all(
                Organisation.belowWithin, after, name, closed, limit, kinds.lowerBound, kinds.upperBound,
                request.within, request.parent, body: read)
        }
    }

    func getOrganisation(_ request: GetOrganisationRequest, _ context: ReadContext) throws -> GetOrganisationReply {
        let found = try organisation(request.organisation, context.snapshot)
        var above: [Organisation] = []
        while let parent = above.last?.parent ?? found.parent as UInt64?, parent != 0 {
            above.append(try organisation(parent, context.snapshot))
        }
        return GetOrganisationReply(organisation: found, above: above)
    }
}

extension Organisation {
    /// An empty name is part of every name.
    private static let narrowed: SQL = "lower(o.name) LIKE lower(?2) ESCAPE '!' AND o.closed <= ?3"

    fileprivate static let list = SQL(
        "SELECT \(columns) \(from) WHERE o.id > ?1 AND \(narrowed) ORDER BY o.id LIMIT ?4")

    fileprivate static let ofKind = SQL(
        "SELECT \(columns) \(from) WHERE o.kind = ?5 AND o.id > ?1 AND \(narrowed) ORDER BY o.id LIMIT ?4")

    fileprivate static let below = SQL(
        """
        SELECT \(columns) \(from) WHERE o.parent = ?7 AND o.id > ?1 AND \(narrowed) AND o.kind BETWEEN ?5 AND ?6
        ORDER BY o.id LIMIT ?4
        """)

    fileprivate static let within = SQL(
        """
        SELECT \(columns) FROM organisation_above a JOIN organisation o ON o.id = a.organisation
        LEFT JOIN catalogue_entry c ON c.id = o.category
        WHERE a.above = ?7 AND a.organisation > ?1 AND \(narrowed) AND o.kind BETWEEN ?5 AND ?6
        ORDER BY a.organisation LIMIT ?4
        """)

    fileprivate static let belowWithin = SQL(
        """
        SELECT \(columns) \(from) JOIN organisation_above a ON a.organisation = o.id AND a.above = ?7
        WHERE o.parent = ?8 AND o.id > ?1 AND \(narrowed) AND o.kind BETWEEN ?5 AND ?6 ORDER BY o.id LIMIT ?4
        """)
}
