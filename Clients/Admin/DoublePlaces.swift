import ClientKit
import Console
import Messages

extension Command {
    /// BKG-2b: people with two paid places of one programme.
    static var doublePlaces: Command {
        Command(
            "double-places", Phrase("people with two paid places of one programme", "同一项目体系下有两份已缴费名额的人员"),
            commands: [list, keep, undo])
    }

    private static let place: Parameter<UInt64> = .argument("ID", Phrase("as listed", "列表中的编号"))
    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))

    private static var list: Command {
        let state: Parameter<Choice<DoublePlaceState>?> = .option(
            "state", "STATE", Phrase("in this state; else those that wait", "仅此状态；默认待处理"))
        return Command(
            "list",
            Phrase(
                "the oldest first; refund an order or take back a unit payment to end one", "最早的在前；退款或撤回单位缴费后自动结束"),
            state, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .doublePlaces, .bookingsListDoublePlaces) { after, limit in
                ListDoublePlacesRequest(state: arguments[state]?.value, after: after, limit: limit)
            } rows: { (reply: ListDoublePlacesReply, table) in
                for place in reply.places { table.add(place) }
                return (reply.places.count, reply.next)
            }
            return .ok
        }
    }

    private static var keep: Command {
        Command("keep", Phrase("leave both to their person", "两份均保留"), place, reason) { arguments, desk in
            try desk.decide(KeepDoublePlaceRequest(place: arguments[place], reason: arguments[reason]))
        }
    }

    private static var undo: Command {
        Command("undo", Phrase("let one that was kept wait again", "撤销“保留”，重新待处理"), place, reason) {
            arguments, desk in
            try desk.decide(KeepDoublePlaceRequest(place: arguments[place], reason: arguments[reason], undo: true))
        }
    }
}

extension Desk {
    fileprivate func decide(_ request: KeepDoublePlaceRequest) throws -> ExitCode {
        let reply: DoublePlaceReply = try call(.bookingsKeepDoublePlace, request)
        var table = Table.doublePlaces
        if let place = reply.place { table.add(place) }
        try interaction.show(table)
        return .ok
    }
}

extension Table {
    fileprivate static var doublePlaces: Table {
        Table(
            Column("id", Phrase("Id", "编号"), .right), Column("person_name", Phrase("Name", "姓名")),
            Column("programme_name", Phrase("Programme", "项目体系")),
            Column("earlier", Phrase("Earlier place", "较早名额")), Column("later", Phrase("Later place", "较晚名额")),
            Column("state", Phrase("State", "状态")), Column("reason", Phrase("Reason", "原因")),
            Column("decided_by", Phrase("Decided by", "处理人")), Column("person", Phrase("Person", "人员"), .unshown))
    }

    fileprivate mutating func add(_ place: DoublePlace) {
        add(
            Cell(place.id), Cell(place.personName), Cell(place.earlier?.programmeName ?? ""),
            Self.source(place.earlier), Self.source(place.later), Cell(place.state), Cell(place.reason),
            Cell(place.decidedBy), Cell(place.person))
    }

    /// The payment that made a place, which is what a person acts upon, and the place's state.
    private static func source(_ entitlement: Entitlement?) -> Cell {
        guard let entitlement, let source = entitlement.source, let state = entitlement.state else { return .empty }
        return Cell(
            Phrase(
                "\(source.phrase.en) \(entitlement.sourceId), \(state.phrase.en)",
                "\(source.phrase.zh) \(entitlement.sourceId)，\(state.phrase.zh)"),
            json: JSON(entitlement.sourceId))
    }
}
