import Application
import Causality
import Domain
import Facts
import Journal
import Messages
import Storage

/// The decision of a request, the same about every check-in it names.
private struct Order: Sendable {
    let ruling: Ruling
    let argument: UInt64
    let reason: String

    init(_ request: DecideWorkRequest) throws {
        guard let ruling = request.ruling else { throw Refusal(.invalid, field: "ruling") }
        self.ruling = ruling
        reason = try checkedTitle(request.reason, field: "reason", limit: Decision.reasonLimit)
        switch ruling {
        case .counts:
            guard let ms = UInt64(exactly: request.countsAtMs), ms < FactLimits.integer else {
                throw Refusal(.invalid, field: "counts_at_ms")
            }
            argument = ms
        case .isPerson:
            guard (1..<FactLimits.integer).contains(request.person) else { throw Refusal(.invalid, field: "person") }
            argument = request.person
        case .belongsToOffering:
            guard (1..<FactLimits.integer).contains(request.offering) else {
                throw Refusal(.invalid, field: "offering")
            }
            argument = request.offering
        case .doesNotCount, .countOpen, .personOpen, .offeringOpen: argument = 0
        }
    }
}

extension Worklist {
    /// The most check-ins of one request. Each costs a reader its batch, and the writer some ten looks into indexes.
    private static let mostFacts = 500

    /// ATT-9b: decides about many check-ins, each with an outcome of its own. A reader finds them; whether the caller may
    /// decide, and what a decision replaces, is seen where it is written.
    func decideWork(_ request: DecideWorkRequest, _ context: ReadContext) throws -> Checked<DecideWorkReply> {
        let order = try Order(request)
        guard (1...Self.mostFacts).contains(request.facts.count) else {
            throw Refusal(
                .invalid, field: "facts", Phrase("1 to \(Self.mostFacts)", "一次 1 至 \(Self.mostFacts) 条"))
        }
        var found: [Result<RecordedScan, Refusal>] = []
        var judgement = Judgement(context.snapshot)
        var times = FactTimes(journal)
        for name in request.facts {
            do {
                found.append(.success(try RecordedScan(name, journal, &judgement, &times, context.snapshot)))
            } catch let refusal as Refusal {
                found.append(.failure(refusal))
            }
        }
        return .commit { [self, found] context in try decide(order, request.facts, found, context) }
    }

    private func decide(
        _ order: Order, _ names: [DecidedFact], _ found: [Result<RecordedScan, Refusal>], _ context: WriteContext
    ) throws -> DecideWorkReply {
        context.auditDetail = "\(order.ruling) \(order.argument), \(order.reason): "
        var changes = QuarantineChanges()
        let outcomes = try context.each(names.indices.map { UInt64($0) }, field: "facts") { index in
            let scan = try found[Int(index)].get()
            try decide(order, scan, seen: names[Int(index)].context, &changes, context)
            return ((), "offering \(scan.offering) \(scan.dot)")
        }
        try changes.publish(context)
        return DecideWorkReply(
            outcomes: zip(names, outcomes).map { name, outcome in
                var shown = WorkOutcome(log: name.log, sequence: name.sequence)
                if case .refused(let failure) = outcome.result { shown.failure = failure }
                return shown
            }, decided: outcomes.doneCount())
    }

    private func decide(
        _ order: Order, _ scan: RecordedScan, seen: [UInt8], _ changes: inout QuarantineChanges,
        _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let actor = try context.call.person().id
        let known = try StoredDecision.all(about: scan.dot, in: scan.tag, transaction)
        let standing = StandingDecisions(known.map(\.decision))
        let place = standing.decidedOffering ?? scan.offering
        try context.call.requireAuthority(
            overAnyOf: journal.holders(
                decided: standing.decidedOffering, terminal: scan.terminal, recorded: scan.offering, transaction),
            transaction)
        try check(order, scan, in: place, context)
        let named = order.ruling == .isPerson ? order.argument : 0
        let scanned = try scan.person(in: place, transaction)
        if order.ruling == .counts, scanned == 0, standing.decidedPerson == nil {
            throw Refusal(
                .notOnRoster, field: "ruling",
                "nobody on the roster has this number: add them to the roster, or decide whose check-in it is",
                zh: "名单中没有该编号：请先补充名单，或认定签到人员")
        }
        for person in [scanned, standing.decidedPerson ?? 0, named] where person != 0 {
            try context.call.requireAnothers(person, transaction)
        }
        // Whoever has decided before knows it. A decision of another that this person has not seen stands beside this one.
        let shown = Set(try [Dot](encoded: seen))
        guard shown.isSubset(of: known.lazy.map(\.decision.dot)) else {
            throw Refusal(.staleContext, field: "context")
        }
        let replaced = known.filter {
            standing.dots.contains($0.decision.dot) && $0.decision.ruling.question == order.ruling.question
                && ($0.actor == actor || shown.contains($0.decision.dot))
        }.map(\.decision.dot)
        guard !order.ruling.isOpen || !replaced.isEmpty else {
            throw Refusal(
                .wrongState, field: "ruling", Phrase("there is no decision to take back", "没有可撤销的认定"))
        }
        let log = try journal.serverLog(transaction)
        let references =
            try [reference(.saw, scan.dot, log, transaction)]
            + replaced.prefix(FactLimits.referencesPerFact - 1).map { try reference(.replaces, $0, log, transaction) }
        journal.record(
            Fact(
                kind: .decision, subject: scan.subject, offering: scan.offering, actor: actor, method: .staff,
                references: references, value: UInt64(order.ruling.rawValue),
                extensions: DecisionContent(argument: order.argument, reason: order.reason).bytes), context)
        let decision = Decision(
            dot: Dot(log: log.id, sequence: .max), ruling: order.ruling, argument: order.argument, replaces: replaced)
        let after = StandingDecisions(known.map(\.decision) + [decision])
        changes.note(scan, from: standing.quarantine(scan.quarantine), to: after.quarantine(scan.quarantine))
    }

    /// Throws unless the ruling makes sense for this check-in, and the caller has authority over what it names.
    private func check(
        _ order: Order, _ scan: RecordedScan, in place: UInt64, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        switch order.ruling {
        case .counts:
            try checkTime(Int64(order.argument), of: scan, in: OfferingRecord(place, transaction), now: context.now)
        case .isPerson:
            guard try transaction.exists(.personIsOnRoster, place, order.argument) else {
                throw Refusal(.notOnRoster, field: "person")
            }
        case .belongsToOffering:
            let other = try OfferingRecord(order.argument, transaction)
            try context.call.requireAuthority(over: other, transaction)
        case .offeringOpen:
            try context.call.requireAuthority(
                overAnyOf: journal.holders(
                    decided: nil, terminal: scan.terminal, recorded: scan.offering, transaction), transaction)
        case .doesNotCount, .countOpen, .personOpen: break
        }
    }

    /// - Parameter ms: when the check-in was made by the person who decides; 0 for what is known of it.
    private func checkTime(_ ms: Int64, of scan: RecordedScan, in offering: OfferingRecord, now: Int64) throws {
        guard ms != 0 else {
            let plan = offering.plan
            // ATT-4b: it would be decided, and still not count.
            guard
                scan.interval.earliestMs != scan.interval.latestMs
                    || plan.isActivityDate(at: Instant(scan.interval.earliestMs))
            else {
                throw Refusal(
                    .outsideActivityDates, field: "ruling",
                    "it was made outside the activity dates: say when it was made, if the clock was wrong",
                    zh: "该记录不在举办周期内；如系时钟有误，请指明实际签到时刻")
            }
            return
        }
        // A clock that is not ours may be wrong by any time: a person settles it.
        let known = scan.isAsserted ? .min...now : scan.interval.earliestMs...scan.interval.latestMs
        guard known.contains(ms) else {
            throw Refusal(
                .invalid, field: "counts_at_ms",
                Phrase("it was not made then, as far as is known", "已知的时间范围不包含该时刻"))
        }
        guard offering.plan.isActivityDate(at: Instant(ms)) else {
            throw Refusal(
                .outsideActivityDates, field: "counts_at_ms", "that is on no activity date", zh: "该时刻不在举办周期内")
        }
    }

    private func reference(
        _ role: ReferenceRole, _ dot: Dot, _ log: JournalStore.StoredLog, _ snapshot: Snapshot
    ) throws -> FactReference {
        if dot.log == log.id { return FactReference(role, dot.sequence) }
        guard let (batch, _) = try journal.fact(dot.log.bytes, dot.sequence, snapshot) else {
            throw Damage("fact \(dot) is named by a decision, and missing")
        }
        return FactReference(role, dot.sequence, in: .other(dot.log, batch.tag))
    }
}
