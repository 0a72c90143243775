import Application
import Domain
import Messages
import Storage

extension Reports {
    /// The most offerings that one page looks at, whatever it finds.
    private static let lookedAt = 500
    private static let runsAtOnce = 100

    /// RPT-1: runs of projects, approved and held, each with its project, its people and their credit, and its report.
    func listRuns(_ request: ListRunReportsRequest, _ context: ReadContext) throws -> ListRunReportsReply {
        let snapshot = context.snapshot
        try requireAuthority(over: request, context)
        let size = pageSize(request.limit, atMost: Self.runsAtOnce)
        let entered = try offerings(request, snapshot)
        var within = Within(request.organisation)
        var (reply, looked) = (ListRunReportsReply(), 0)
        for offering in entered {
            guard reply.runs.count < size else { break }
            looked += 1
            guard try within.contains(offering.base, snapshot) || within.contains(offering.owner, snapshot),
                let run = try report(offering.id, request, snapshot, now: context.now)
            else { continue }
            reply.runs.append(run)
        }
        let isLast = looked == entered.count && entered.count < Self.lookedAt
        reply.next = isLast ? 0 : entered[looked - 1].id
        return reply
    }

    private func requireAuthority(over request: ListRunReportsRequest, _ context: ReadContext) throws {
        guard request.project != 0 else {
            return try context.call.requireAuthority(over: request.organisation, context.snapshot)
        }
        guard let project = try projects.project(request.project, context.snapshot) else {
            throw Refusal(.notFound, field: "project")
        }
        try context.call.requireAuthority(over: project.owner, context.snapshot)
    }

    private func offerings(
        _ request: ListRunReportsRequest, _ snapshot: Snapshot
    ) throws -> [(id: UInt64, base: UInt64, owner: UInt64)] {
        if request.project != 0 {
            return try snapshot.all(
                """
                SELECT o.id, o.base, j.owner FROM offering o JOIN project j ON j.id = o.project
                WHERE o.project = ?1 AND o.id > ?2 ORDER BY o.id LIMIT ?3
                """, request.project, request.after, Self.lookedAt
            ) { ($0.id(0), $0.id(1), $0.id(2)) }
        }
        return try snapshot.all(
            """
            SELECT o.id, o.base, j.owner FROM offering o JOIN project j ON j.id = o.project
            WHERE o.id > ?1 ORDER BY o.id LIMIT ?2
            """, request.after, Self.lookedAt
        ) { ($0.id(0), $0.id(1), $0.id(2)) }
    }

    /// Returns nil for an offering that is no run, or that the filters leave out.
    private func report(
        _ id: UInt64, _ request: ListRunReportsRequest, _ snapshot: Snapshot, now: Int64
    ) throws -> RunReport? {
        guard try !snapshot.exists(.offeringIsSkillsExam, id) else { return nil }
        let offering = try OfferingRecord(id, snapshot)
        let run = try projects.run(offering, snapshot, now: now)
        guard run.state != nil, request.state == nil || run.state == request.state,
            request.fromDay == 0 || run.lastDay >= request.fromDay,
            request.untilDay == 0 || run.firstDay <= request.untilDay,
            let project = try projects.project(offering.project, snapshot)
        else { return nil }
        let credit = try snapshot.all(
            "SELECT person, credits_tenths FROM award WHERE offering = ?1 AND state IN (?2, ?3) ORDER BY person", id,
            AwardState.pending.rawValue, AwardState.effective.rawValue
        ) { (person: $0.id(0), tenths: $0.uint32(1)) }
        let days = try programmes.policy(of: offering.programme, snapshot).reportDays
        let due = try days.map { try PostReportTime.due(lastDay: Day(run.lastDay), days: $0).number }
        return RunReport(
            run: run, project: project.id, projectNumber: project.number, projectName: project.name,
            level: project.level, category: project.category, creditsTenths: project.creditsTenths,
            hoursTenths: project.hoursTenths, owner: project.owner,
            ownerName: try snapshot.first(.nameOfOrganisation, project.owner) { $0.text(0) } ?? "",
            modality: offering.modality, people: try snapshot.first(.sizeOfRoster, id) { $0.uint32(0) } ?? 0,
            awarded: UInt32(clamping: Set(credit.map(\.person)).count),
            awardedTenths: credit.reduce(0) { $0 &+ $1.tenths }, reportDueDay: due ?? 0,
            report: days == nil ? nil : try projects.stateOfReport(of: id, snapshot))
    }
}

/// Whether organisations are one, or lie in it; each is looked up once.
private struct Within {
    /// 0 for the whole platform.
    private let organisation: UInt64
    private var known: [UInt64: Bool] = [:]

    init(_ organisation: UInt64) { self.organisation = organisation }

    mutating func contains(_ one: UInt64, _ snapshot: Snapshot) throws -> Bool {
        if organisation == 0 || organisation == one { return true }
        if let known = known[one] { return known }
        let isWithin = try lies(one, in: organisation, snapshot)
        known[one] = isWithin
        return isWithin
    }
}
