import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// ATT-9: what waits for a person's decision.
    static var worklist: Command {
        Command(
            "worklist", Phrase("check-ins that wait for a decision, and the decisions", "待办清单：待核签到及其认定"),
            commands: [list, show, decideItems, undo, history, conflicts, .exportWork])
    }

    private static let offering = Name<OfferingRegister>.positional
    private static let listed = Name<OfferingRegister>.optionalPositional(Phrase("the offering", "期次"))
    private static let base = Name<PlaceRegister>.option(
        "base", Phrase("instead: what its terminals recorded for no offering of it", "改为列出该基地终端记录、但不属于其任何期次的数据"))
    private static let item: Parameter<ItemName> = .argument("ITEM", Phrase("as list names it", "清单所列记录"))
    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "认定理由"))

    private static var list: Command {
        Command(
            "list", Phrase("check-ins that count only after a person decides", "需人工认定后才能计入的签到"), listed,
            base, Paging.limit, Paging.all
        ) { arguments, desk in
            guard (arguments[listed] == nil) != (arguments[base] == nil) else {
                throw CommandFailure(
                    .usage, name: "usage", Phrase("an OFFERING, or --base", "须填写期次编号或 --base，且只填其一"))
            }
            let zone = try arguments[listed].map { try desk.offering(desk.id($0)).timeZone }
            let found = try desk.workItems(
                of: try desk.id(arguments[listed]), base: try desk.id(arguments[base]),
                limit: arguments[Paging.all] ? .max : arguments[Paging.limit])
            var table = workTable(ofBase: arguments[base] != nil)
            for item in found.items { table.add(item, zone: zone) }
            try desk.interaction.show(table)
            for day in found.silentDays { desk.say(day, zone: zone) }
            if let offering = arguments[listed] { try desk.sayConflicts(of: desk.id(offering)) }
            return .ok
        }
    }

    private static var conflicts: Command {
        Command(
            "conflicts", Phrase("people whose marks are in conflict", "成绩存在冲突的人员"), offering, Paging.limit,
            Paging.after,
            Paging.all
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let table = Table(
                .init("person", Phrase("Person", "人员"), .right), .init("number", Phrase("Number", "编号"), .exact),
                .init("name", Phrase("Name", "姓名")), .init("assessment", Phrase("Exam", "考核"), .right),
                .init("marks", Phrase("Marks", "各方成绩")))
            try desk.list(arguments, table, .worklistListConflicts) { after, limit in
                ListConflictsRequest(offering: id, after: after, limit: limit)
            } rows: { (reply: ListConflictsReply, table) in
                for score in reply.scores {
                    let marks = score.siblings.map { "\($0.actorName) \(hundredths(Int($0.valueHundredths)))" }
                    table.add(
                        .init(score.person), .init(score.number), .init(score.name), .init(score.assessment),
                        .init(
                            Phrase(marks.joined(separator: ", "), marks.joined(separator: "、")),
                            json: .array(marks.map(JSON.string))))
                }
                return (reply.scores.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command(
            "show", Phrase("one check-in, with every decision about it", "查看一条签到及其全部认定"), item
        ) { arguments, desk in
            let found = try desk.workItem(arguments[item])
            let zone = try desk.zone(of: found)
            var table = workTable(ofBase: true)
            table.add(found, zone: zone)
            try desk.interaction.show(table)
            try desk.showDecisions([found], zone)
            return .ok
        }
    }

    private static var history: Command {
        Command(
            "history", Phrase("every decision about an offering's check-ins", "某期全部签到认定记录"), offering
        ) { arguments, desk in
            let zone = try desk.offering(try desk.id(arguments[offering])).timeZone
            try desk.showDecisions(try desk.workItems(of: try desk.id(arguments[offering]), decided: true).items, zone)
            return .ok
        }
    }

    private static var decideItems: Command {
        let items: Parameter<ItemNames?> = .option("items", "A,B", Phrase("these", "仅这些记录"))
        let every: Parameter<Bool> = .flag("all", Phrase("all that wait", "全部待认定记录"))
        let code: Parameter<String?> = .option(
            "because", "REASON", Phrase("of all those only these, as JSON names it", "仅此原因的记录（JSON 中的名称）"))
        let counts: Parameter<Bool> = .flag("counts", Phrase("they count", "计入"))
        let time: Parameter<ClockTime?> = .option(
            "counts-at", "DAY HH:MM", Phrase("they count, at this time", "计入，时间为此时刻"))
        let not: Parameter<Bool> = .flag("does-not-count", Phrase("they do not count", "不计入"))
        let person: Parameter<String?> = .option(
            "person", "NUMBER", Phrase("they are this person's, by number or name", "归属此人（学员编号、人员编号或姓名）"))
        let other = Name<OfferingRegister>.option("belongs-to", Phrase("they belong to this offering", "归属此期次"))
        let yes: Parameter<Bool> = .flag("yes", Phrase("without being asked", "不再确认"))
        return Command(
            "decide", Phrase("decide about one or many; asks for what is not given", "认定一条或多条；未给出的内容会询问"),
            offering, items, every, code, counts, time, not, person, other, reason, yes
        ) { arguments, desk in
            let zone = try desk.offering(try desk.id(arguments[offering])).timeZone
            var given: [DecideWorkRequest] = []
            if arguments[counts] { given.append(DecideWorkRequest(ruling: .counts)) }
            if let at = arguments[time] {
                given.append(DecideWorkRequest(ruling: .counts, countsAtMs: at.milliseconds(zone: zone)))
            }
            if arguments[not] { given.append(DecideWorkRequest(ruling: .doesNotCount)) }
            if let number = arguments[person] {
                given.append(
                    DecideWorkRequest(
                        ruling: .isPerson, person: try desk.person(number, on: try desk.id(arguments[offering]))))
            }
            if let other = arguments[other] {
                given.append(DecideWorkRequest(ruling: .belongsToOffering, offering: try desk.id(other)))
            }
            guard given.count == 1, (arguments[items] == nil) == arguments[every] else {
                throw CommandFailure(
                    .usage, name: "usage",
                    Phrase(
                        "one of --counts, --counts-at, --does-not-count, --person and --belongs-to, and one of --items "
                            + "and --all",
                        "--counts、--counts-at、--does-not-count、--person、--belongs-to 须选且只选一个，--items、--all 须选一个"
                    ))
            }
            given[0].reason = arguments[reason]
            let found =
                try arguments[items]?.names.map(desk.workItem)
                ?? desk.workItems(of: try desk.id(arguments[offering])).items.filter { item in
                    arguments[code].map { $0 == item.scan?.code?.name } ?? true
                }
            return try desk.decide(found, given[0], isSure: arguments[yes])
        }
    }

    private static var undo: Command {
        Command(
            "undo", Phrase("take back what was decided about a check-in", "撤销对一条签到的认定"), item, reason
        ) { arguments, desk in
            let found = try desk.workItem(arguments[item])
            let open = Set(found.decisions.filter(\.stands).compactMap { $0.ruling?.undone })
            guard !open.isEmpty else {
                throw CommandFailure(
                    .refused, name: "wrong_state", Phrase("there is no decision to take back", "没有可撤销的认定"))
            }
            var code = ExitCode.ok
            for ruling in Ruling.allCases where open.contains(ruling) {
                let request = DecideWorkRequest(ruling: ruling, reason: arguments[reason])
                let result = try desk.decide([found], request, isSure: true)
                if result != .ok { code = result }
            }
            return code
        }
    }
}

extension Ruling {
    /// The ruling that takes this one back; nil for one that already has.
    fileprivate var undone: Ruling? {
        guard !isOpen else { return nil }
        switch question {
        case .count: return .countOpen
        case .person: return .personOpen
        case .offering: return .offeringOpen
        }
    }
}

extension Desk {
    /// Says how many marks of an offering are in conflict.
    fileprivate func sayConflicts(of offering: UInt64) throws {
        let reply: ListConflictsReply = try call(
            .worklistListConflicts, ListConflictsRequest(offering: offering, limit: 500))
        guard !reply.scores.isEmpty else { return }
        let count = reply.next == 0 ? "\(reply.scores.count)" : "\(reply.scores.count)+"
        interaction.say(
            Phrase(
                "marks in conflict: \(count) (rollcall-admin worklist conflicts \(offering))",
                "成绩冲突 \(count) 项（rollcall-admin worklist conflicts \(offering)）"))
    }

    /// The most check-ins of one call.
    private static let most = 500

    /// The zone of an item's offering; nil, for this machine's, while it belongs to none.
    fileprivate func zone(of item: WorkItem) throws -> String? {
        item.offeringTitle.isEmpty ? nil : try offering(item.offering).timeZone
    }

    /// ATT-10a: says that nothing has come of a day, and when each terminal was last heard of.
    fileprivate func say(_ silent: SilentDay, zone: String?) {
        func contacts(_ never: String, _ separator: String) -> String {
            silent.terminals.map {
                "\($0.name) \($0.lastContactMs == 0 ? never : Shown.text($0.lastContactMs, zone: zone))"
            }.joined(separator: separator)
        }
        let day = Day(silent.day)
        interaction.warn(
            Phrase(
                "\(silent.offering) \(silent.offeringTitle), \(day): nothing has reached the server; terminals: "
                    + contacts("never", ", "),
                "\(silent.offering) \(silent.offeringTitle)，\(day)：服务器未收到任何签到；终端最近联系：" + contacts("从未", "、")))
    }

    fileprivate func showDecisions(_ items: [WorkItem], _ zone: String?) throws {
        var table = Table(
            .init("item", Phrase("Item", "记录"), .exact), .init("number", Phrase("Number", "编号"), .exact),
            .init("at_ms", Phrase("Decided", "认定时间")), .init("actor_name", Phrase("By", "认定人")),
            .init("decision", Phrase("Decision", "认定")), .init("stands", Phrase("Stands", "有效")))
        for item in items {
            for decision in item.decisions {
                table.add(
                    .init(item.scan.map { ItemName($0).argument } ?? ""), .init(item.scan?.number ?? ""),
                    Shown.moment(decision.atMs, zone: zone), .init(decision.actorName),
                    .init(decision.text, json: decision.json), Shown.flag(decision.stands))
            }
        }
        try interaction.show(table)
    }

    /// Decides about check-ins as they were shown, and says what became of each.
    fileprivate func decide(
        _ items: [WorkItem], _ request: DecideWorkRequest, isSure: Bool
    ) throws -> ExitCode {
        guard !items.isEmpty else {
            interaction.say(Phrase("nothing to decide", "没有需要认定的记录"))
            return .ok
        }
        if !isSure {
            let ruling = request.ruling?.phrase ?? Phrase("")
            let question = Phrase("\(items.count): \(ruling.en)?", "\(items.count) 条：\(ruling.zh)，确定吗？")
            guard try interaction.confirm(question, insteadOf: "--yes") else {
                throw CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))
            }
        }
        var table = Table(
            .init("item", Phrase("Item", "记录"), .exact), .init("number", Phrase("Number", "编号"), .exact),
            .init("name", Phrase("Name", "姓名")), .init("error", Phrase("Refused", "未处理原因"), .exact))
        var done = 0
        for start in stride(from: 0, to: items.count, by: Self.most) {
            let part = items[start..<min(start + Self.most, items.count)]
            var request = request
            request.facts = part.map {
                DecidedFact(log: $0.scan?.log ?? [], sequence: $0.scan?.sequence ?? 0, context: $0.context)
            }
            let reply: DecideWorkReply = try call(.worklistDecideWork, request)
            for (item, outcome) in zip(part, reply.outcomes) {
                let scan = item.scan ?? Messages.Scan()
                table.add(
                    .init(ItemName(scan).argument), .init(scan.number), .init(scan.name),
                    outcome.failure.map { .init(Phrase($0.text), json: .string($0.name)) } ?? .empty)
            }
            done += Int(reply.decided)
        }
        try interaction.show(table)
        interaction.say(
            Phrase("\(done) decided, \(items.count - done) refused", "已认定 \(done) 条，未处理 \(items.count - done) 条"))
        if done == items.count { return .ok }
        return done == 0 ? .refused : .incomplete
    }
}
