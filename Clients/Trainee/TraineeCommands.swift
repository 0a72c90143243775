import ClientKit
import Console
import Messages

extension Command {
    /// ATT-1: checks in with the venue code.
    static var checkIn: Command {
        let code: Parameter<String> = .argument("CODE", Phrase("the code the venue shows", "现场显示的签到码"))
        return Command("check-in", Phrase("check in with the venue's code", "用现场签到码签到"), code) {
            arguments, desk in
            let reply: CheckInReply = try desk.call(
                .attendanceCheckIn, CheckInRequest(code: arguments[code], device: try desk.home.device()))
            var table = Table(
                .init("offering", Phrase("Offering", "期次"), .right), .init("title", Phrase("Title", "名称")),
                .init("at_ms", Phrase("Time", "时间")), .init("state", Phrase("State", "状态")))
            table.add(
                .init(reply.offering), .init(reply.offeringTitle), Shown.moment(reply.atMs), .init(reply.state))
            try desk.interaction.show(table)
            return .ok
        }
    }

    /// ATT-8: one's attendance by offering.
    static var attendance: Command {
        let explain: Parameter<ExplainWord?> = .optionalArgument(
            "explain", Phrase("with an offering: why it counts, or what is missing", "与期次同用：考勤依据与尚缺"))
        let offering = Name<OfferingRegister>.optionalPositional(Phrase("a class of yours", "期次"))
        let scans: Parameter<Bool> = .flag("scans", Phrase("every scan instead of the sums", "逐条列出签到记录"))
        return Command(
            "attendance", Phrase("what counted, and what is missing", "我的考勤：已计入与尚缺"), explain, offering, scans,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            if arguments[explain] != nil {
                guard let offering = arguments[offering] else {
                    throw CommandFailure(.usage, name: "usage", Phrase("which offering?", "请给出期次"))
                }
                let reply: ExplainAttendanceReply = try desk.call(
                    .attendanceExplainOwn, ExplainAttendanceRequest(offering: try desk.id(offering)))
                try desk.show(reply)
                return .ok
            }
            let showsScans = arguments[scans]
            let table =
                showsScans
                ? Table(
                    .init("offering", Phrase("Offering", "期次"), .right), .init("title", Phrase("Title", "名称")),
                    .init("at_ms", Phrase("Time", "时间")), .init("state", Phrase("State", "状态")),
                    .init("method", Phrase("By", "方式")), .init("note", Phrase("Note", "备注"), .exact))
                : Table(
                    .init("offering", Phrase("Offering", "期次"), .right), .init("title", Phrase("Title", "名称")),
                    .init("counted", Phrase("Counted", "已计"), .right),
                    .init("flagged", Phrase("Flagged", "待核实"), .right), .init("missing", Phrase("Missing", "尚缺")))
            try desk.list(arguments, table, .attendanceMyAttendance) { after, limit in
                MyAttendanceRequest(after: after, limit: limit)
            } rows: { (reply: MyAttendanceReply, table) in
                for mine in reply.offerings {
                    if showsScans {
                        for scan in mine.scans {
                            table.add(
                                .init(mine.offering), .init(mine.title), Shown.moment(scan.atMs), .init(scan.state),
                                .init(method: scan.method), mine.note(about: scan))
                        }
                        for decision in mine.decisionsElsewhere {
                            table.add(
                                .init(mine.offering), .init(mine.title), .empty, .empty, .empty,
                                .init(decision.text, json: decision.json))
                        }
                    } else {
                        table.add(
                            .init(mine.offering), .init(mine.title), .init(mine.counted), .init(mine.flagged),
                            .init(
                                Phrase(mine.missing.joined(separator: ", "), mine.missing.joined(separator: "、")),
                                json: .array(mine.missing.map(JSON.string))))
                    }
                }
                return (reply.offerings.count, reply.next)
            }
            return .ok
        }
    }

    /// CRD-5: one's awards and their sums by year.
    static var credits: Command {
        let explain: Parameter<ExplainWord?> = .optionalArgument(
            "explain", Phrase("with an award: what it rests on", "与授予编号同用：查看学分依据"))
        let award: Parameter<UInt64?> = .optionalArgument("AWARD", Phrase("its id", "授予编号"))
        let years: Parameter<Bool> = .flag("years", Phrase("sums by year and category", "按年度和类别汇总"))
        return Command(
            "credits", Phrase("credits awarded to you", "我的学分"), explain, award, years, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            if arguments[explain] != nil {
                guard let award = arguments[award] else {
                    throw CommandFailure(.usage, name: "usage", Phrase("which award?", "请给出授予编号"))
                }
                let reply: ExplainAwardReply = try desk.call(
                    .creditsExplainOwnAward, ExplainAwardRequest(award: award))
                try desk.show(reply)
                return .ok
            }
            if arguments[years] {
                try desk.showYears()
                return .ok
            }
            let table = Table(
                .init("award", Phrase("Award", "编号"), .right), .init("day", Phrase("Day", "日期")),
                .init("title", Phrase("Offering", "期次")), .init("project", Phrase("Project", "项目编号")),
                .init("category", Phrase("Category", "类别")), .init("credits_tenths", Phrase("Credits", "学分"), .right),
                .init("hours_tenths", Phrase("Hours", "学时"), .right), .init("state", Phrase("State", "状态")),
                .init("reason", Phrase("Reason", "原因"), .exact))
            try desk.list(arguments, table, .creditsMyCredits) { after, limit in
                MyCreditsRequest(after: after, limit: limit)
            } rows: { (reply: MyCreditsReply, table) in
                for award in reply.awards {
                    table.add(
                        .init(award.id), Shown.day(award.activityDay), .init(award.offeringTitle),
                        .init(award.projectNumber), .init(award.category), Shown.tenths(award.creditsTenths),
                        Shown.tenths(award.hoursTenths), .init(award.state), .init(award.reason))
                }
                return (reply.awards.count, reply.next)
            }
            return .ok
        }
    }
}

/// The word `explain` of `rollcall credits explain AWARD`.
private struct ExplainWord: ArgumentValue {
    static let expectation = Phrase("the word explain", "rollcall credits explain 中的末词")
    let argument = "explain"

    init?(argument: String) {
        guard argument == "explain" else { return nil }
    }
}

extension MyOffering {
    /// The reason for a scan's state, and what was decided about it and why (ATT-9c).
    fileprivate func note(about scan: Messages.Scan) -> Table.Cell {
        let made = decisions.filter {
            $0.stands && $0.factLog == scan.log && $0.factSequence == scan.sequence
        }
        let texts = (scan.code.map { [$0.rule.text] } ?? []) + made.map(\.text)
        return Table.Cell(
            Phrase(texts.map(\.en).joined(separator: "; "), texts.map(\.zh).joined(separator: "；")),
            json: .array(made.map(\.json)))
    }

    /// The decisions about scans that were recorded as theirs, and are not.
    fileprivate var decisionsElsewhere: [ScanDecision] {
        decisions.filter { decision in
            decision.stands
                && !scans.contains { $0.log == decision.factLog && $0.sequence == decision.factSequence }
        }
    }
}

extension Desk {
    fileprivate func showYears() throws {
        let reply: MyCreditsReply = try call(.creditsMyCredits, MyCreditsRequest(limit: 1))
        var table = Table(
            .init("year", Phrase("Year", "年度"), .right), .init("category", Phrase("Category", "类别")),
            .init("credits_tenths", Phrase("Credits", "学分"), .right),
            .init("hours_tenths", Phrase("Hours", "学时"), .right))
        for year in reply.years {
            table.add(
                .init(year.year), .init(year.category), Shown.tenths(year.creditsTenths),
                Shown.tenths(year.hoursTenths))
        }
        try interaction.show(table)
    }
}
