import Application
import Messages
import Storage

extension Service {
    func listOrganisations(_ request: ListOrganisationsRequest, _ context: ReadContext) throws -> ListOrganisationsReply
    {
        let limit = pageLimit(request.limit)
        let found = try context.snapshot.all(
            """
            SELECT id, kind, name, parent FROM organisation WHERE id > ?1 AND (?2 = 0 OR kind = ?2) \
            ORDER BY id LIMIT ?3
            """, request.after, request.kind.rawValue, limit
        ) {
            Organisation(
                id: $0.id(0), kind: OrganisationKind(rawValue: $0.int32(1)) ?? .unspecified, name: $0.text(2),
                parent: $0.id(3))
        }
        return ListOrganisationsReply(organisations: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }
}
