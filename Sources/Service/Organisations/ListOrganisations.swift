import Application
import Messages
import Storage

extension Organisations {
    func listOrganisations(_ request: ListOrganisationsRequest, _ context: ReadContext) throws -> ListOrganisationsReply
    {
        let limit = pageLimit(request.limit)
        let found =
            if request.within == 0 {
                try context.snapshot.all(
                    """
                    SELECT o.id, o.kind, o.name, o.parent, o.level, o.category, o.trains, o.examines, o.employs,
                    o.provides, o.closed, c.name FROM organisation o LEFT JOIN catalogue_entry c ON c.id = o.category
                    WHERE o.id > ?1 AND (?2 = 0 OR o.kind = ?2) AND (?3 = 0 OR o.parent = ?3)
                    AND (?4 = '' OR lower(o.name) LIKE '%' || lower(?4) || '%') AND (?5 = 1 OR o.closed = 0)
                    ORDER BY o.id LIMIT ?6
                    """, request.after, request.kind.rawValue, request.parent, request.nameContains,
                    request.withClosed, limit
                ) { try Organisation($0) }
            } else {
                try context.snapshot.all(
                    """
                    SELECT o.id, o.kind, o.name, o.parent, o.level, o.category, o.trains, o.examines, o.employs,
                    o.provides, o.closed, c.name FROM organisation_above a JOIN organisation o ON o.id = a.organisation
                    LEFT JOIN catalogue_entry c ON c.id = o.category WHERE a.above = ?7 AND a.organisation > ?1
                    AND (?2 = 0 OR o.kind = ?2) AND (?3 = 0 OR o.parent = ?3)
                    AND (?4 = '' OR lower(o.name) LIKE '%' || lower(?4) || '%') AND (?5 = 1 OR o.closed = 0)
                    ORDER BY a.organisation LIMIT ?6
                    """, request.after, request.kind.rawValue, request.parent, request.nameContains,
                    request.withClosed, limit, request.within
                ) { try Organisation($0) }
            }
        return ListOrganisationsReply(organisations: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
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
