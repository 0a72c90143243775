import Application
import Domain
import Messages
import Storage

extension Credits {
    /// Every award of an offering, by id.
    func awards(of offering: UInt64, _ snapshot: Snapshot) throws -> [Award] {
        try snapshot.all(Award.ofOffering, offering, 0, Int.max, body: Award.columns.read)
    }

    func listAwards(_ request: ListAwardsRequest, _ context: ReadContext) throws -> ListAwardsReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(Award.ofOffering, offering.id, request.after, limit, body: Award.columns.read)
        }
        return ListAwardsReply(awards: page.elements, next: page.next ?? 0)
    }

    /// CRD-5, EXM-7: returns a trainee's awards, and totals by year and category, with what was accepted from outside.
    func myCredits(_ request: MyCreditsRequest, _ context: ReadContext) throws -> MyCreditsReply {
        let person = try context.call.person().id
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(Award.ofPerson, person, request.after, limit, body: Award.columns.read)
        }
        let counted = try context.snapshot.all(
            "SELECT category, credits_tenths, hours_tenths, activity_day, state FROM award WHERE person = ?1 ORDER BY id",
            person
        ) {
            AwardedCredit(
                category: try $0.enumeration(), credits: Tenths($0.uint32()),
                hours: Tenths($0.uint32()), activityDay: Day($0.int32()),
                state: try $0.enumeration())
        }
        let accepted = try outside.accepted(of: person, context.snapshot).map { record in
            AwardedCredit(
                category: record.category, credits: record.credits, hours: record.hours, activityDay: record.day,
                state: .effective)
        }
        return MyCreditsReply(
            awards: page.elements,
            years: YearCredit.totals(counted + accepted).map {
                YearTotal(
                    year: UInt32($0.year),
                    category: $0.category,
                    creditsTenths: $0.credits.count, hoursTenths: $0.hours.count)
            },
            next: page.next ?? 0)
    }
}

extension Award {
    static let columns = Columns(
        """
        a.id, a.person, COALESCE(r.number, ''), p.name, a.offering, o.title, j.number, a.category, a.credits_tenths,
        a.hours_tenths, a.activity_day, a.state, a.reason, a.awarded_ms
        """
    ) { row in
        Award(
            id: row.id(), person: row.id(), number: row.text(), name: row.text(), offering: row.id(),
            offeringTitle: row.text(), projectNumber: row.text(), category: try row.enumeration(),
            creditsTenths: row.uint32(), hoursTenths: row.uint32(), activityDay: row.int32(),
            state: try row.enumeration(), reason: row.text(), awardedMs: row.integer())
    }

    private static let from: SQL = """
        FROM award a JOIN person p ON p.id = a.person JOIN offering o ON o.id = a.offering
        JOIN project j ON j.id = o.project LEFT JOIN roster r ON r.offering = a.offering AND r.person = a.person
        """

    static let one = SQL("SELECT \(columns) \(from) WHERE a.id = ?1")

    fileprivate static let ofOffering = SQL(
        "SELECT \(columns) \(from) WHERE a.offering = ?1 AND a.id > ?2 ORDER BY a.id LIMIT ?3")

    fileprivate static let ofPerson = SQL(
        "SELECT \(columns) \(from) WHERE a.person = ?1 AND a.id > ?2 ORDER BY a.id LIMIT ?3")
}
