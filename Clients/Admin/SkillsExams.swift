import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// SKL: skills exams of an exam base, their results and conflicts.
    static var skills: Command {
        Command(
            "skills", Phrase("skills exams: sessions, results, conflicts", "技能考核：场次、成绩与裁定"),
            commands: [publish, change, list, results, sheets, decideSheet, pin])
    }

    private static let session: Parameter<Name<OfferingRegister>> = .argument(
        "SESSION", Phrase("its offering, by id or title", "场次（期次），编号或名称"))
    private static let location: Parameter<String> = .required("location", "TEXT", Phrase("where it is held", "考核地点"))
    private static let capacity: Parameter<UInt32> = .required("capacity", "N", Phrase("how many places", "席位数"))
    private static let checklist = Name<ChecklistRegister>.required(
        "checklist", Phrase("what examiners look at", "评分表"))
    private static let examiners: Parameter<[String]> = .options(
        "examiner", "PERSON", Phrase("who examines, by person id, account or name", "考官，人员编号、账号或姓名"))
    private static let closed: Parameter<Bool> = .flag("closed", Phrase("take no new bookings", "停止接受新预约"))

    private static var publish: Command {
        let title: Parameter<String> = .argument("TITLE", Phrase("its title", "场次名称"))
        let base = Name<BaseRegister>.required("base", Phrase("the exam base", "考核基地"))
        let programme = Name<ProgrammeRegister>.required("programme", Phrase("of this programme", "项目体系"))
        let project = Name<ProjectRegister>.required("project", Phrase("about this project", "所属项目"))
        let time: Parameter<WindowSpec> = .required("time", "DAY HH:MM-HH:MM", Phrase("when it is", "考核时间"))
        let signIn: Parameter<UInt32> = .option(
            "sign-in", "MINUTES", Phrase("the sign-in opens so long before", "提前多少分钟开始签到"), default: 30)
        return Command(
            "publish", Phrase("publish a skills exam at an exam base", "在考核基地发布技能考核"), title, base, programme, project,
            time, signIn, location, capacity, checklist, examiners, closed
        ) { arguments, desk in
            let place = try desk.id(arguments[base])
            try desk.show(
                try desk.call(
                    .skillsPublishExam,
                    PublishSkillsExamRequest(
                        base: place, project: try desk.id(arguments[project]),
                        programme: try desk.id(arguments[programme]), title: arguments[title],
                        day: arguments[time].day.number, fromMinute: arguments[time].fromMinute,
                        toMinute: arguments[time].toMinute, signInMinutes: arguments[signIn],
                        location: arguments[location], capacity: arguments[capacity],
                        checklist: try desk.id(arguments[checklist]),
                        examiners: try desk.staff(arguments[examiners], of: place),
                        state: arguments[closed] ? .closed : .open)) as SkillsExamReply)
            return .ok
        }
    }

    private static var change: Command {
        Command(
            "change", Phrase("change place, places, checklist and examiners", "修改地点、席位、评分表与考官"), session, location,
            capacity, checklist, examiners, closed
        ) { arguments, desk in
            let offering = try desk.offering(desk.id(arguments[session]))
            try desk.show(
                try desk.call(
                    .skillsPublishExam,
                    PublishSkillsExamRequest(
                        offering: offering.id, location: arguments[location],
                        capacity: arguments[capacity], checklist: try desk.id(arguments[checklist]),
                        examiners: try desk.staff(arguments[examiners], of: offering.base),
                        state: arguments[closed] ? .closed : .open)) as SkillsExamReply
            )
            return .ok
        }
    }

    private static var list: Command {
        let base = Name<BaseRegister>.required("base", Phrase("of this base", "该考核基地"))
        return Command(
            "list", Phrase("those to come, the next first", "未开始的技能考核"), base, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .skillsExams, .skillsBrowseExams) { after, limit in
                BrowseSkillsExamsRequest(base: try desk.id(arguments[base]), after: after, limit: limit)
            } rows: { (reply: BrowseSkillsExamsReply, table) in
                for exam in reply.exams { table.add(exam) }
                return (reply.exams.count, reply.next)
            }
            return .ok
        }
    }

    private static var results: Command {
        let conflicts: Parameter<Bool> = .flag("conflicts", Phrase("only those to be decided", "仅待裁定者"))
        return Command(
            "results", Phrase("who signed in, who scored what, who passed", "签到与成绩"), session, conflicts, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .skillsResults, .skillsListResults) { after, limit in
                ListSkillsResultsRequest(
                    offering: try desk.id(arguments[session]), after: after, limit: min(limit, 50),
                    onlyConflicts: arguments[conflicts])
            } rows: { (reply: ListSkillsResultsReply, table) in
                for result in reply.results { table.add(result) }
                return (reply.results.count, reply.next)
            }
            return .ok
        }
    }

    private static let person: Parameter<String> = .argument(
        "NUMBER", Phrase("whose, by number, id or name", "学员编号、人员编号或姓名"))

    private static var sheets: Command {
        Command(
            "sheets", Phrase("all sheets of one person side by side, item by item", "并列查看一人的全部评分"), session, person
        ) { arguments, desk in
            let offering = try desk.id(arguments[session])
            let result = try desk.result(of: arguments[person], in: offering)
            try desk.interaction.show(Table.sheets(result.sheets))
            return .ok
        }
    }

    /// SKL-3b.
    private static var decideSheet: Command {
        let points: Parameter<[SheetPoints]> = .arguments(
            "POINTS", Phrase("of each item in its order; ! behind them for a failed step", "按顺序给出各项得分，未通过的关键步骤在分数后加 !"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "裁定理由"))
        return Command(
            "decide", Phrase("settle a conflict by a sheet of your own", "以裁定评分取代冲突的评分"), session, person, points,
            reason
        ) { arguments, desk in
            let offering = try desk.id(arguments[session])
            let shown = try desk.result(of: arguments[person], in: offering)
            let reply: DecideSheetReply = try desk.call(
                .skillsDecide,
                DecideSheetRequest(
                    offering: offering, person: shown.person, marks: arguments[points].map(\.mark),
                    reason: arguments[reason], context: shown.context))
            var table = Table.skillsResults
            if let result = reply.result { table.add(result) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var pin: Command {
        let remove: Parameter<Bool> = .flag("remove", Phrase("have none any more", "取消口令"))
        return Command(
            "pin", Phrase("your PIN for scoring at terminals", "设置考官在终端评分的口令"), remove
        ) { arguments, desk in
            var pin = ""
            if !arguments[remove] {
                pin = try desk.interaction.askSecret(Phrase("New PIN", "新口令"), insteadOf: nil)
                let again = try desk.interaction.askSecret(Phrase("New PIN again", "再次输入新口令"), insteadOf: nil)
                guard pin == again else {
                    throw CommandFailure(.usage, name: "pins_differ", Phrase("the two PINs differ", "两次输入的口令不一致"))
                }
            }
            let reply: SetExaminerPinReply = try desk.call(.skillsSetPin, SetExaminerPinRequest(pin: pin))
            desk.interaction.say(
                Phrase(
                    "done; terminals of \(reply.exams) exams have it with their next sync",
                    "已保存；\(reply.exams) 场考核的终端下次同步后生效"))
            return .ok
        }
    }
}

/// The points of one item: `8.5`, `0!` where a critical step was failed.
struct SheetPoints: ArgumentValue {
    let mark: SheetMark
    let argument: String

    init?(argument: String) {
        let isFailed = argument.hasSuffix("!") || argument.hasSuffix("！")
        guard let points = Hundredths(argument: isFailed ? String(argument.dropLast()) : argument) else { return nil }
        mark = SheetMark(earnedHundredths: points.count, failed: isFailed)
        self.argument = argument
    }
    static var expectation: Phrase { Phrase("points, such as 8.5 or 0!", "得分，如 8.5 或 0!") }
}

extension Desk {
    fileprivate func show(_ reply: SkillsExamReply) throws {
        var table = Table.skillsExams
        if let exam = reply.exam { table.add(exam) }
        try interaction.show(table)
    }

    /// Returns the result of one of an exam's people, by number, id or name.
    fileprivate func result(of whose: String, in offering: UInt64) throws -> SkillsResult {
        var (called, after): ([SkillsResult], UInt64) = ([], 0)
        let wanted = ComparedName(whose)
        repeat {
            let reply: ListSkillsResultsReply = try call(
                .skillsListResults, ListSkillsResultsRequest(offering: offering, after: after, limit: 50))
            called += reply.results.filter { ComparedName($0.name) == wanted }
            if let found = reply.results.first(where: { $0.number == whose || String($0.person) == whose }) {
                return found
            }
            after = reply.next
        } while after != 0
        if called.count == 1 { return called[0] }
        guard called.isEmpty else {
            let listed = called.prefix(10).map(\.number)
            throw CommandFailure(
                .refused, name: "ambiguous",
                Phrase("“\(whose)” names more than one person: give the number", "有多人名为“\(whose)”，请给出编号"),
                hint: Phrase("there are: \(listed.joined(separator: ", "))", "已有：\(listed.joined(separator: "、"))"))
        }
        throw CommandFailure(
            .refused, name: "not_found", Phrase("\(whose) is not on its roster", "名单中没有 \(whose)"))
    }
}
