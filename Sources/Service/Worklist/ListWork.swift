import Application
import Causality
import Domain
import Facts
import Messages
import Storage

extension Worklist {
    /// ATT-9a: lists an offering's check-ins that wait for a decision, or those about which somebody has decided.
    func listWork(_ request: ListWorkRequest, _ context: ReadContext) throws -> ListWorkReply {
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
        var names = WorkNames(context.snapshot)
        return ListWorkReply(
            items: try page.elements.map { try item($0, of: all, in: offering, &names, context.snapshot) },
            next: page.next?.bytes ?? [])
    }

    /// Returns one check-in with all that is known of it.
    func showWork(_ request: ShowWorkRequest, _ context: ReadContext) throws -> ShowWorkReply {
        let snapshot = context.snapshot
        guard let (batch, row) = try journal.fact(request.log, request.sequence, snapshot),
            batch.facts[row].kind == .checkIn
        else { throw Refusal(.notFound, field: "sequence") }
        let dot = Dot(log: batch.logID, sequence: request.sequence)
        let decisions = try StoredDecision.all(about: dot, in: batch.tag, snapshot)
        let standing = StandingDecisions(decisions.map(\.decision))
        let offering = try OfferingRecord(standing.decidedOffering ?? batch.facts[row].offering, snapshot)
        try context.call.requireAuthority(over: offering, snapshot)
        let all = try OfferingAttendance(offering, checkIns.keptAttendance, snapshot)
        guard let index = all.scans.index(of: Position(log: batch.log, sequence: request.sequence)) else {
            throw Refusal(.notFound, field: "sequence")
        }
        var names = WorkNames(snapshot)
        return ShowWorkReply(item: try item(index, of: all, in: offering, &names, snapshot))
    }

    private func item(
        _ index: Int, of all: OfferingAttendance, in offering: OfferingRecord, _ names: inout WorkNames,
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

/// The names of what decisions mention, each looked up once.
struct WorkNames {
    private let snapshot: Snapshot
    private var people: [UInt64: String] = [:]
    private var offerings: [UInt64: String] = [:]
    private var terminals: [UInt64: String] = [:]

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    mutating func person(_ id: UInt64) throws -> String {
        try Self.find(id, &people) { try snapshot.first(.nameOfPerson, id) { $0.text(0) } }
    }

    mutating func offering(_ id: UInt64) throws -> String {
        try Self.find(id, &offerings) {
            try snapshot.first(.titleOfOffering, id) { $0.text(0) }
        }
    }

    mutating func terminal(_ id: UInt64) throws -> String {
        try Self.find(id, &terminals) { try snapshot.first(.nameOfTerminal, id) { $0.text(0) } }
    }

    mutating func message(_ stored: StoredDecision, _ standing: StandingDecisions) throws -> ScanDecision {
        let decision = stored.decision
        var message = ScanDecision(
            log: decision.dot.log.bytes, sequence: decision.dot.sequence, factLog: stored.fact.log.bytes,
            factSequence: stored.fact.sequence, ruling: decision.ruling, reason: stored.reason, actor: stored.actor,
            actorName: try person(stored.actor), atMs: stored.atMs, stands: standing.dots.contains(decision.dot))
        switch decision.ruling {
        case .isPerson: (message.person, message.personName) = (decision.argument, try person(decision.argument))
        case .belongsToOffering:
            (message.offering, message.offeringTitle) = (decision.argument, try offering(decision.argument))
        case .counts: message.countsAtMs = Int64(decision.argument)
        case .doesNotCount, .countOpen, .personOpen, .offeringOpen: break
        }
        return message
    }

    private static func find(
        _ id: UInt64, _ known: inout [UInt64: String], _ look: () throws -> String?
    ) rethrows -> String {
        if id == 0 { return "" }
        if let name = known[id] { return name }
        let name = try look() ?? ""
        known[id] = name
        return name
    }
}
