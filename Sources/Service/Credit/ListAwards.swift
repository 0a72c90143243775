import Application
import Domain
import Messages
import Storage

/// Which awards a list asks for; 0 = any.
struct AwardQuery {
    var award: UInt64 = 0
    var offering: UInt64 = 0
    var person: UInt64 = 0
    var after: UInt64 = 0
    var limit = 1
}

extension Service {
    func awards(_ query: AwardQuery, _ snapshot: Snapshot) throws -> [Award] {
        try snapshot.all(
            """
            SELECT a.id, a.person, COALESCE(r.number, ''), p.name, a.offering, o.title, j.number, a.category, \
            a.credits_tenths, a.hours_tenths, a.activity_day, a.state, a.reason, a.awarded_ms FROM award a \
            JOIN person p ON p.id = a.person JOIN offering o ON o.id = a.offering JOIN project j ON j.id = o.project \
            LEFT JOIN roster r ON r.offering = a.offering AND r.person = a.person \
            WHERE a.id > ?1 AND (?2 = 0 OR a.id = ?2) AND (?3 = 0 OR a.offering = ?3) AND (?4 = 0 OR a.person = ?4) \
            ORDER BY a.id LIMIT ?5
            """, query.after, query.award, query.offering, query.person, query.limit
        ) { row in
            Award(
                id: row.id(0), person: row.id(1), number: row.text(2), name: row.text(3), offering: row.id(4),
                offeringTitle: row.text(5), projectNumber: row.text(6),
                category: Messages.CreditCategory(rawValue: row.int32(7)) ?? .unspecified,
                creditsTenths: row.uint32(8), hoursTenths: row.uint32(9), activityDay: row.int32(10),
                state: Messages.AwardState(rawValue: row.int32(11)) ?? .unspecified, reason: row.text(12),
                awardedMs: row.integer(13))
        }
    }

    func listAwards(_ request: ListAwardsRequest, _ context: ReadContext) throws -> ListAwardsReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering.base, context.snapshot)
        let limit = pageLimit(request.limit)
        let found = try awards(
            AwardQuery(offering: offering.id, after: request.after, limit: limit), context.snapshot)
        return ListAwardsReply(awards: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }

    /// CRD-5: a trainee's awards, and what counts by year and category.
    func myCredits(_ request: MyCreditsRequest, _ context: ReadContext) throws -> MyCreditsReply {
        let person = try context.call.person().id
        let limit = pageLimit(request.limit)
        let found = try awards(AwardQuery(person: person, after: request.after, limit: limit), context.snapshot)
        let counted = try context.snapshot.all(
            "SELECT category, credits_tenths, hours_tenths, activity_day, state FROM award WHERE person = ?1", person
        ) {
            AwardedCredit(
                category: Domain.CreditCategory(rawValue: $0.uint8(0)) ?? .two, credits: Tenths($0.uint32(1)),
                hours: Tenths($0.uint32(2)), activityDay: Day($0.int32(3)),
                state: Domain.AwardState(rawValue: $0.uint8(4)) ?? .notValid)
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
