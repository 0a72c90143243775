import Application
import Domain
import Messages
import Storage

/// CRD-6: an award that what is known today speaks against.
struct AwardDifference {
    let award: Award
    let reasons: [Phrase]

    /// The subject of a decision to keep the award: other reasons make it a difference again.
    var detail: String { reasons.map(\.en).joined(separator: "; ") }
}

extension Credits {
    /// CRD-6: lists awards that late records speak against, until a person decides.
    func listDifferences(_ request: ListCreditDifferencesRequest, _ context: ReadContext) throws
        -> ListCreditDifferencesReply
    {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try context.call.requireAuthority(over: offering, snapshot)
        let page = try rosterPage(of: offering.id, after: request.after, request.limit, snapshot)
        guard let first = page.elements.first, let last = page.elements.last else {
            return ListCreditDifferencesReply()
        }
        let language = Language(locale: context.call.options.locale)
        return ListCreditDifferencesReply(
            differences: try differences(of: offering, first...last, snapshot).map { difference in
                CreditDifference(award: difference.award, reasons: difference.reasons.map { $0.text(in: language) })
            }, next: page.next ?? 0)
    }

    /// Returns the differences of people of the roster, by id.
    func differences(
        of offering: OfferingRecord, _ people: ClosedRange<UInt64>, _ snapshot: Snapshot
    ) throws -> [AwardDifference] {
        let list = try EligibilityList(
            offering, policy: programmes.policy(of: offering.programme, snapshot), of: people, self, snapshot)
        let worths = try ProjectWorth(of: offering, snapshot)
        return try list.entries.compactMap { entry in
            guard let id = entry.award?.value, entry.needsReview || list.courses != nil else { return nil }
            guard let award = try snapshot.first(Award.one, id, body: Award.columns.read) else { return nil }
            // CRD-3: who taught did not attend.
            guard try !snapshot.exists("SELECT 1 FROM instructor_award WHERE award = ?1", id) else { return nil }
            var reasons = entry.reasons
            let now = worths.worth(of: list.courses?[entry.person.value]).credits
            if list.courses != nil, award.creditsTenths != now.count {
                let then = Tenths(award.creditsTenths)
                reasons.append(
                    Phrase("\(then) credits were awarded, and \(now) are due", "已授 \(then) 学分，现应为 \(now) 学分"))
            }
            guard !reasons.isEmpty else { return nil }
            let difference = AwardDifference(award: award, reasons: reasons)
            let kept = try snapshot.first(
                "SELECT detail FROM credit_entry WHERE award = ?1 AND event = ?2 ORDER BY ordinal DESC LIMIT 1", id,
                CreditEvent.kept.rawValue
            ) { $0.text(0) }
            return kept == difference.detail ? nil : difference
        }
    }

    /// CRD-6: settles differences, each with an outcome of its own: an award is kept for a reason, or reversed for one.
    func settleDifferences(
        _ request: SettleCreditRequest, _ context: WriteContext
    ) throws -> SettleCreditReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: AwardLifecycle.reasonLimit)
        let found = try differences(of: offering, 0...UInt64(Int64.max), transaction)
        let waiting = Dictionary(uniqueKeysWithValues: found.map { ($0.award.id, $0) })
        context.auditDetail = request.keep ? "kept: " : "reversed: "
        var settled: Set<UInt64> = []
        let outcomes = try context.each(request.awards, field: "awards") { id in
            guard let difference = waiting[id], settled.insert(id).inserted else {
                throw Refusal(.wrongState, field: "award", "nothing speaks against it", zh: "该授予没有待处理的差异")
            }
            let award = difference.award
            try context.call.requireAnothers(award.person, transaction)
            if request.keep {
                try enter(
                    .kept, of: id, award.state ?? .effective, reason: reason, detail: difference.detail, context)
            } else {
                try reverse(award, reason: reason, detail: difference.detail, context)
            }
            return ((), "\(reason)")
        }
        return SettleCreditReply(
            outcomes: outcomes.map { outcome in
                switch outcome.result {
                case .done: SettledCredit(award: outcome.id)
                case .refused(let failure): SettledCredit(award: outcome.id, failure: failure)
                }
            }, settled: outcomes.doneCount())
    }

    /// Tells what to know before credit is awarded: terminals that may still hold records of the class, and scans that wait for a
    /// decision.
    func checkAward(_ request: CheckAwardRequest, _ context: ReadContext) throws -> CheckAwardReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try context.call.requireAuthority(over: offering, snapshot)
        let ends = offering.time.ends.milliseconds
        let terminals = try snapshot.all(.terminalsOfBase, offering.base) {
            LateTerminal(terminal: $0.id(0), name: $0.text(1), lastContactMs: $0.integer(2))
        }
        let all = try OfferingAttendance(offering, checkIns.keptAttendance, snapshot)
        return CheckAwardReply(
            terminals: terminals.filter { $0.lastContactMs < ends }, endsMs: ends,
            flagged: UInt32(clamping: all.attendance.totals.flagged))
    }
}
