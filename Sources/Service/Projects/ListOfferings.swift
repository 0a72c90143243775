import Application
import Messages
import Storage

extension Projects {
    func getOffering(_ request: GetOfferingRequest, _ context: ReadContext) throws -> OfferingReply {
        OfferingReply(offering: try OfferingRecord(request.offering, context.snapshot).message(context.snapshot))
    }

    func listOfferings(_ request: ListOfferingsRequest, _ context: ReadContext) throws -> ListOfferingsReply {
        let limit = pageLimit(request.limit)
        let ids =
            if request.base == 0 {
                try context.snapshot.all(
                    "SELECT id FROM offering WHERE id > ?1 AND (?2 = 0 OR state = ?2) ORDER BY id LIMIT ?3",
                    request.after, request.state.rawValue, limit
                ) { $0.id(0) }
            } else {
                try context.snapshot.all(
                    """
                    SELECT id FROM offering WHERE base = ?1 AND id > ?2 AND (?3 = 0 OR state = ?3)
                    ORDER BY id LIMIT ?4
                    """, request.base, request.after, request.state.rawValue, limit
                ) { $0.id(0) }
            }
        return ListOfferingsReply(
            offerings: try ids.map { try OfferingRecord($0, context.snapshot).message(context.snapshot) },
            next: ids.count == limit ? ids.last ?? 0 : 0)
    }

    func listRoster(_ request: ListRosterRequest, _ context: ReadContext) throws -> ListRosterReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering.base, context.snapshot)
        let limit = pageLimit(request.limit)
        let entries = try context.snapshot.all(
            """
            SELECT r.person, r.number, p.name, p.unit, p.title FROM roster r JOIN person p ON p.id = r.person
            WHERE r.offering = ?1 AND r.person > ?2 ORDER BY r.person LIMIT ?3
            """, offering.id, request.after, limit
        ) {
            RosterEntry(
                person: $0.id(0), number: $0.text(1), name: $0.text(2), unit: $0.text(3), title: $0.text(4))
        }
        return ListRosterReply(entries: entries, next: entries.count == limit ? entries.last?.person ?? 0 : 0)
    }
}
