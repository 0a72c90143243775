import Application
import Domain
import Messages
import Storage

extension Credits {
    /// CRD-5a, CRD-5b: a trainee's own year.
    func myCompliance(_ request: MyComplianceRequest, _ context: ReadContext) throws -> ComplianceReply {
        let person = try context.call.person().id
        let year = request.year == 0 ? thisYear(context.now) : Int(request.year)
        return ComplianceReply(
            compliance: try compliance(
                of: person, in: year, rules(context.snapshot), language(context.call), context.snapshot))
    }

    func thisYear(_ now: Int64) -> Int { ZoneRule.china.day(of: Instant(now)).civil.year }

    /// The most people of a page; each is computed from their awards.
    private static let peopleAtOnce = 200
    private static let unitsAtOnce = 20

    /// CRD-5c: the people whom a unit has confirmed.
    func listCompliance(_ request: ListComplianceRequest, _ context: ReadContext) throws -> ListComplianceReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.unit, snapshot)
        let year = request.year == 0 ? thisYear(context.now) : Int(request.year)
        let rules = try rules(snapshot)
        let page = try listPage(request.limit, atMost: Self.peopleAtOnce, by: \.self) { limit in
            try snapshot.all(
                """
                SELECT person FROM membership WHERE unit = ?1 AND state = ?2 AND person > ?3 ORDER BY person LIMIT ?4
                """, request.unit, MembershipState.confirmed.rawValue, request.after, limit
            ) { $0.id(0) }
        }
        return ListComplianceReply(
            people: try page.elements.map {
                try compliance(of: $0, in: year, rules, language(context.call), snapshot)
            }, next: page.next ?? 0)
    }

    /// CRD-5c: of each unit of a region, how many have what is asked of them.
    func listUnitCompliance(
        _ request: ListUnitComplianceRequest, _ context: ReadContext
    ) throws -> ListUnitComplianceReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.region, snapshot)
        let year = request.year == 0 ? thisYear(context.now) : Int(request.year)
        let rules = try rules(snapshot)
        let page = try listPage(request.limit, atMost: Self.unitsAtOnce, by: \.unit) { limit in
            try snapshot.all(
                """
                SELECT a.organisation, o.name FROM organisation_above a JOIN organisation o ON o.id = a.organisation
                AND o.kind = ?3 WHERE a.above = ?1 AND a.organisation > ?2 ORDER BY a.organisation LIMIT ?4
                """, request.region, request.after, OrganisationKind.unit.rawValue, limit
            ) { UnitCompliance(unit: $0.id(0), name: $0.text(1)) }
        }
        return ListUnitComplianceReply(
            units: try page.elements.map { try counted($0, year, rules, snapshot) }, next: page.next ?? 0)
    }

    private func counted(
        _ unit: UnitCompliance, _ year: Int, _ rules: [YearRule], _ snapshot: Snapshot
    ) throws -> UnitCompliance {
        var unit = unit
        let people = try snapshot.all(
            .peopleOfUnitInState, unit.unit, MembershipState.confirmed.rawValue
        ) { $0.id(0) }
        for person in people {
            let one = try compliance(of: person, in: year, rules, .en, snapshot)
            unit.people += 1
            if one.rule == 0 { unit.ruleless += 1 } else if one.met { unit.met += 1 }
        }
        return unit
    }

    /// CRD-5: what a person has of what is asked of them in a year.
    func compliance(
        of person: UInt64, in year: Int, _ rules: [YearRule], _ language: Language, _ snapshot: Snapshot
    ) throws -> CreditCompliance {
        let found = try snapshot.first("SELECT name, title FROM person WHERE id = ?1", person) {
            (name: $0.text(0), title: $0.text(1))
        }
        guard let found else { throw Refusal(.notFound, field: "person") }
        let seat = try seat(of: person, snapshot)
        let rule = YearRule.holding(
            for: RuledPerson(year: year, province: seat.province, unitLevel: seat.level, title: found.title),
            among: rules)
        let excuse = try snapshot.first(
            "SELECT reason FROM excused_year WHERE person = ?1 AND year = ?2", person, year
        ) { $0.text(0) }
        var reply = CreditCompliance(
            person: person, name: found.name, year: UInt32(year), rule: rule?.id ?? 0, excused: excuse ?? "")
        guard let rule else { return reply }
        let compliance = Compliance(try credit(of: person, snapshot), year: year, rule: rule)
        reply.creditsTenths = compliance.credits.count
        reply.hoursTenths = compliance.hours.count
        reply.categoryITenths = (compliance.counted[.i] ?? .zero).count
        reply.categoryIiTenths = (compliance.counted[.ii] ?? .zero).count
        reply.excessTenths = compliance.excess.count
        reply.met = compliance.lacking.isEmpty || excuse != nil
        reply.lacking = reply.met ? [] : compliance.lacking.map { $0.text(in: language) }
        return reply
    }

    /// The effective credit of a person, in all years, and what was accepted from outside: each of those is a project of its own.
    private func credit(of person: UInt64, _ snapshot: Snapshot) throws -> [Compliance.Credit] {
        let awarded = try snapshot.all(
            """
            SELECT a.activity_day, o.project, a.category, a.credits_tenths, a.hours_tenths FROM award a
            JOIN offering o ON o.id = a.offering WHERE a.person = ?1 AND a.state = ?2 ORDER BY a.id
            """, person, AwardState.effective.rawValue
        ) { row in
            Compliance.Credit(
                year: Day(row.int32(0)).civil.year, project: row.id(1), category: try row.enumeration(2),
                credits: Tenths(row.uint32(3)), hours: Tenths(row.uint32(4)))
        }
        return try awarded
            + outside.accepted(of: person, snapshot).map { record in
                Compliance.Credit(
                    year: record.day.civil.year, project: record.id, category: record.category,
                    credits: record.credits, hours: record.hours)
            }
    }

    /// The province of a person's unit, and the level of the region in which it has its seat; of several units, the first one's.
    private func seat(of person: UInt64, _ snapshot: Snapshot) throws -> (province: UInt64?, level: RegionLevel?) {
        let unit = try snapshot.first(.unitsOfPersonInState, person, MembershipState.confirmed.rawValue) { $0.id(0) }
        guard let unit else { return (nil, nil) }
        let regions = try snapshot.all(
            """
            SELECT r.id, r.level FROM organisation_above a JOIN organisation r ON r.id = a.above AND r.kind = ?2
            WHERE a.organisation = ?1 ORDER BY r.level
            """, unit, OrganisationKind.region.rawValue
        ) { (id: $0.id(0), level: try $0.enumeration(1, RegionLevel.self)) }
        return (regions.first { $0.level == .province }?.id, regions.last?.level)
    }
}
