import ClientKit
import Console
import Messages

extension Command {
    /// SKL-1: skills exams to book, and one's own.
    static var skills: Command {
        Command("skills", Phrase("skills exams", "技能考核"), commands: [listExams, bookExam, mine, sheet])
    }

    private static var listExams: Command {
        let base: Parameter<String?> = .option("base", "BASE", Phrase("of this base, by id or name", "该考核基地，编号或名称"))
        let programme = Name<ProgrammeRegister>.option("programme", Phrase("of this programme", "该项目体系"))
        return Command(
            "list", Phrase("those to come; no login needed", "可预约的技能考核，无需登录"), base, programme, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .skillsExams, .skillsBrowseExams) { after, limit in
                BrowseSkillsExamsRequest(
                    base: try arguments[base].map(desk.openBase) ?? 0, programme: try desk.id(arguments[programme]),
                    after: after, limit: limit)
            } rows: { (reply: BrowseSkillsExamsReply, table) in
                for exam in reply.exams { table.add(exam) }
                return (reply.exams.count, reply.next)
            }
            return .ok
        }
    }

    private static var bookExam: Command {
        let session = Name<OfferingRegister>.session
        return Command(
            "book", Phrase("book a place, once the written exam is passed", "预约技能考核（须先通过理论考核）"), session
        ) { arguments, desk in
            try desk.show(
                try desk.call(.skillsBook, BookSkillsExamRequest(offering: try desk.id(arguments[session])))
                    as BookingReply)
            return .ok
        }
    }

    private static var mine: Command {
        Command(
            "mine", Phrase("your exams and results, the newest first", "我的技能考核与成绩，最新在前"), Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .skillsResults, .skillsMyExams) { after, limit in
                MySkillsExamsRequest(after: after, limit: min(limit, 50))
            } rows: { (reply: MySkillsExamsReply, table) in
                for result in reply.results { table.add(result) }
                return (reply.results.count, reply.next)
            }
            return .ok
        }
    }

    /// SKL-5.
    private static var sheet: Command {
        let booking: Parameter<UInt64> = .argument("BOOKING", Phrase("its id", "预约编号"))
        return Command("sheet", Phrase("what you earned, item by item", "逐项查看得分"), booking) { arguments, desk in
            let reply: MySkillsExamsReply = try desk.call(
                .skillsMyExams, MySkillsExamsRequest(after: arguments[booking] + 1, limit: 1))
            guard let result = reply.results.first, result.booking == arguments[booking] else {
                throw CommandFailure(
                    .refused, name: "not_found", Phrase("you have no such booking of an exam", "没有该技能考核预约"))
            }
            try desk.interaction.show(Table.sheets(result.sheets))
            return .ok
        }
    }
}
