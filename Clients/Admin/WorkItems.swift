import ClientKit
import Console
import Messages

/// The short name of a check-in, `3fa2b1c0-12`: the first bytes of its log and its sequence there.
struct ItemName: ArgumentValue {
    let log: [UInt8]
    let sequence: UInt64

    init?(argument: String) {
        let parts = argument.split(separator: "-")
        guard parts.count == 2, let log = bytes(hex: String(parts[0])), (4...16).contains(log.count),
            let sequence = UInt64(parts[1])
        else { return nil }
        self.log = log
        self.sequence = sequence
    }

    init(_ scan: Messages.Scan) {
        log = Array(scan.log.prefix(4))
        sequence = scan.sequence
    }

    static var expectation: Phrase {
        Phrase("a check-in as lists name it (3fa2b1c0-12)", "清单所列的签到记录（3fa2b1c0-12）")
    }
    var argument: String { "\(hex(log))-\(sequence)" }
}

/// `3fa2b1c0-12,3fa2b1c0-13`
struct ItemNames: ArgumentValue {
    let names: [ItemName]

    init?(argument: String) {
        let names = argument.split(whereSeparator: { ",， ".contains($0) }).map { ItemName(argument: String($0)) }
        guard !names.isEmpty, !names.contains(where: { $0 == nil }) else { return nil }
        self.names = names.compactMap { $0 }
    }
    static var expectation: Phrase {
        Phrase("check-ins as lists name them (3fa2b1c0-12,…)", "清单所列的签到记录（3fa2b1c0-12,…）")
    }
    var argument: String { names.map(\.argument).joined(separator: ",") }
}

/// - Parameter ofBase: whether the check-ins are of several offerings, which are named.
func workTable(ofBase: Bool) -> Table {
    Table(
        .init("item", Phrase("Item", "记录"), .exact), .init("at_ms", Phrase("Time", "时间")),
        .init("number", Phrase("Number", "编号"), .exact), .init("name", Phrase("Name", "姓名")),
        .init("state", Phrase("State", "状态")), .init("note", Phrase("Because", "原因")),
        .init("terminal_name", Phrase("Terminal", "终端")),
        .init("offering_title", Phrase("Offering", "期次"), ofBase ? .left : .unshown),
        .init("decisions", Phrase("Decided", "认定")), .init("offering", Phrase("Offering", "期次"), .unshown))
}

extension Table {
    mutating func add(_ item: WorkItem, zone: String?) {
        let scan = item.scan ?? Messages.Scan()
        let standing = item.decisions.filter(\.stands)
        add(
            .init(ItemName(scan).argument), Shown.moment(scan.atMs, zone: zone), .init(scan.number), .init(scan.name),
            .init(scan.state),
            (item.quarantine ?? scan.code).map { .init($0.rule.text, json: .string($0.name)) } ?? .empty,
            .init(item.terminalName),
            .init(item.offeringTitle.isEmpty && item.offering != 0 ? String(item.offering) : item.offeringTitle),
            .init(
                Phrase(standing.map(\.text.en).joined(separator: "; "), standing.map(\.text.zh).joined(separator: "；")),
                json: .array(item.decisions.map(\.json))), .init(item.offering))
    }
}

extension Desk {
    func workItem(_ name: ItemName) throws -> WorkItem {
        let reply: ShowWorkReply = try call(
            .worklistShowWork, ShowWorkRequest(log: name.log, sequence: name.sequence))
        guard let item = reply.item else { throw ClientError.badReply(.worklistShowWork).commandFailure }
        return item
    }

    /// Reads a list, of an offering what waits or what was decided, or of a base what no offering shows.
    func workItems(
        of offering: UInt64, base: UInt64 = 0, decided: Bool = false, limit: UInt32 = .max
    ) throws -> (items: [WorkItem], silentDays: [SilentDay]) {
        var items: [WorkItem] = []
        var days: [SilentDay] = []
        var cursor: [UInt8] = []
        repeat {
            let reply: ListWorkReply = try call(
                .worklistListWork,
                ListWorkRequest(
                    offering: offering, decided: decided, cursor: cursor,
                    limit: min(limit - UInt32(items.count), 500), base: base))
            items += reply.items
            days += reply.silentDays
            cursor = reply.next
        } while !cursor.isEmpty && items.count < limit
        return (items, days)
    }
}
