import Application
import Domain
import Messages
import Storage

extension Reports {
    private static let unitsAtOnce = 20
    /// A page ends behind the unit with which it has counted so many people: each is computed from their awards.
    private static let peopleAtOnce = 2000

    /// RPT-1, CRD-5c: of each unit of a region, or of one unit, the credit of its people in a year, and how many have what is
    /// asked of them.
    func listUnits(_ request: ListUnitReportsRequest, _ context: ReadContext) throws -> ListUnitReportsReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.region, snapshot)
        let now = ZoneRule.china.day(of: Instant(context.now)).civil.year
        let year = request.year == 0 ? now : Int(request.year)
        let rules = try credits.rules(snapshot)
        let page = try listPage(request.limit, atMost: Self.unitsAtOnce, by: \.unit) { limit in
            try snapshot.all(
                """
                SELECT a.organisation, o.name, o.parent, COALESCE(r.name, '') FROM organisation_above a
                JOIN organisation o ON o.id = a.organisation AND o.kind = ?3 LEFT JOIN organisation r ON r.id = o.parent
                WHERE a.above = ?1 AND a.organisation > ?2 ORDER BY a.organisation LIMIT ?4
                """, request.region, request.after, OrganisationKind.unit.rawValue, limit
            ) { UnitReport(unit: $0.id(0), name: $0.text(1), region: $0.id(2), regionName: $0.text(3)) }
        }
        var (reply, people) = (ListUnitReportsReply(next: page.next ?? 0), 0)
        for unit in page.elements {
            guard people < Self.peopleAtOnce else {
                reply.next = reply.units.last?.unit ?? 0
                break
            }
            let counted = try counted(unit, year, rules, snapshot)
            people += Int(counted.people)
            reply.units.append(counted)
        }
        return reply
    }

    private func counted(
        _ unit: UnitReport, _ year: Int, _ rules: [YearRule], _ snapshot: Snapshot
    ) throws -> UnitReport {
        var unit = unit
        let people = try snapshot.all(
            .peopleOfUnitInState, unit.unit, MembershipState.confirmed.rawValue
        ) { $0.id(0) }
        unit.people = UInt32(clamping: people.count)
        for person in people {
            let one = try credits.compliance(of: person, in: year, rules, .en, snapshot)
            if one.rule == 0 { unit.ruleless += 1 } else if one.met { unit.met += 1 }
        }
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return unit
        }
        var credited: Set<UInt64> = []
        try snapshot.query(
            """
            SELECT a.person, a.category, a.credits_tenths, a.hours_tenths FROM membership m
            JOIN award a ON a.person = m.person AND a.state = ?3 AND a.activity_day BETWEEN ?4 AND ?5
            WHERE m.unit = ?1 AND m.state = ?2 ORDER BY a.person
            """, unit.unit, MembershipState.confirmed.rawValue, AwardState.effective.rawValue, first.number, last.number
        ) { row in
            credited.insert(row.id(0))
            switch try row.enumeration(1, CreditCategory.self) {
            case .i: unit.categoryITenths &+= row.uint32(2)
            case .ii: unit.categoryIiTenths &+= row.uint32(2)
            }
            unit.hoursTenths &+= row.uint32(3)
        }
        unit.credited = UInt32(clamping: credited.count)
        return unit
    }
}
