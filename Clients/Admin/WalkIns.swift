import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// ATT-6: people who came without being on a roster.
    static var walkIns: Command {
        Command(
            "walk-ins", Phrase("people who came without being on the roster", "现场登记人员"),
            commands: [list, show, decideWalkIns])
    }

    private static let offering = Name<OfferingRegister>.positional

    private static var list: Command {
        let state: Parameter<Choice<WalkInState>?> = .option("state", "STATE", Phrase("only in this state", "仅此状态"))
        return Command(
            "list", Phrase("who they say they are, and what is doubtful", "登记内容与存疑之处"), offering, state, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            try desk.list(arguments, .walkIns, .attendanceListWalkIns) { after, limit in
                ListWalkInsRequest(offering: id, state: arguments[state]?.value, after: after, limit: limit)
            } rows: { (reply: ListWalkInsReply, table) in
                for walkIn in reply.walkIns { table.add(walkIn) }
                return (reply.walkIns.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        let id: Parameter<UInt64> = .argument("WALK-IN", Phrase("its id", "登记编号"))
        return Command(
            "show", Phrase("one, with who it was found to be, and what was decided", "查看一条登记及认定结果"), offering, id
        ) { arguments, desk in
            let reply: ListWalkInsReply = try desk.call(
                .attendanceListWalkIns,
                ListWalkInsRequest(offering: try desk.id(arguments[offering]), after: arguments[id] &- 1, limit: 1))
            guard let found = reply.walkIns.first, found.id == arguments[id] else {
                throw CommandFailure(
                    .refused, name: "not_found",
                    Phrase("there is no walk-in \(arguments[id])", "没有现场登记 \(arguments[id])"),
                    next: Phrase("attendance walk-ins list \(arguments[offering].argument)"))
            }
            var table = Table.walkIns
            table.add(found)
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var decideWalkIns: Command {
        let ids: Parameter<[UInt64]> = .arguments("WALK-IN", Phrase("their ids", "登记编号，可多个"))
        let ruling: Parameter<Choice<WalkInRuling>> = .required(
            "as", "RULING", Phrase("confirm, is-known or reject", "确认、系已登记人员或不予认可"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "理由"))
        return Command(
            "decide", Phrase("decide about those that are flagged, or reject one", "核实存疑登记，或不予认可"), offering, ids,
            ruling,
            reason
        ) { arguments, desk in
            let reply: DecideWalkInsReply = try desk.call(
                .attendanceDecideWalkIns,
                DecideWalkInsRequest(
                    offering: try desk.id(arguments[offering]), walkIns: arguments[ids],
                    ruling: arguments[ruling].value,
                    reason: arguments[reason]))
            var table = Table.walkIns
            for outcome in reply.outcomes {
                if let walkIn = outcome.walkIn { table.add(walkIn) }
                if let failure = outcome.failure {
                    desk.interaction.warn(Phrase("\(outcome.id): \(failure.text)", "\(outcome.id)：\(failure.text)"))
                }
            }
            try desk.interaction.show(table)
            return ExitCode(refused: reply.outcomes.count { $0.failure != nil }, of: reply.outcomes.count)
        }
    }
}

extension Table {
    fileprivate static var walkIns: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("number", Phrase("Number", "登记号"), .exact),
            .init("person", Phrase("Person", "人员"), .right), .init("state", Phrase("State", "状态")),
            .init("name", Phrase("Name", "姓名")), .init("id_number", Phrase("ID number", "身份证号"), .exact),
            .init("phone", Phrase("Phone", "手机号"), .exact), .init("title", Phrase("Title", "职称")),
            .init("unit", Phrase("Unit", "单位")), .init("known_person", Phrase("Known", "已登记人员"), .unshown),
            .init("known_name", Phrase("Known as", "已登记姓名")),
            .init("one_device", Phrase("One device or network", "同一设备或网络")),
            .init("terminal", Phrase("Terminal", "终端"), .unshown), .init("at_ms", Phrase("Time", "时间")),
            .init("reason", Phrase("Reason", "理由"), .exact))
    }

    fileprivate mutating func add(_ walkIn: WalkIn) {
        add(
            .init(walkIn.id), .init(walkIn.number), .init(walkIn.person), .init(walkIn.state), .init(walkIn.name),
            .init(walkIn.idNumber), .init(walkIn.phone), .init(walkIn.title), .init(walkIn.unit),
            .init(walkIn.knownPerson), .init(walkIn.knownName), Shown.flag(walkIn.oneDevice), .init(walkIn.terminal),
            Shown.moment(walkIn.atMs), .init(walkIn.reason))
    }
}
