import ClientKit
import Console
import Domain
import Messages

// RPT-1: lists that organisers send on; --out writes each as a workbook or as CSV.
extension Command {
    private static let place = Name<OrganisationRegister>.option(
        "in", Phrase("held or offered by this organisation, or in this region; else everywhere", "承办或主办机构，或所属地区；默认全部"))

    /// Projects approved and held.
    static var heldRuns: Command {
        let project = Name<ProjectRegister>.option("project", Phrase("only this one", "仅此项目"))
        let state: Parameter<Choice<RunState>?> = .option("state", "STATE", Phrase("only these", "仅此状态"))
        let from: Parameter<Day?> = .option("from", "DAY", Phrase("ends on this day or later", "结束日期不早于"))
        let until: Parameter<Day?> = .option("until", "DAY", Phrase("begins on this day or earlier", "开始日期不晚于"))
        return Command(
            "held", Phrase("runs of projects, with people, credit and report of each", "项目举办明细：人数、授分与执行情况反馈"), place,
            project,
            state, from, until, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.listRuns(
                arguments,
                ListRunReportsRequest(
                    organisation: try desk.id(arguments[place]), project: try desk.id(arguments[project]),
                    state: arguments[state]?.value, fromDay: arguments[from]?.number ?? 0,
                    untilDay: arguments[until]?.number ?? 0))
            return .ok
        }
    }

    /// RPF-1: runs that are over, and not yet reported.
    static var dueReports: Command {
        Command(
            "due", Phrase("runs that are over and whose report has not been submitted", "已结束而未提交反馈的期次"), place,
            Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.listRuns(
                arguments, ListRunReportsRequest(organisation: try desk.id(arguments[place]), state: .reportDue))
            return .ok
        }
    }

    /// People of an offering in detail.
    static var peopleReport: Command {
        let offering = Name<OfferingRegister>.positional
        return Command(
            "people", Phrase("who took part: attendance, exam and credit of each", "人员明细：考勤、考试与授分"), offering,
            Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            try desk.list(arguments, .peopleReport, .reportsListPeople) { after, limit in
                ListPeopleReportRequest(offering: id, after: after, limit: limit)
            } rows: { (reply: ListPeopleReportReply, table) in
                for person in reply.people { table.add(person, of: reply.ofWindows) }
                return (reply.people.count, reply.next)
            }
            return .ok
        }
    }

    /// The instructors of an offering.
    static var instructorsOfOffering: Command {
        let offering = Name<OfferingRegister>.positional
        return Command("instructors", Phrase("who teaches which course", "师资名单"), offering) { arguments, desk in
            let held = try desk.offering(desk.id(arguments[offering]))
            let project = try desk.project(held.project)
            let courses = Dictionary(project.courses.map { ($0.id, $0) }) { first, _ in first }
            var table = Table(
                .init("number", Phrase("Number", "医通卡号"), .exact), .init("name", Phrase("Name", "姓名")),
                .init("course_name", Phrase("Course", "课程")), .init("course", Phrase("Course", "课程"), .unshown),
                .init("hours_tenths", Phrase("Hours", "学时"), .right))
            for one in held.teaching?.instructors ?? [] {
                let course = courses[one.course]
                table.add(
                    .init(one.number), .init(one.name), .init(course?.name ?? ""), .init(one.course),
                    Shown.tenths(one.hoursTenths == 0 ? course?.hoursTenths ?? 0 : one.hoursTenths))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static let year: Parameter<UInt32> = .option(
        "year", "YEAR", Phrase("else this year", "年度，默认今年"), default: 0)

    /// Credit and compliance of units.
    static var unitCredit: Command {
        let region = Name<OrganisationRegister>.positional(Phrase("a region, or one unit", "地区或单位"))
        return Command(
            "units", Phrase("the credit of each unit's people in a year", "各单位年度学分"), region, year, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let id = try desk.id(arguments[region])
            try desk.list(arguments, .unitReports, .reportsListUnits) { after, limit in
                ListUnitReportsRequest(region: id, year: arguments[year], after: after, limit: min(limit, 20))
            } rows: { (reply: ListUnitReportsReply, table) in
                for unit in reply.units { table.add(unit) }
                return (reply.units.count, reply.next)
            }
            return .ok
        }
    }

    /// The same, added up by region.
    static var regionCompliance: Command {
        let region = Name<RegionRegister>.positional
        return Command(
            "regions", Phrase("the units of a region added up by the region of their seat", "按单位所在地区汇总学分与达标"), region,
            year
        ) { arguments, desk in
            let id = try desk.id(arguments[region])
            var (sums, after): ([UInt64: UnitReport], UInt64) = ([:], 0)
            repeat {
                let reply: ListUnitReportsReply = try desk.call(
                    .reportsListUnits,
                    ListUnitReportsRequest(region: id, year: arguments[year], after: after, limit: 20))
                for unit in reply.units { sums[unit.region, default: UnitReport(name: unit.regionName)].add(unit) }
                after = reply.next
            } while after != 0
            var table = Table.unitReports
            for (id, sum) in sums.sorted(by: { $0.key < $1.key }) {
                var sum = sum
                sum.unit = id
                table.add(sum)
            }
            try desk.interaction.show(table)
            return .ok
        }
    }
}

extension UnitReport {
    fileprivate mutating func add(_ unit: UnitReport) {
        people += unit.people
        credited += unit.credited
        categoryITenths += unit.categoryITenths
        categoryIiTenths += unit.categoryIiTenths
        hoursTenths += unit.hoursTenths
        met += unit.met
        ruleless += unit.ruleless
    }
}

extension Desk {
    fileprivate func listRuns(_ arguments: Arguments, _ request: ListRunReportsRequest) throws {
        try list(arguments, .runReports, .reportsListRuns) { after, limit in
            var request = request
            (request.after, request.limit) = (after, min(limit, 100))
            return request
        } rows: { (reply: ListRunReportsReply, table) in
            for run in reply.runs { table.add(run) }
            return (reply.runs.count, reply.next)
        }
    }
}

extension Table {
    fileprivate static var runReports: Table {
        Table(
            .init("offering", Phrase("Offering", "期次"), .right),
            .init("project_number", Phrase("Number", "项目编号"), .exact),
            .init("project_name", Phrase("Project", "项目名称")), .init("title", Phrase("Run", "期次名称"), .unshown),
            .init("level", Phrase("Level", "级别"), .unshown), .init("category", Phrase("Category", "类别"), .unshown),
            .init("credits_tenths", Phrase("Credits", "学分"), .right),
            .init("hours_tenths", Phrase("Hours", "学时"), .unshown),
            .init("owner_name", Phrase("Provider", "主办单位"), .unshown), .init("base_name", Phrase("Where", "举办地")),
            .init("modality", Phrase("How", "举办方式"), .unshown), .init("first_day", Phrase("From", "开始")),
            .init("last_day", Phrase("To", "结束")), .init("state", Phrase("State", "状态")),
            .init("people", Phrase("People", "人数"), .right), .init("awarded", Phrase("Awarded", "授分人数"), .right),
            .init("awarded_tenths", Phrase("Sum", "授分合计"), .right),
            .init("report_due_day", Phrase("Report due", "反馈期限")), .init("report", Phrase("Report", "反馈状态"), .unshown))
    }

    fileprivate mutating func add(_ report: RunReport) {
        let run = report.run ?? Run()
        add(
            .init(run.offering), .init(report.projectNumber), .init(report.projectName), .init(run.title),
            .init(report.level), .init(report.category), Shown.tenths(report.creditsTenths),
            Shown.tenths(report.hoursTenths), .init(report.ownerName), .init(run.baseName), .init(report.modality),
            Shown.day(run.firstDay), Shown.day(run.lastDay), .init(run.state), .init(report.people),
            .init(report.awarded), Shown.tenths(report.awardedTenths),
            report.reportDueDay == 0 ? .empty : Shown.day(report.reportDueDay),
            report.report == nil ? .empty : .init(report.report))
    }

    fileprivate static var peopleReport: Table {
        Table(
            .init("person", Phrase("Person", "人员"), .unshown), .init("number", Phrase("Number", "编号"), .exact),
            .init("name", Phrase("Name", "姓名")), .init("unit", Phrase("Unit", "单位")),
            .init("title", Phrase("Title", "职称"), .unshown), .init("present", Phrase("Present", "出勤")),
            .init("windows", Phrase("Periods", "签到时段"), .right),
            .init("of_windows", Phrase("Of", "应签时段"), .right), .init("exam_hundredths", Phrase("Exam", "考试成绩"), .right),
            .init("exam_passed", Phrase("Passed", "考试通过")),
            .init("exam_unsettled", Phrase("Unsettled", "待裁定"), .unshown),
            .init("award", Phrase("Credit is", "授分状态")),
            .init("credits_tenths", Phrase("Credits", "学分"), .right),
            .init("hours_tenths", Phrase("Hours", "学时"), .right), .init("lacking", Phrase("Lacking", "未满足条件"), .exact))
    }

    fileprivate mutating func add(_ person: PersonReport, of windows: UInt32) {
        let hasAward = person.award != nil
        add(
            .init(person.person), .init(person.number), .init(person.name), .init(person.unit), .init(person.title),
            Shown.flag(person.present), .init(person.windows), .init(windows),
            person.examTaken && !person.examUnsettled ? Shown.score(person.examHundredths) : .empty, person.passed,
            Shown.flag(person.examUnsettled),
            hasAward ? .init(person.award) : .empty, hasAward ? Shown.tenths(person.creditsTenths) : .empty,
            hasAward ? Shown.tenths(person.hoursTenths) : .empty,
            .init(
                Phrase(person.lacking.joined(separator: "; "), person.lacking.joined(separator: "；")),
                json: .array(person.lacking.map(JSON.string))))
    }

    fileprivate static var unitReports: Table {
        Table(
            .init("unit", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "名称")),
            .init("region_name", Phrase("Region", "所在地区"), .unshown),
            .init("people", Phrase("People", "人数"), .right), .init("credited", Phrase("With credit", "获学分人数"), .right),
            .init("category_i_tenths", Phrase("Category I", "Ⅰ类"), .right),
            .init("category_ii_tenths", Phrase("Category II", "Ⅱ类"), .right),
            .init("hours_tenths", Phrase("Hours", "学时"), .right), .init("met", Phrase("Met", "达标"), .right),
            .init("ruleless", Phrase("Not asked", "无要求"), .right))
    }

    fileprivate mutating func add(_ unit: UnitReport) {
        add(
            .init(unit.unit), .init(unit.name), .init(unit.regionName), .init(unit.people), .init(unit.credited),
            Shown.tenths(unit.categoryITenths), Shown.tenths(unit.categoryIiTenths), Shown.tenths(unit.hoursTenths),
            .init(unit.met), .init(unit.ruleless))
    }
}

extension PersonReport {
    /// Whether the exam is passed; empty for who took none. Marks that conflict wait for a decision.
    fileprivate var passed: Table.Cell {
        guard examTaken else { return .empty }
        return examUnsettled ? .init(Phrase("to be decided", "待裁定"), json: .null) : Shown.flag(examPassed)
    }
}
