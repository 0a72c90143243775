import Application
import Domain
import Messages
import Storage

/// Awards of an offering or a person, by their ids; each is a range of an index.
enum AwardQuery {
    case one(UInt64)
    case offering(UInt64, after: UInt64 = 0, limit: Int)
    case person(UInt64, after: UInt64, limit: Int)
}

extension Credits {
    func awards(_ query: AwardQuery, _ snapshot: Snapshot) throws -> [Award] {
        switch query {
        case .one(let id):
            try snapshot.all(
                """
                SELECT a.id, a.person, COALESCE(r.number, ''), p.name, a.offering, o.title, j.number, a.category,
                a.credits_tenths, a.hours_tenths, a.activity_day, a.state, a.reason, a.awarded_ms FROM award a
                JOIN person p ON p.id = a.person JOIN offering o ON o.id = a.offering
                JOIN project j ON j.id = o.project
                LEFT JOIN roster r ON r.offering = a.offering AND r.person = a.person WHERE a.id = ?1
                """, id
            ) { try Award($0) }
        case .offering(let offering, let after, let limit):
            try snapshot.all(
                """
                SELECT a.id, a.person, COALESCE(r.number, ''), p.name, a.offering, o.title, j.number, a.category,
                a.credits_tenths, a.hours_tenths, a.activity_day, a.state, a.reason, a.awarded_ms FROM award a
                JOIN person p ON p.id = a.person JOIN offering o ON o.id = a.offering
                JOIN project j ON j.id = o.project
                LEFT JOIN roster r ON r.offering = a.offering AND r.person = a.person
                WHERE a.offering = ?1 AND a.id > ?2 ORDER BY a.id LIMIT ?3
                """, offering, after, limit
            ) { try Award($0) }
        case .person(let person, let after, let limit):
            try snapshot.all(
                """
                SELECT a.id, a.person, COALESCE(r.number, ''), p.name, a.offering, o.title, j.number, a.category,
                a.credits_tenths, a.hours_tenths, a.activity_day, a.state, a.reason, a.awarded_ms FROM award a
                JOIN person p ON p.id = a.person JOIN offering o ON o.id = a.offering
                JOIN project j ON j.id = o.project
                LEFT JOIN roster r ON r.offering = a.offering AND r.person = a.person
                WHERE a.person = ?1 AND a.id > ?2 ORDER BY a.id LIMIT ?3
                """, person, after, limit
            ) { try Award($0) }
        }
    }

    func listAwards(_ request: ListAwardsRequest, _ context: ReadContext) throws -> ListAwardsReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering.base, context.snapshot)
        let limit = pageLimit(request.limit)
        let found = try awards(.offering(offering.id, after: request.after, limit: limit), context.snapshot)
        return ListAwardsReply(awards: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }

    /// CRD-5: a trainee's awards, and what counts by year and category.
    func myCredits(_ request: MyCreditsRequest, _ context: ReadContext) throws -> MyCreditsReply {
        let person = try context.call.person().id
        let limit = pageLimit(request.limit)
        let found = try awards(.person(person, after: request.after, limit: limit), context.snapshot)
        let counted = try context.snapshot.all(
            "SELECT category, credits_tenths, hours_tenths, activity_day, state FROM award WHERE person = ?1", person
        ) {
            AwardedCredit(
                category: try $0.enumeration(0), credits: Tenths($0.uint32(1)),
                hours: Tenths($0.uint32(2)), activityDay: Day($0.int32(3)),
                state: try $0.enumeration(4))
        }
        return MyCreditsReply(
            awards: found,
            years: Domain.YearTotal.totals(counted).map {
                Messages.YearTotal(
                    year: UInt32($0.year),
                    category: Messages.CreditCategory(rawValue: Int32($0.category.rawValue)) ?? .unspecified,
                    creditsTenths: $0.credits.count, hoursTenths: $0.hours.count)
            },
            next: found.count == limit ? found.last?.id ?? 0 : 0)
    }
}

extension Award {
    /// From the columns of `awards`.
    fileprivate init(_ row: borrowing Row) throws {
        self.init(
            id: row.id(0), person: row.id(1), number: row.text(2), name: row.text(3), offering: row.id(4),
            offeringTitle: row.text(5), projectNumber: row.text(6),
            category: try row.enumeration(7),
            creditsTenths: row.uint32(8), hoursTenths: row.uint32(9), activityDay: row.int32(10),
            state: try row.enumeration(11), reason: row.text(12),
            awardedMs: row.integer(13))
    }
}
