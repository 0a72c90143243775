import Application
import Causality
import Domain
import Facts
import Messages
import Storage

extension Worklist {
    /// ATT-9a: lists an offering's check-ins that wait for a decision, or those about which somebody has decided.
    func listWork(_ request: ListWorkRequest, _ context: ReadContext) throws -> ListWorkReply {
        if request.base != 0 { return try listUnplaced(request, context) }
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        let all = try OfferingAttendance(offering, checkIns.keptAttendance, context.snapshot)
        let start = try Position(request.cursor)
        let page = listPage(request.limit, by: all.position) { limit in
            var found: [Int] = []
            all.scans.forEach(behind: start) { index in
                let isListed =
                    request.decided
                    ? !all.decisions(about: index).isEmpty : all.attendance.verdicts[index].state == .flagged
                if isListed { found.append(index) }
                return found.count < limit
            }
            return found
        }
        var names = DecisionNames(context.snapshot)
        var reply = ListWorkReply(
            items: try page.elements.map { try item($0, of: all, in: offering, &names, context.snapshot) },
            next: page.next?.bytes ?? [])
        if request.cursor.isEmpty, !request.decided {
            reply.silentDays = try silentDays(of: offering, all, now: context.now, context.snapshot)
        }
        return reply
    }

    /// Returns one check-in with all that is known of it.
    func showWork(_ request: ShowWorkRequest, _ context: ReadContext) throws -> ShowWorkReply {
        let snapshot = context.snapshot
        guard let (batch, row) = try journal.fact(request.log, request.sequence, snapshot) else {
            throw Refusal(.notFound, field: "sequence")
        }
        let dot = Dot(log: batch.logID, sequence: request.sequence)
        let decisions = try StoredDecision.all(about: dot, in: batch.tag, snapshot)
        let decided = StandingDecisions(decisions.map(\.decision)).decidedOffering
        let place = decided ?? batch.facts[row].offering
        try context.call.requireAuthority(
            overAnyOf: journal.holders(
                decided: decided, terminal: batch.terminal, recorded: batch.facts[row].offering, snapshot), snapshot)
        var names = DecisionNames(snapshot)
        let isKnown = try snapshot.exists(.offeringExists, place)
        if batch.facts[row].kind == .checkIn, isKnown {
            let offering = try OfferingRecord(place, snapshot)
            let all = try OfferingAttendance(offering, checkIns.keptAttendance, snapshot)
            if let index = all.scans.index(of: Position(log: batch.log, sequence: request.sequence)) {
                return ShowWorkReply(item: try item(index, of: all, in: offering, &names, snapshot))
            }
        }
        var judgement = Judgement(snapshot)
        let code = try judgement.quarantine(batch, row)
        var times = FactTimes(journal)
        return ShowWorkReply(item: try unplaced(batch, row, code, &times, &names, snapshot))
    }

    private func item(
        _ index: Int, of all: OfferingAttendance, in offering: OfferingRecord, _ names: inout DecisionNames,
        _ snapshot: Snapshot
    ) throws -> WorkItem {
        let decisions = all.decisions(about: index)
        let standing = StandingDecisions(decisions.map(\.decision))
        let origin = all.scans.origins[index]
        return WorkItem(
            scan: try all.shown([index], snapshot).first, offering: standing.decidedOffering ?? offering.id,
            offeringTitle: try standing.decidedOffering.map { try names.offering($0) } ?? offering.title,
            recordedOffering: decisions.first?.offering ?? offering.id,
            terminalName: try names.terminal(origin.terminal),
            decisions: try decisions.map { try names.message($0, standing) }, context: standing.dots.encoded)
    }
}
