import Application
import Domain
import Messages
import Storage

extension CheckIns {
    /// ATT-5a, ATT-8: explains somebody's attendance to who has the offering in hand.
    func explain(_ request: ExplainAttendanceRequest, _ context: ReadContext) throws -> ExplainAttendanceReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        return try explain(request.person, in: offering, isOwn: false, context)
    }

    /// The same to a person, of their own.
    func explainOwn(_ request: ExplainAttendanceRequest, _ context: ReadContext) throws -> ExplainAttendanceReply {
        let person = try context.call.person().id
        guard try context.snapshot.exists(.personIsOnRoster, request.offering, person) else {
            throw Refusal(.notFound, field: "offering")
        }
        return try explain(person, in: OfferingRecord(request.offering, context.snapshot), isOwn: true, context)
    }

    private func explain(
        _ person: UInt64, in offering: OfferingRecord, isOwn: Bool, _ context: ReadContext
    ) throws -> ExplainAttendanceReply {
        let snapshot = context.snapshot
        let language = Language(locale: context.call.options.locale)
        let all = try OfferingAttendance(offering, keptAttendance, snapshot)
        guard let known = try all.person(person, snapshot), let row = all.attendance.roster.row(of: person) else {
            throw Refusal(.notOnRoster)
        }
        var names = DecisionNames(snapshot)
        var findings = try all.findings(about: person, offering.demand, isWhole: true, &names, snapshot)
        let presence = all.attendance.presence(row: row)
        let isPresent = presence.result(offering.demand, in: all.attendance.plan) == .present
        if !isPresent, !isOwn { findings += try silent(offering, now: context.now, snapshot) }
        return ExplainAttendanceReply(
            person: person, number: known.number, name: known.name, present: isPresent,
            steps: findings.map { finding in
                AttendanceStep(
                    lacking: finding.isLacking, text: finding.text.text(in: language), atMs: finding.atMs,
                    log: finding.log, sequence: finding.sequence)
            })
    }

    /// The terminals of the base that may still hold scans of the offering.
    private func silent(_ offering: OfferingRecord, now: Int64, _ snapshot: Snapshot) throws -> [AttendanceFinding] {
        let ends = offering.time.ends.milliseconds
        let terminals = try snapshot.all(.terminalsOfBase, offering.base) {
            (name: $0.text(1), lastMs: $0.integer(2))
        }
        return terminals.filter { $0.lastMs < min(ends, now) }.map { terminal in
            let clock =
                terminal.lastMs == 0
                ? Phrase("never", "从未") : Phrase(offering.plan.zone.stamp(Instant(terminal.lastMs)))
            return AttendanceFinding(
                text: Phrase(
                    "terminal \(terminal.name) may hold a scan that would count: last contact \(clock.en)",
                    "终端 \(terminal.name) 可能存有可计入的签到：最近联系 \(clock.zh)"), isLacking: true)
        }
    }
}
