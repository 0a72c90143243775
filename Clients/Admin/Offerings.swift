import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// PRJ-3, PRJ-4: offerings.
    static var offerings: Command {
        Command(
            "offerings", Phrase("offerings of projects at bases", "期次管理"),
            commands: [
                create, .changeOffering, .offeringChanges, submit, approve, reject, .cancelOffering, .deleteOffering,
                list,
                show,
            ])
    }

    private static let offering: Parameter<UInt64> = .argument("OFFERING", Phrase("its id", "期次编号"))

    private static var create: Command {
        let title: Parameter<String> = .argument("TITLE", Phrase("its title", "期次名称"))
        let programme: Parameter<UInt64> = .required("programme", "ID", Phrase("whose policy it follows", "项目计划编号"))
        let project: Parameter<UInt64> = .required("project", "ID", Phrase("what is taught", "项目编号"))
        let base: Parameter<String> = .required("base", "ORG", Phrase("where, by id or name", "举办地：基地或主办单位的编号或名称"))
        let dates: Parameter<[DateSpec]> = .options(
            "date", "DAY[:HOURS]", Phrase("an activity date", "举办日期，可附学时"))
        let windows: Parameter<[WindowSpec]> = .options(
            "window", "DAY HH:MM-HH:MM[@COURSE]", Phrase("when a scan counts", "考勤时段"))
        let passMark: Parameter<Hundredths?> = .option(
            "pass-mark", "MARK", Phrase("of 100; 60 unless given", "及格分，默认 60"))
        let period: Parameter<UInt32> = .option(
            "code-period", "SECONDS", Phrase("how long a venue code lasts", "签到码更新周期（秒）"), default: 30)
        return Command(
            "create", Phrase("create an offering", "新建期次"), title, programme, project, base, dates, windows,
            passMark, period
        ) { arguments, desk in
            let courses = try desk.courses(of: arguments[project], named: arguments[windows].compactMap(\.course))
            let reply: OfferingReply = try desk.call(
                .projectsCreateOffering,
                CreateOfferingRequest(
                    offering: Offering(
                        programme: arguments[programme], project: arguments[project],
                        base: try desk.organisation(arguments[base]),
                        title: arguments[title],
                        dates: arguments[dates].map {
                            ActivityDate(day: $0.day.number, hoursTenths: $0.hours.count)
                        },
                        windows: arguments[windows].map { $0.message(courses) },
                        passMarkHundredths: arguments[passMark]?.count ?? 0, codePeriodS: arguments[period])))
            try desk.show(reply.offering)
            return .ok
        }
    }

    private static var submit: Command {
        Command("submit", Phrase("announce it for approval", "提交审核"), offering) { arguments, desk in
            let reply: OfferingReply = try desk.call(
                .projectsSubmitOffering, SubmitOfferingRequest(offering: arguments[offering]))
            try desk.show(reply.offering)
            return .ok
        }
    }

    private static var approve: Command {
        Command("approve", Phrase("approve it: terminals get its roster", "批准期次"), offering) { arguments, desk in
            try desk.decide(.offering, arguments[offering], .approve)
            try desk.show(try desk.offering(arguments[offering]))
            return .ok
        }
    }

    private static var reject: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("reject", Phrase("reject it", "驳回期次"), offering, reason) { arguments, desk in
            try desk.decide(.offering, arguments[offering], .reject, reason: arguments[reason])
            try desk.show(try desk.offering(arguments[offering]))
            return .ok
        }
    }

    private static var list: Command {
        let base: Parameter<String?> = .option("base", "ORG", Phrase("at this base, by id or name", "仅此基地，编号或名称"))
        let state: Parameter<Choice<OfferingState>?> = .option(
            "state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "list", Phrase("list offerings", "期次列表"), base, state, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("title", Phrase("Title", "名称")),
                .init("state", Phrase("State", "状态")), .init("base", Phrase("Base", "基地"), .right),
                .init("roster_size", Phrase("Roster", "人数"), .right), .init("dates", Phrase("Dates", "日期")))
            let place = try desk.organisation(arguments[base])
            try desk.list(arguments, table, .projectsListOfferings) { after, limit in
                ListOfferingsRequest(
                    after: after, limit: limit, base: place,
                    state: arguments[state]?.value)
            } rows: { (reply: ListOfferingsReply, table) in
                for offering in reply.offerings {
                    let days = offering.dates.map { Day($0.day).description }
                    table.add(
                        .init(offering.id), .init(offering.title), .init(offering.state), .init(offering.base),
                        .init(offering.rosterSize),
                        .init(Phrase(days.joined(separator: " ")), json: .array(days.map(JSON.string))))
                }
                return (reply.offerings.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("one offering with its dates and windows", "查看期次"), offering) { arguments, desk in
            try desk.show(try desk.offering(arguments[offering]))
            return .ok
        }
    }
}
