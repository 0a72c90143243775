import Messages

@testable import Service

/// The work list of an offering, as its administrator uses it.
extension World {
    func scans(_ offering: UInt64? = nil, as name: String = "keeper") throws -> ListScansReply {
        try client(name).call(.attendanceListScans, ListScansRequest(offering: offering ?? self.offering))
    }

    func work(_ offering: UInt64? = nil, decided: Bool = false, as name: String = "keeper") throws -> [WorkItem] {
        var items: [WorkItem] = []
        var cursor: [UInt8] = []
        repeat {
            let reply: ListWorkReply = try client(name).call(
                .worklistListWork,
                ListWorkRequest(offering: offering ?? self.offering, decided: decided, cursor: cursor, limit: 2))
            items += reply.items
            cursor = reply.next
        } while !cursor.isEmpty
        return items
    }

    func shown(_ scan: Messages.Scan, as name: String = "admin") throws -> WorkItem {
        let reply: ShowWorkReply = try client(name).call(
            .worklistShowWork, ShowWorkRequest(log: scan.log, sequence: scan.sequence))
        guard let item = reply.item else { throw Missing(what: "the item") }
        return item
    }

    /// Decides about these check-ins, having seen the decisions that stand.
    /// - Parameter blind: has seen none.
    @discardableResult
    func decide(
        _ scans: [Messages.Scan], _ ruling: Ruling, person: UInt64 = 0, offering: UInt64 = 0, at ms: Int64 = 0,
        blind: Bool = false, as name: String = "keeper"
    ) throws -> DecideWorkReply {
        let facts = try scans.map { scan in
            DecidedFact(log: scan.log, sequence: scan.sequence, context: blind ? [] : try shown(scan).context)
        }
        return try client(name).call(
            .worklistDecideWork,
            DecideWorkRequest(
                facts: facts, ruling: ruling, person: person, offering: offering, countsAtMs: ms, reason: "当面核实"))
    }
}
