import ClientKit
import Console
import Messages

extension Command {
    /// REC-1, REC-2, REC-3: intake rounds.
    static var rounds: Command {
        Command(
            "rounds", Phrase("intake rounds: batches, windows, levels", "招录批次：志愿、时间、审核级别"),
            commands: [.addRound, .setRound, open, close, remove, list, show])
    }

    private static let id = Name<RoundRegister>.positional

    private static var open: Command {
        Command("open", Phrase("let people enrol in its window", "开放招录批次"), id) { arguments, desk in
            let reply: RoundReply = try desk.call(
                .recruitmentOpenRound, OpenRoundRequest(round: try desk.id(arguments[id])))
            return try desk.show(reply)
        }
    }

    private static var close: Command {
        Command("close", Phrase("end enrolment, review and admission for good", "结束招录批次，不可恢复"), id, Asking.yes) {
            arguments, desk in
            let name = arguments[id].argument
            try desk.confirm(
                arguments, Phrase("Close the round \(name) for good?", "确定结束招录批次“\(name)”吗？结束后不能恢复。"))
            let reply: RoundReply = try desk.call(
                .recruitmentCloseRound, CloseRoundRequest(round: try desk.id(arguments[id])))
            return try desk.show(reply)
        }
    }

    private static var remove: Command {
        Command("remove", Phrase("remove a draft with its quotas", "删除草稿批次及其名额"), id, Asking.yes) {
            arguments, desk in
            try desk.confirmRemoval(arguments, of: arguments[id].argument)
            let _: RemoveRoundReply = try desk.call(
                .recruitmentRemoveRound, RemoveRoundRequest(round: try desk.id(arguments[id])))
            desk.interaction.say(Phrase("removed", "已删除"))
            return .ok
        }
    }

    private static var list: Command {
        let cohort = Name<CohortRegister>.option("cohort", Phrase("of this cohort", "仅此界别"))
        let state: Parameter<Choice<RoundState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "list", Phrase("list rounds", "招录批次列表"), cohort, state, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .rounds, .recruitmentListRounds) { after, limit in
                ListRoundsRequest(
                    after: after, limit: limit, cohort: try desk.id(arguments[cohort]),
                    state: arguments[state]?.value)
            } rows: { (reply: ListRoundsReply, table) in
                for round in reply.rounds { table.add(round) }
                return (reply.rounds.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("windows, levels and batches of a round", "查看时间、级别与志愿设置"), id) { arguments, desk in
            let reply: RoundReply = try desk.call(
                .recruitmentGetRound, GetRoundRequest(round: try desk.id(arguments[id])))
            guard let round = reply.round else { throw ClientError.badReply(.recruitmentGetRound).commandFailure }
            var windows = Table(
                .init("what", Phrase("Window", "时间设置")), .init("level", Phrase("Level", "级别")),
                .init("from_ms", Phrase("From", "开始")), .init("to_ms", Phrase("To", "截止")))
            windows.add(Phrase("enrolment", "报名"), nil, round.enrolment, round)
            for level in round.levels { windows.add(Phrase("review", "审核"), level.level, level.window, round) }
            windows.add(Phrase("admission", "录取"), nil, round.admission, round)
            var batches = Table(
                .init("batch", Phrase("Batch", "志愿批次"), .right), .init("name", Phrase("Name", "名称")),
                .init("preferences", Phrase("Preferences", "可报志愿数"), .right),
                .init("person_types", Phrase("Person types", "人员类型")),
                .init("base_categories", Phrase("Base categories", "基地类别")))
            let types = try desk.entries(.personType)
            let categories = try desk.entries(.baseCategory)
            for (index, batch) in round.batches.enumerated() {
                batches.add(
                    .init(index + 1), .init(batch.name), .init(batch.preferences),
                    .init(batch.personTypes, of: types), .init(batch.baseCategories, of: categories))
            }
            _ = try desk.show(reply)
            try desk.interaction.show(windows)
            try desk.interaction.show(batches)
            return .ok
        }
    }
}

extension Desk {
    func show(_ reply: RoundReply) throws -> ExitCode {
        var table = Table.rounds
        if let round = reply.round { table.add(round) }
        try interaction.show(table)
        return .ok
    }
}

extension Table {
    fileprivate mutating func add(_ what: Phrase, _ level: ReviewLevel?, _ window: RoundWindow?, _ round: IntakeRound) {
        add(
            .init(what, json: .string(what.en)), level.map { Cell($0) } ?? .empty,
            Shown.planned(window?.fromMs ?? 0, zone: round.timeZone),
            Shown.planned(window?.toMs ?? 0, zone: round.timeZone))
    }
}

extension Table.Cell {
    fileprivate init(_ ids: [UInt64], of entries: [CatalogueEntry]) {
        let names = ids.map { id in entries.first { $0.id == id }?.name ?? String(id) }
        self.init(
            Phrase(names.joined(separator: ", "), names.joined(separator: "、")), json: .array(ids.map { JSON($0) }))
    }
}
