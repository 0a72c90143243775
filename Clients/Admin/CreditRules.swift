import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// CRD-5: what is asked of people in a year.
    static var creditRules: Command {
        Command(
            "credit-rules", Phrase("what is asked of people in a year", "年度学分要求"),
            commands: [saveRule, removeRule, listRules])
    }

    private static var saveRule: Command {
        let id: Parameter<UInt64> = .option("rule", "RULE", Phrase("replace this one", "替换此规则"), default: 0)
        let from: Parameter<UInt32> = .required("from", "YEAR", Phrase("the first year", "起始年度"))
        let to: Parameter<UInt32> = .option("to", "YEAR", Phrase("the last year; else open", "截止年度，默认长期"), default: 0)
        let province = Name<RegionRegister>.option("province", Phrase("of the unit; else any", "省份，默认全部"))
        let level: Parameter<Choice<RegionLevel>?> = .option(
            "unit-level", "LEVEL", Phrase("where the unit has its seat; else any", "单位级别，默认全部"))
        let titles: Parameter<[String]> = .options(
            "title", "TITLE", Phrase("professional title, once for each; else any", "职称，可多次，默认全部"))
        let credits: Parameter<Tenths?> = .option("credits", "CREDITS", Phrase("at least", "学分下限"))
        let hours: Parameter<Tenths?> = .option("hours", "HOURS", Phrase("at least", "学时下限"))
        let one: Parameter<Tenths?> = .option("category-i", "CREDITS", Phrase("at least, of category I", "Ⅰ类学分下限"))
        let two: Parameter<Tenths?> = .option("category-ii", "CREDITS", Phrase("at least, of category II", "Ⅱ类学分下限"))
        let cap: Parameter<Tenths?> = .option(
            "project-cap", "CREDITS", Phrase("counted at most of one project", "每个项目计入上限"))
        let capOne: Parameter<Tenths?> = .option(
            "category-i-cap", "CREDITS", Phrase("counted at most, of category I", "Ⅰ类学分计入上限"))
        let capTwo: Parameter<Tenths?> = .option(
            "category-ii-cap", "CREDITS", Phrase("counted at most, of category II", "Ⅱ类学分计入上限"))
        let years: Parameter<UInt32> = .option("years", "COUNT", Phrase("that are summed", "合计年数"), default: 1)
        let basis: Parameter<String> = .option("basis", "TEXT", Phrase("the document it follows", "文件依据"), default: "")
        return Command(
            "save", Phrase("add a rule, or replace one", "新增或替换规则"), id, from, to, province, level, titles, credits,
            hours,
            one, two, cap, capOne, capTwo, years, basis
        ) { arguments, desk in
            let rule = CreditYearRule(
                id: arguments[id], fromYear: arguments[from], toYear: arguments[to],
                province: try desk.id(arguments[province]), unitLevel: arguments[level]?.value,
                titles: arguments[titles], creditsTenths: arguments[credits]?.count ?? 0,
                hoursTenths: arguments[hours]?.count ?? 0, categoryITenths: arguments[one]?.count ?? 0,
                categoryIiTenths: arguments[two]?.count ?? 0, projectCapTenths: arguments[cap]?.count ?? 0,
                categoryICapTenths: arguments[capOne]?.count ?? 0,
                categoryIiCapTenths: arguments[capTwo]?.count ?? 0, years: arguments[years], basis: arguments[basis])
            let reply: YearRuleReply = try desk.call(.creditsSaveYearRule, SaveYearRuleRequest(rule: rule))
            try desk.show(reply.rule)
            return .ok
        }
    }

    private static var removeRule: Command {
        let rule: Parameter<UInt64> = .argument("RULE", Phrase("its id", "规则编号"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("remove", Phrase("remove a rule", "删除规则"), rule, reason) { arguments, desk in
            let reply: YearRuleReply = try desk.call(
                .creditsRemoveYearRule, RemoveYearRuleRequest(rule: arguments[rule], reason: arguments[reason]))
            try desk.show(reply.rule)
            return .ok
        }
    }

    private static var listRules: Command {
        Command("list", Phrase("all rules", "全部规则"), Paging.limit, Paging.after, Paging.all) { arguments, desk in
            try desk.list(arguments, .yearRules, .creditsListYearRules) { after, limit in
                ListYearRulesRequest(after: after, limit: limit)
            } rows: { (reply: ListYearRulesReply, table) in
                for rule in reply.rules { table.add(rule, desk) }
                return (reply.rules.count, reply.next)
            }
            return .ok
        }
    }

    /// CRD-5c: whether people have what is asked of them.
    static var compliance: Command {
        Command(
            "compliance", Phrase("who has what is asked of them in a year", "年度达标情况"),
            commands: [people, units, .regionCompliance, excuse])
    }

    private static let year: Parameter<UInt32> = .option(
        "year", "YEAR", Phrase("else this year", "年度，默认今年"), default: 0)

    private static var people: Command {
        Command(
            "list", Phrase("the people of a unit", "单位人员达标情况"), Name<UnitRegister>.positional, year, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let unit = try desk.id(arguments[Name<UnitRegister>.positional])
            try desk.list(arguments, .compliance, .creditsListCompliance) { after, limit in
                ListComplianceRequest(unit: unit, year: arguments[year], after: after, limit: min(limit, 200))
            } rows: { (reply: ListComplianceReply, table) in
                for person in reply.people { table.add(person) }
                return (reply.people.count, reply.next)
            }
            return .ok
        }
    }

    private static var units: Command {
        Command(
            "units", Phrase("the units of a region, counted", "地区各单位达标人数"), Name<RegionRegister>.positional, year,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let region = try desk.id(arguments[Name<RegionRegister>.positional])
            let table = Table(
                .init("unit", Phrase("Unit", "单位"), .right), .init("name", Phrase("Name", "名称")),
                .init("people", Phrase("People", "人数"), .right), .init("met", Phrase("Met", "达标"), .right),
                .init("ruleless", Phrase("Not asked", "无要求"), .right))
            try desk.list(arguments, table, .creditsListUnitCompliance) { after, limit in
                ListUnitComplianceRequest(
                    region: region, year: arguments[year], after: after, limit: min(limit, 20))
            } rows: { (reply: ListUnitComplianceReply, table) in
                for unit in reply.units {
                    table.add(
                        .init(unit.unit), .init(unit.name), .init(unit.people), .init(unit.met), .init(unit.ruleless))
                }
                return (reply.units.count, reply.next)
            }
            return .ok
        }
    }

    private static var excuse: Command {
        let person: Parameter<String> = .argument(
            "PERSON", Phrase("by id, or by name with --unit", "人员编号，或姓名（须指定 --unit）"))
        let unit = Name<UnitRegister>.option("unit", Phrase("of which they are a member", "所在单位"))
        let reason: Parameter<String> = .option(
            "reason", "TEXT", Phrase("why; without it they are asked again", "原因；不填则取消免除"), default: "")
        return Command("excuse", Phrase("ask nothing of somebody in a year", "免除某人某年度要求"), person, unit, year, reason) {
            arguments, desk in
            let reply: ComplianceReply = try desk.call(
                .creditsExcuseYear,
                ExcuseYearRequest(
                    person: try desk.member(arguments[person], of: arguments[unit]), year: arguments[year],
                    reason: arguments[reason]))
            try desk.show(reply)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func show(_ rule: CreditYearRule?) throws {
        var table = Table.yearRules
        if let rule { table.add(rule, self) }
        try interaction.show(table)
    }
}

extension Table {
    fileprivate static var yearRules: Table {
        Table(
            .init("rule", Phrase("Rule", "规则"), .right), .init("from_year", Phrase("From", "起始年度"), .right),
            .init("to_year", Phrase("To", "截止年度"), .right), .init("province", Phrase("Province", "省份")),
            .init("unit_level", Phrase("Level", "单位级别")), .init("titles", Phrase("Titles", "职称")),
            .init("credits_tenths", Phrase("Credits", "学分"), .right),
            .init("hours_tenths", Phrase("Hours", "学时"), .right),
            .init("category_i_tenths", Phrase("Category I", "Ⅰ类"), .right),
            .init("category_ii_tenths", Phrase("Category II", "Ⅱ类"), .right),
            .init("project_cap_tenths", Phrase("Project cap", "项目上限"), .right),
            .init("category_i_cap_tenths", Phrase("I cap", "Ⅰ类上限"), .right),
            .init("category_ii_cap_tenths", Phrase("II cap", "Ⅱ类上限"), .right),
            .init("years", Phrase("Years", "年数"), .right), .init("basis", Phrase("Basis", "依据")))
    }

    fileprivate mutating func add(_ rule: CreditYearRule, _ desk: Desk) {
        let province = desk.name(of: rule.province, in: RegionRegister.self)
        add(
            .init(rule.id), .init(rule.fromYear), rule.toYear == 0 ? .empty : .init(rule.toYear),
            rule.province == 0 ? .empty : .init(Phrase(province), json: JSON(rule.province)), .init(rule.unitLevel),
            .init(Phrase(rule.titles.joined(separator: ", ")), json: .array(rule.titles.map(JSON.string))),
            Shown.tenths(rule.creditsTenths), Shown.tenths(rule.hoursTenths), Shown.tenths(rule.categoryITenths),
            Shown.tenths(rule.categoryIiTenths), Shown.tenths(rule.projectCapTenths),
            Shown.tenths(rule.categoryICapTenths), Shown.tenths(rule.categoryIiCapTenths), .init(rule.years),
            .init(rule.basis))
    }
}
