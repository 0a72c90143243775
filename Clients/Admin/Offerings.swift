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
                create, .changeOffering, .offeringChanges, .offeringDocuments, submit, approve, `return`, reject,
                .cancelOffering, .deleteOffering, list, show, .instructorsOfOffering, .peopleReport,
            ])
    }

    private static let offering = Name<OfferingRegister>.positional

    private static var create: Command {
        let title: Parameter<String> = .argument("TITLE", Phrase("its title", "期次名称"))
        let programme = Name<ProgrammeRegister>.required("programme", Phrase("whose policy it follows", "项目体系"))
        let project = Name<ProjectRegister>.required("project", Phrase("what is taught", "项目"))
        let base = Name<PlaceRegister>.required("base", Phrase("where", "举办地（基地或主办单位）"))
        let dates: Parameter<[DateSpec]> = .options(
            "date", "DAY[:HOURS]", Phrase("an activity date", "举办日期，可附学时"))
        let windows: Parameter<[WindowSpec]> = .options(
            "window", "DAY HH:MM-HH:MM[@COURSE]", Phrase("when a scan counts", "考勤时段"))
        let passMark: Parameter<Hundredths?> = .option(
            "pass-mark", "MARK", Phrase("of 100; 60 unless given", "及格分，默认 60"))
        let period: Parameter<UInt32> = .option(
            "code-period", "SECONDS", Phrase("how long a venue code lasts", "签到码更新周期（秒）"), default: 30)
        let modality: Parameter<Choice<Modality>?> = .option(
            "modality", "FORM", Phrase("in person unless given", "培训形式，默认线下"))
        let instructors: Parameter<[InstructorSpec]> = .options(
            "instructor", "NUMBER[:HOURS][@COURSE]", Phrase("who teaches, by participant number", "授课教师的医通卡号，可附学时与课程"))
        return Command(
            "create", Phrase("create an offering", "新建期次"), title, programme, project, base, dates, windows,
            passMark, period, modality, instructors
        ) { arguments, desk in
            let taught = try desk.project(try desk.id(arguments[project]))
            let courses = try desk.courses(of: taught, named: arguments[windows].compactMap(\.course))
            let reply: OfferingReply = try desk.call(
                .projectsCreateOffering,
                CreateOfferingRequest(
                    offering: Offering(
                        programme: try desk.id(arguments[programme]), project: taught.id,
                        base: try desk.id(arguments[base]),
                        title: arguments[title],
                        dates: arguments[dates].map {
                            ActivityDate(day: $0.day.number, hoursTenths: $0.hours.count)
                        },
                        windows: arguments[windows].map { $0.message(courses) },
                        passMarkHundredths: arguments[passMark]?.count ?? 0, codePeriodS: arguments[period],
                        modality: arguments[modality]?.value,
                        teaching: try desk.teaching(arguments[instructors], of: taught))))
            try desk.show(reply.offering)
            return .ok
        }
    }

    private static var submit: Command {
        Command("submit", Phrase("announce it for approval", "提交审核"), offering) { arguments, desk in
            let reply: OfferingReply = try desk.call(
                .projectsSubmitOffering, SubmitOfferingRequest(offering: try desk.id(arguments[offering])))
            try desk.show(reply.offering)
            return .ok
        }
    }

    private static var approve: Command {
        Command("approve", Phrase("approve it: terminals get its roster", "批准期次"), offering) { arguments, desk in
            try desk.decide(.offering, try desk.id(arguments[offering]), .approve)
            try desk.show(try desk.offering(try desk.id(arguments[offering])))
            return .ok
        }
    }

    private static var `return`: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("what has to be revised", "退回原因"))
        return Command("return", Phrase("return it for revision", "退回修改"), offering, reason) { arguments, desk in
            try desk.decide(.offering, try desk.id(arguments[offering]), .return, reason: arguments[reason])
            try desk.show(try desk.offering(try desk.id(arguments[offering])))
            return .ok
        }
    }

    private static var reject: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("reject", Phrase("reject it", "驳回期次"), offering, reason) { arguments, desk in
            try desk.decide(.offering, try desk.id(arguments[offering]), .reject, reason: arguments[reason])
            try desk.show(try desk.offering(try desk.id(arguments[offering])))
            return .ok
        }
    }

    private static var list: Command {
        let base = Name<PlaceRegister>.option("base", Phrase("at this base", "仅此举办地"))
        let state: Parameter<Choice<OfferingState>?> = .option(
            "state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "list", Phrase("list offerings", "期次列表"), base, state, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("title", Phrase("Title", "名称")),
                .init("state", Phrase("State", "状态")), .init("base_name", Phrase("Where", "举办地")),
                .init("roster_size", Phrase("Roster", "名单人数"), .right), .init("dates", Phrase("Dates", "日期")),
                .init("base", Phrase("Where", "举办地"), .unshown))
            let place = try desk.id(arguments[base])
            try desk.list(arguments, table, .projectsListOfferings) { after, limit in
                ListOfferingsRequest(
                    after: after, limit: limit, base: place,
                    state: arguments[state]?.value)
            } rows: { (reply: ListOfferingsReply, table) in
                for offering in reply.offerings {
                    let days = offering.dates.map { Day($0.day).description }
                    table.add(
                        .init(offering.id), .init(offering.title), .init(offering.state),
                        .init(desk.name(of: offering.base, in: OrganisationRegister.self)),
                        .init(offering.rosterSize),
                        .init(Phrase(days.joined(separator: " ")), json: .array(days.map(JSON.string))),
                        .init(offering.base))
                }
                return (reply.offerings.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("one offering with its dates and windows", "查看期次"), offering) { arguments, desk in
            try desk.show(try desk.offering(try desk.id(arguments[offering])))
            return .ok
        }
    }
}
