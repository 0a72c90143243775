import Application
import Domain
import Messages
import Storage
import Wire

extension Credits {
    /// The most rules that are kept; all are read at once.
    private static let ruleLimit = 500

    /// CRD-5: adds a rule, or replaces one. Rules of a province are its commission's, the others the platform's.
    func saveRule(_ request: SaveYearRuleRequest, _ context: WriteContext) throws -> YearRuleReply {
        let transaction = context.transaction
        var given = request.rule ?? CreditYearRule()
        if given.years == 0 { given.years = 1 }
        if given.id != 0 { try requireRuler(over: rule(given.id, transaction), context.call, transaction) }
        try requireRuler(over: given, context.call, transaction)
        _ = try given.checked()
        if given.id == 0 {
            guard try rules(transaction).count < Self.ruleLimit else {
                throw Refusal(
                    .invalid, field: "rule", "at most \(Self.ruleLimit) rules", zh: "最多 \(Self.ruleLimit) 条规则")
            }
            given.id = try transaction.newID()
        }
        try transaction.execute(
            """
            INSERT INTO year_rule (id, rule, changed_by, changed_ms) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO UPDATE SET rule = ?2, changed_by = ?3, changed_ms = ?4
            """, given.id, given.serialized(), context.call.person().id, context.now)
        context.auditDetail =
            "rule \(given.id) from \(given.fromYear): \(Tenths(given.creditsTenths)) credits, \(Tenths(given.hoursTenths)) hours"
        return YearRuleReply(rule: given)
    }

    func removeRule(_ request: RemoveYearRuleRequest, _ context: WriteContext) throws -> YearRuleReply {
        let removed = try rule(request.rule, context.transaction)
        try requireRuler(over: removed, context.call, context.transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: AwardLifecycle.reasonLimit)
        try context.transaction.execute("DELETE FROM year_rule WHERE id = ?1", removed.id)
        context.auditDetail = "rule \(removed.id) removed: \(reason)"
        return YearRuleReply(rule: removed)
    }

    func listRules(_ request: ListYearRulesRequest, _ context: ReadContext) throws -> ListYearRulesReply {
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(
                "SELECT rule FROM year_rule WHERE id > ?1 ORDER BY id LIMIT ?2", request.after, limit
            ) { try CreditYearRule(serialized: $0.bytes(0)) }
        }
        return ListYearRulesReply(rules: page.elements, next: page.next ?? 0)
    }

    private func requireRuler(over rule: CreditYearRule, _ call: Call, _ snapshot: Snapshot) throws {
        if rule.province == 0 {
            guard call.isPlatformAdministrator else { throw Refusal(.notAllowed) }
        } else {
            try call.requireAuthority(over: rule.province, snapshot)
        }
    }

    /// - Throws: `notFound`.
    private func rule(_ id: UInt64, _ snapshot: Snapshot) throws -> CreditYearRule {
        let found = try snapshot.first("SELECT rule FROM year_rule WHERE id = ?1", id) {
            try CreditYearRule(serialized: $0.bytes(0))
        }
        guard let found else { throw Refusal(.notFound, field: "rule") }
        return found
    }

    /// All rules.
    func rules(_ snapshot: Snapshot) throws -> [YearRule] {
        try snapshot.all("SELECT rule FROM year_rule ORDER BY id") {
            try CreditYearRule(serialized: $0.bytes(0)).checked()
        }
    }

    /// CRD-5: nothing is asked of somebody in a year, with a reason; without one, something is again.
    func excuseYear(_ request: ExcuseYearRequest, _ context: WriteContext) throws -> ComplianceReply {
        let transaction = context.transaction
        let units = try transaction.all(
            .unitsOfPersonInState, request.person, MembershipState.confirmed.rawValue
        ) { $0.id(0) }
        guard !units.isEmpty || context.call.isPlatformAdministrator else { throw Refusal(.notAllowed) }
        if !units.isEmpty { try context.call.requireAuthority(overAnyOf: units, transaction) }
        try context.call.requireAnothers(request.person, transaction)
        let year = request.year == 0 ? thisYear(context.now) : Int(request.year)
        guard YearRule.calendar.contains(year) else { throw Refusal(.invalid, field: "year") }
        if request.reason.isEmpty {
            try transaction.execute(
                "DELETE FROM excused_year WHERE person = ?1 AND year = ?2", request.person, year)
        } else {
            let reason = try checkedTitle(request.reason, field: "reason", limit: AwardLifecycle.reasonLimit)
            try transaction.execute(
                """
                INSERT INTO excused_year (person, year, reason, excused_by, at_ms) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (person, year) DO UPDATE SET reason = ?3, excused_by = ?4, at_ms = ?5
                """, request.person, year, reason, context.call.person().id, context.now)
        }
        context.auditDetail =
            "person \(request.person), \(year): "
            + (request.reason.isEmpty ? "asked again" : "excused, \(request.reason)")
        return ComplianceReply(
            compliance: try compliance(
                of: request.person, in: year, rules(transaction), language(context.call), transaction))
    }

    /// ACC-11e: deletes why nothing was asked of somebody.
    func forgetExcuses(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM excused_year WHERE person = ?1", person)
    }

    func language(_ call: Call) -> Language { Language(locale: call.options.locale) }
}

extension CreditYearRule {
    /// - Throws: `invalid`, and names the field.
    func checked() throws(Refusal) -> YearRule {
        try YearRule(
            id: id, fromYear: Int(fromYear), toYear: toYear == 0 ? nil : Int(toYear),
            province: province == 0 ? nil : province, unitLevel: unitLevel, titles: titles,
            credits: Tenths(creditsTenths), hours: Tenths(hoursTenths),
            minimums: [.i: Tenths(categoryITenths), .ii: Tenths(categoryIiTenths)],
            projectCap: Tenths(projectCapTenths),
            caps: [.i: Tenths(categoryICapTenths), .ii: Tenths(categoryIiCapTenths)], span: Int(years), basis: basis)
    }
}
