import Application
import Messages
import Storage

extension Projects {
    func getOffering(_ request: GetOfferingRequest, _ context: ReadContext) throws -> OfferingReply {
        let offering = try OfferingRecord(request.offering, context.snapshot).message(context.snapshot)
        return OfferingReply(offering: offering.shown(to: context.call))
    }

    func listOfferings(_ request: ListOfferingsRequest, _ context: ReadContext) throws -> ListOfferingsReply {
        let snapshot = context.snapshot
        let (after, base, state) = (request.after, request.base, request.state?.rawValue ?? 0)
        // Each is one range of an index.
        let page = try listPage(request.limit, by: \.self) { limit in
            switch (base == 0, request.state == nil) {
            case (true, true):
                try snapshot.all("SELECT id FROM offering WHERE id > ?1 ORDER BY id LIMIT ?2", after, limit) {
                    $0.id()
                }
            case (true, false):
                try snapshot.all(
                    "SELECT id FROM offering WHERE state = ?1 AND id > ?2 ORDER BY id LIMIT ?3", state, after, limit
                ) { $0.id() }
            case (false, true):
                try snapshot.all(
                    "SELECT id FROM offering WHERE base = ?1 AND id > ?2 ORDER BY id LIMIT ?3", base, after, limit
                ) { $0.id() }
            case (false, false):
                try snapshot.all(
                    "SELECT id FROM offering WHERE base = ?1 AND state = ?2 AND id > ?3 ORDER BY id LIMIT ?4",
                    base, state, after, limit
                ) { $0.id() }
            }
        }
        return ListOfferingsReply(
            offerings: try page.elements.map {
                try OfferingRecord($0, snapshot).message(snapshot).shown(to: context.call)
            },
            next: page.next ?? 0)
    }

    func listRoster(_ request: ListRosterRequest, _ context: ReadContext) throws -> ListRosterReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        let page = try listPage(request.limit, by: \.person) { limit in
            try roster(of: offering.id, after: request.after, limit, context.snapshot)
        }
        return ListRosterReply(entries: page.elements, next: page.next ?? 0)
    }

    /// People of a roster in the order of their ids, after a given one.
    func roster(of offering: UInt64, after: UInt64, _ limit: Int, _ snapshot: Snapshot) throws -> [RosterEntry] {
        try snapshot.all(
            """
            SELECT r.person, r.number, p.name, p.unit, p.title FROM roster r JOIN person p ON p.id = r.person
            WHERE r.offering = ?1 AND r.person > ?2 ORDER BY r.person LIMIT ?3
            """, offering, after, limit
        ) { RosterEntry(person: $0.id(), number: $0.text(), name: $0.text(), unit: $0.text(), title: $0.text()) }
    }
}
