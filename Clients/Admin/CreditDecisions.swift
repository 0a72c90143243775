import ClientKit
import Console
import Domain
import Messages

extension Command {
    private static let offering = Name<OfferingRegister>.positional
    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))

    /// Walks an award back to what it rests on.
    static var explainCredit: Command {
        let award: Parameter<UInt64> = .argument("AWARD", Phrase("its id", "授予编号"))
        return Command("explain", Phrase("what an award rests on, and what became of it", "学分的依据及变更记录"), award) {
            arguments, desk in
            let reply: ExplainAwardReply = try desk.call(
                .creditsExplainAward, ExplainAwardRequest(award: arguments[award]))
            try desk.show(reply)
            return .ok
        }
    }

    /// CRD-3.
    static var instructorCredit: Command {
        let number: Parameter<String?> = .option(
            "number", "NUMBER", Phrase("of this participant number; else of all instructors", "医通卡号，默认全部授课教师"))
        let person: Parameter<String?> = .option(
            "person", "PERSON", Phrase("of this instructor, by person id or name", "授课教师，人员编号或姓名"))
        let course: Parameter<String?> = .option(
            "course", "COURSE", Phrase("for this course, by id or name; else for each", "课程，编号或名称，默认每门课程"))
        let hours: Parameter<Tenths?> = .option(
            "hours", "HOURS", Phrase("fewer than the offering says they teach", "授课学时，默认登记的学时"))
        return Command(
            "instructor", Phrase("credit for the instructors of an offering", "授课教师授分"), offering, number, person,
            course, hours
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let wanted = try desk.course(arguments[course], of: arguments[offering])
            let taught = (try desk.offering(id).teaching?.instructors ?? []).filter {
                (wanted == 0 || $0.course == wanted) && (arguments[number] == nil || $0.number == arguments[number])
                    && $0.isCalled(arguments[person])
            }
            guard !taught.isEmpty else {
                throw CommandFailure(
                    .refused, name: "not_found", Phrase("the offering names no such instructor", "本期没有登记该授课教师"),
                    hint: Phrase("name instructors with their offering", "请先在期次中登记授课教师"),
                    next: Phrase("offerings change \(id) --instructor NUMBER:HOURS@COURSE"))
            }
            var table = Table.awards
            var failures: [CommandFailure] = []
            for instructor in taught {
                do throws(CommandFailure) {
                    let reply: ReverseAwardReply = try desk.call(
                        .creditsAwardInstructor,
                        AwardInstructorRequest(
                            offering: id, course: instructor.course, person: instructor.person,
                            hoursTenths: arguments[hours]?.count ?? 0))
                    if let award = reply.award { table.add(award) }
                } catch {
                    desk.interaction.say(
                        Phrase(
                            "\(instructor.name): \(error.message.en)", "\(instructor.name)：\(error.message.zh)"))
                    failures.append(error)
                }
            }
            if failures.count == taught.count, let first = failures.first { throw first }
            try desk.interaction.show(table)
            return failures.isEmpty ? .ok : .failure
        }
    }

    /// CRD-2b.
    static var enterCredit: Command {
        let numbers: Parameter<[String]> = .options(
            "number", "NUMBER", Phrase("of the participant, or the name; once for each", "学员编号或姓名，可多次"))
        let credits: Parameter<Tenths?> = .option("credits", "CREDITS", Phrase("else the project's", "学分，默认项目学分"))
        let hours: Parameter<Tenths?> = .option("hours", "HOURS", Phrase("else the project's", "学时，默认项目学时"))
        let day: Parameter<Day?> = .option(
            "day", "DAY", Phrase("the day it counts from; else the last activity date", "计入日期，默认最后举办日"))
        return Command(
            "enter", Phrase("enter credit by hand, which is not valid", "手工录入学分（非有效学分）"), offering, numbers, credits,
            hours, day, reason
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let people = try desk.people(of: id, numbers: arguments[numbers])
            let reply: EnterCreditReply = try desk.call(
                .creditsEnterCredit,
                EnterCreditRequest(
                    offering: id, people: arguments[numbers].compactMap { people[$0] },
                    creditsTenths: arguments[credits]?.count ?? 0, hoursTenths: arguments[hours]?.count ?? 0,
                    activityDay: arguments[day]?.number ?? 0, reason: arguments[reason]))
            var table = Table.awards
            for award in reply.awards { table.add(award) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    /// CRD-6.
    static var creditDifferences: Command {
        Command(
            "differences", Phrase("awards that what came later speaks against", "授予后数据变化造成的差异"), offering, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("award", Phrase("Award", "授予编号"), .right), .init("number", Phrase("Number", "编号"), .exact),
                .init("name", Phrase("Name", "姓名")), .init("credits_tenths", Phrase("Credits", "学分"), .right),
                .init("state", Phrase("State", "状态")), .init("reasons", Phrase("What speaks against it", "差异"), .exact))
            try desk.list(arguments, table, .creditsListDifferences) { after, limit in
                ListCreditDifferencesRequest(offering: try desk.id(arguments[offering]), after: after, limit: limit)
            } rows: { (reply: ListCreditDifferencesReply, table) in
                for difference in reply.differences {
                    let award = difference.award ?? Award()
                    table.add(
                        .init(award.id), .init(award.number), .init(award.name), Shown.tenths(award.creditsTenths),
                        .init(award.state),
                        .init(
                            Phrase(
                                difference.reasons.joined(separator: "; "), difference.reasons.joined(separator: "；")),
                            json: .array(difference.reasons.map(JSON.string))))
                }
                return (reply.differences.count, reply.next)
            }
            return .ok
        }
    }

    static var settleCredit: Command {
        let awards: Parameter<[UInt64]> = .options("award", "AWARD", Phrase("once for each", "授予编号，可多次"))
        let keep: Parameter<Bool> = .flag("keep", Phrase("let them stand", "维持学分"))
        let reverse: Parameter<Bool> = .flag("reverse", Phrase("take them back", "撤销学分"))
        return Command(
            "settle", Phrase("decide about differences", "处理差异：维持或撤销"), offering, awards, keep, reverse, reason
        ) { arguments, desk in
            guard arguments[keep] != arguments[reverse] else {
                throw CommandFailure(
                    .usage, name: "usage", Phrase("say --keep or --reverse", "请指定 --keep（维持）或 --reverse（撤销）"))
            }
            let reply: SettleCreditReply = try desk.call(
                .creditsSettleDifferences,
                SettleCreditRequest(
                    offering: try desk.id(arguments[offering]), awards: arguments[awards], keep: arguments[keep],
                    reason: arguments[reason]))
            var table = Table(
                .init("award", Phrase("Award", "授予编号"), .right), .init("settled", Phrase("Settled", "已处理")),
                .init("refused", Phrase("Why not", "未能处理的原因"), .exact))
            for outcome in reply.outcomes {
                table.add(
                    .init(outcome.award), Shown.flag(outcome.failure == nil), .init(outcome.failure?.text ?? ""))
            }
            try desk.interaction.show(table)
            return ExitCode(refused: reply.outcomes.count - Int(reply.settled), of: reply.outcomes.count)
        }
    }
}

extension Instructor {
    /// - Parameter text: an id or a name; nil for everybody.
    fileprivate func isCalled(_ text: String?) -> Bool {
        text.map { String(person) == $0 || ComparedName(name) == ComparedName($0) } ?? true
    }
}

extension Desk {
    /// Warns of terminals that may still hold records of a class, and of scans that wait for a decision.
    func warnBeforeAward(_ offering: UInt64) throws {
        let reply: CheckAwardReply = try call(.creditsCheckAward, CheckAwardRequest(offering: offering))
        for terminal in reply.terminals {
            let last = terminal.lastContactMs == 0 ? "–" : Shown.text(terminal.lastContactMs)
            interaction.warn(
                Phrase(
                    "terminal \(terminal.terminal), \(terminal.name), may still hold records of this class: last contact \(last)",
                    "终端 \(terminal.terminal)（\(terminal.name)）可能仍有本班记录未同步：最近联系 \(last)"))
        }
        if reply.flagged > 0 {
            interaction.warn(
                Phrase(
                    "\(reply.flagged) scans wait for a decision (rollcall-admin worklist list \(offering))",
                    "\(reply.flagged) 条签到待裁定（见 rollcall-admin worklist list \(offering)）"))
        }
    }
}
