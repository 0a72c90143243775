import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// CRD-1, CRD-2: eligibility and awards.
    static var credit: Command {
        Command(
            "credit", Phrase("award credit", "学分授予"),
            commands: [
                eligible, remind, award, instructorCredit, enterCredit, explainCredit, creditDifferences, settleCredit,
                reverse, list, .unitCredit,
                export,
            ])
    }

    private static let offering = Name<OfferingRegister>.positional

    private static var eligible: Command {
        Command(
            "eligible", Phrase("who may get credit, and why others may not", "可授予名单及不可授予原因"), offering,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            var first: ListEligibleReply?
            try desk.list(arguments, eligibleTable, .creditsListEligible) { after, limit in
                ListEligibleRequest(offering: try desk.id(arguments[offering]), after: after, limit: limit)
            } rows: { (reply: ListEligibleReply, table) in
                first = first ?? reply
                for person in reply.people { table.add(person) }
                return (reply.people.count, reply.next)
            }
            guard let first else { return .ok }
            // The first page of the list has the totals.
            if arguments[Paging.after] == 0 {
                desk.interaction.say(
                    Phrase(
                        "eligible \(first.eligible), not \(first.notEligible), awarded already \(first.awarded)",
                        "可授予 \(first.eligible) 人，不可授予 \(first.notEligible) 人，已授予 \(first.awarded) 人"))
            }
            if !first.gatesOff.isEmpty {
                let gates = first.gatesOff.joined(separator: ", ")
                desk.interaction.warn(Phrase("not checked here: \(gates)", "以下条件未检查：\(gates)"))
            }
            return .ok
        }
    }

    private static var remind: Command {
        Command(
            "remind", Phrase("tell those who lack the exam or the evaluation", "提醒未参加考试或未评价的学员"), offering
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            var (sum, after) = (RemindReply(), UInt64(0))
            repeat {
                let reply: RemindReply = try desk.call(
                    .creditsRemind, RemindRequest(offering: id, after: after, limit: 500))
                sum.reminded += reply.reminded
                sum.already += reply.already
                sum.complete += reply.complete
                after = reply.next
            } while after != 0
            try desk.interaction.show(
                ["reminded": JSON(sum.reminded), "already": JSON(sum.already), "complete": JSON(sum.complete)],
                text: desk.interaction.text(
                    Phrase(
                        "reminded \(sum.reminded), already today \(sum.already), nothing to remind of \(sum.complete)",
                        "已提醒 \(sum.reminded) 人，今日已提醒过 \(sum.already) 人，无需提醒 \(sum.complete) 人")))
            return .ok
        }
    }

    private static var award: Command {
        let numbers: Parameter<[String]> = .options(
            "number", "NUMBER",
            Phrase("only this participant, by number or name; else everybody eligible", "仅此学员（编号或姓名），默认全部可授予者"))
        let day: Parameter<Day?> = .option(
            "day", "DAY", Phrase("the day it counts from; else the last activity date", "计入日期，默认最后举办日"))
        let exclusions: Parameter<[SwitchSpec]> = .options(
            "exclude", "NUMBER=REASON",
            Phrase("leave somebody out until they are named, and why", "排除某人（至再次指定为止），须写明原因"))
        let page: Parameter<UInt32?> = .option(
            "page", "ROWS", Phrase("a page of the list of credit eligible", "仅名单的一页，每页人数"))
        let after: Parameter<UInt64> = .option(
            "after", "PERSON", Phrase("the page behind this person", "从该人员之后开始"), default: 0)
        return Command(
            "award",
            Phrase("award credit to everybody eligible, to a page of them, or to those named", "授予学分：全部、一页或指定人员"),
            offering, numbers, day, exclusions, page, after
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            try desk.warnBeforeAward(id)
            let people = try desk.people(
                of: id, numbers: arguments[numbers] + arguments[exclusions].map(\.name))
            var chosen = arguments[numbers].compactMap { people[$0] }
            if let size = arguments[page] {
                chosen += try desk.eligible(in: id, after: arguments[after], limit: size)
                if chosen.isEmpty {
                    throw CommandFailure(
                        .refused, name: "nothing_to_do", Phrase("nobody of this page is eligible", "本页没有可授予人员"))
                }
            }
            let reply: AwardCreditReply = try desk.call(
                .creditsAwardCredit,
                AwardCreditRequest(
                    offering: id, people: chosen,
                    activityDay: arguments[day]?.number ?? 0,
                    exclusions: arguments[exclusions].map { Exclusion(person: people[$0.name] ?? 0, reason: $0.value) })
            )
            if desk.interaction.isJSON {
                let json: JSON = [
                    "awarded": JSON(reply.awarded), "already": JSON(reply.already), "excluded": JSON(reply.excluded),
                    "refused": .array(reply.refused.map(\.json)), "not_eligible": JSON(reply.notEligible),
                ]
                try desk.interaction.data(json.text)
            } else {
                try desk.interaction.data(
                    desk.interaction.text(
                        Phrase(
                            "awarded \(reply.awarded), already \(reply.already), excluded \(reply.excluded), "
                                + "not eligible \(reply.notEligible)",
                            "授予 \(reply.awarded) 人，此前已授予 \(reply.already) 人，排除 \(reply.excluded) 人，"
                                + "不符合 \(reply.notEligible) 人")))
                if !reply.refused.isEmpty {
                    var table = eligibleTable
                    for person in reply.refused { table.add(person) }
                    try desk.interaction.show(table)
                }
            }
            return reply.refused.isEmpty ? .ok : .incomplete
        }
    }

    private static var reverse: Command {
        let award: Parameter<UInt64> = .argument("AWARD", Phrase("its id", "授予编号"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("reverse", Phrase("take credit back", "撤销学分"), award, reason, Asking.yes) { arguments, desk in
            let id = arguments[award]
            try desk.confirm(
                arguments,
                Phrase("Take award \(id) back, and revoke its certificate?", "确定撤销学分 \(id) 并作废其证书吗？"))
            let reply: ReverseAwardReply = try desk.call(
                .creditsReverseAward, ReverseAwardRequest(award: arguments[award], reason: arguments[reason]))
            var table = Table.awards
            if let award = reply.award { table.add(award) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        Command(
            "list", Phrase("credit awarded in an offering", "已授予学分"), offering, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .awards, .creditsListAwards) { after, limit in
                ListAwardsRequest(offering: try desk.id(arguments[offering]), after: after, limit: limit)
            } rows: { (reply: ListAwardsReply, table) in
                for award in reply.awards { table.add(award) }
                return (reply.awards.count, reply.next)
            }
            return .ok
        }
    }

    private static var export: Command {
        let kind: Parameter<Choice<ExportKind>> = .argument("KIND", Phrase("which list", "导出内容"))
        let out: Parameter<String> = .required(
            "out", "FILE", Phrase("an .xlsx or CSV that only you can read", "写入仅本人可读的 .xlsx 或 CSV 文件"))
        return Command("export", Phrase("a list for spreadsheets", "导出名单"), kind, offering, out) {
            arguments, desk in
            try desk.export(
                .creditsExport,
                ExportRequest(kind: arguments[kind].value, offering: try desk.id(arguments[offering])),
                to: arguments[out], figures: arguments[kind].value.figures)
        }
    }
}

extension ExportKind {
    /// The columns of numbers.
    fileprivate var figures: Set<Int> {
        switch self {
        case .awards: [5, 6]
        case .analysis, .scores: [3]
        case .eligible, .scans: []
        }
    }
}

private var eligibleTable: Table {
    Table(
        .init("person", Phrase("Person", "人员"), .right), .init("number", Phrase("Number", "编号"), .exact),
        .init("name", Phrase("Name", "姓名")), .init("eligible", Phrase("Eligible", "可授予")),
        .init("award", Phrase("Award", "授予编号"), .right), .init("reasons", Phrase("Why not", "原因"), .exact))
}

extension Table {
    static var awards: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("number", Phrase("Number", "学员编号"), .exact),
            .init("name", Phrase("Name", "姓名")), .init("day", Phrase("Day", "日期")),
            .init("category", Phrase("Category", "类别")), .init("credits_tenths", Phrase("Credits", "学分"), .right),
            .init("hours_tenths", Phrase("Hours", "学时"), .right), .init("state", Phrase("State", "状态")),
            .init("reason", Phrase("Reason", "原因"), .exact))
    }
}

extension Eligible {
    fileprivate var json: JSON {
        [
            "person": JSON(person), "number": .string(number), "name": .string(name),
            "reasons": .array(reasons.map(JSON.string)),
        ]
    }
}

extension Table {
    fileprivate mutating func add(_ person: Eligible) {
        add(
            .init(person.person), .init(person.number), .init(person.name), Shown.flag(person.eligible),
            person.award == 0 ? .empty : .init(person.award),
            .init(
                Phrase(person.reasons.joined(separator: "; "), person.reasons.joined(separator: "；")),
                json: .array(person.reasons.map(JSON.string))))
    }

    mutating func add(_ award: Award) {
        add(
            .init(award.id), .init(award.number), .init(award.name), Shown.day(award.activityDay),
            .init(award.category), Shown.tenths(award.creditsTenths), Shown.tenths(award.hoursTenths),
            .init(award.state), .init(award.reason))
    }
}

extension Desk {
    /// Returns those of a page of the list who are eligible and have no credit yet.
    fileprivate func eligible(in offering: UInt64, after: UInt64, limit: UInt32) throws -> [UInt64] {
        let reply: ListEligibleReply = try call(
            .creditsListEligible, ListEligibleRequest(offering: offering, after: after, limit: limit))
        return reply.people.filter { $0.eligible && $0.award == 0 }.map(\.person)
    }
}
