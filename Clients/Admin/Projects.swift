import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// PRJ-2: projects and their courses.
    static var projects: Command {
        Command(
            "projects", Phrase("projects and their courses", "继教项目与课程"),
            commands: [create, change, .withdrawProject, .reopenProject, list, show, .projectRuns, .heldRuns])
    }

    private static let approvedRuns: Parameter<UInt32?> = .option(
        "runs", "N", Phrase("how many runs were approved; any number unless given", "获批期数，默认不限"))
    private static let ofYear: Parameter<UInt32?> = .option("year", "YEAR", Phrase("its year", "年度"))
    private static let termFrom: Parameter<DateSpec?> = .option("from", "DAY", Phrase("its term begins", "执行期限开始日期"))
    private static let termUntil: Parameter<DateSpec?> = .option(
        "until", "DAY", Phrase("the last day of its term", "执行期限结束日期"))

    private static var create: Command {
        let number: Parameter<String> = .argument("NUMBER", Phrase("the committee's number", "项目号"))
        let name: Parameter<String> = .argument("NAME", Phrase("its name", "项目名称"))
        let owner = Name<OrganisationRegister>.required("owner", Phrase("the organisation that offers it", "主办单位"))
        let level: Parameter<Choice<ProjectLevel>> = .option(
            "level", "LEVEL", Phrase("national, provincial or city", "级别"), default: Choice(.provincial))
        let category: Parameter<Choice<CreditCategory>> = .option(
            "category", "CATEGORY", Phrase("ii; i only by a committee", "学分类别；Ⅰ类仅限继教委"), default: Choice(.ii))
        let hours: Parameter<Tenths> = .required("hours", "HOURS", Phrase("in all", "总学时"))
        let credits: Parameter<Tenths> = .required("credits", "CREDITS", Phrase("in all", "总学分"))
        let courses: Parameter<[CourseSpec]> = .options(
            "course", "NAME:HOURS:CREDITS",
            Phrase("a course; their sums must be the project's", "课程，“名称:学时:学分”，合计须与项目一致"))
        return Command(
            "create", Phrase("create a project", "新建项目"), number, name, owner, level, category, hours, credits,
            courses, approvedRuns, ofYear, termFrom, termUntil
        ) { arguments, desk in
            let reply: CreateProjectReply = try desk.call(
                .projectsCreateProject,
                CreateProjectRequest(
                    project: Project(
                        number: arguments[number], name: arguments[name], level: arguments[level].value,
                        category: arguments[category].value, hoursTenths: arguments[hours].count,
                        creditsTenths: arguments[credits].count, owner: try desk.id(arguments[owner]),
                        courses: arguments[courses].map {
                            Messages.Course(name: $0.name, hoursTenths: $0.hours.count, creditsTenths: $0.credits.count)
                        },
                        runs: arguments[approvedRuns] ?? 0, year: arguments[ofYear] ?? 0,
                        fromDay: arguments[termFrom]?.day.number ?? 0, untilDay: arguments[termUntil]?.day.number ?? 0))
            )
            var table = projectTable
            if let project = reply.project { table.add(project, desk) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    /// PRJ-8c: values not given stay.
    private static var change: Command {
        let id = Name<ProjectRegister>.positional
        let number: Parameter<String?> = .option("number", "NUMBER", Phrase("the committee's number", "项目号"))
        let name: Parameter<String?> = .option("name", "NAME", Phrase("its new name", "新名称"))
        let level: Parameter<Choice<ProjectLevel>?> = .option(
            "level", "LEVEL", Phrase("national, provincial or city", "级别"))
        let category: Parameter<Choice<CreditCategory>?> = .option(
            "category", "CATEGORY", Phrase("i or ii", "学分类别"))
        let hours: Parameter<Tenths?> = .option("hours", "HOURS", Phrase("in all", "总学时"))
        let credits: Parameter<Tenths?> = .option("credits", "CREDITS", Phrase("in all", "总学分"))
        let courses: Parameter<[CourseSpec]> = .options(
            "course", "NAME:HOURS:CREDITS",
            Phrase("the courses, all of them; one named as before stays that course", "全部课程；名称不变者仍为原课程"))
        return Command(
            "change", Phrase("change a project; what is not given stays", "修改项目，未给出的保持不变"), id, number, name,
            level, category, hours, credits, courses, approvedRuns, ofYear, termFrom, termUntil
        ) { arguments, desk in
            var project = try desk.project(try desk.id(arguments[id]))
            if let number = arguments[number] { project.number = number }
            if let name = arguments[name] { project.name = name }
            if let level = arguments[level] { project.level = level.value }
            if let category = arguments[category] { project.category = category.value }
            if let hours = arguments[hours] { project.hoursTenths = hours.count }
            if let credits = arguments[credits] { project.creditsTenths = credits.count }
            if let runs = arguments[approvedRuns] { project.runs = runs }
            if let year = arguments[ofYear] { project.year = year }
            if let from = arguments[termFrom] { project.fromDay = from.day.number }
            if let until = arguments[termUntil] { project.untilDay = until.day.number }
            let before = project.courses
            if !arguments[courses].isEmpty {
                project.courses = arguments[courses].map { course in
                    Messages.Course(
                        id: before.first { $0.name == course.name }?.id ?? 0, name: course.name,
                        hoursTenths: course.hours.count, creditsTenths: course.credits.count)
                }
            }
            let reply: ChangeProjectReply = try desk.call(
                .projectsChangeProject, ChangeProjectRequest(project: project))
            var table = projectTable
            if let project = reply.project { table.add(project, desk) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        let name: Parameter<String?> = .option("name", "TEXT", Phrase("whose name has this", "名称包含"))
        let number: Parameter<String?> = .option("number", "TEXT", Phrase("whose number has this", "项目号包含"))
        let level: Parameter<Choice<ProjectLevel>?> = .option("level", "LEVEL", Phrase("of this level", "仅此级别"))
        let category: Parameter<Choice<CreditCategory>?> = .option(
            "category", "CATEGORY", Phrase("of this category", "仅此学分类别"))
        let state: Parameter<Choice<ProjectState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        let day: Parameter<DateSpec?> = .option("on", "DAY", Phrase("in whose term this day lies", "执行期限包含此日期"))
        let owner = Name<OrganisationRegister>.option("owner", Phrase("of this organisation", "仅此主办单位"))
        return Command(
            "list", Phrase("the catalogue", "项目库"), name, number, level, category, ofYear, state, day, owner,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let of = try desk.id(arguments[owner])
            try desk.list(arguments, projectTable, .projectsListProjects) { after, limit in
                ListProjectsRequest(
                    after: after, limit: limit, nameContains: arguments[name] ?? "",
                    numberContains: arguments[number] ?? "", level: arguments[level]?.value,
                    year: arguments[ofYear] ?? 0, state: arguments[state]?.value,
                    onDay: arguments[day]?.day.number ?? 0, category: arguments[category]?.value, owner: of)
            } rows: { (reply: ListProjectsReply, table) in
                for project in reply.projects { table.add(project, desk) }
                return (reply.projects.count, reply.next)
            }
            return .ok
        }
    }
}

extension Command {
    private static var show: Command {
        Command(
            "show", Phrase("one, with its courses", "查看项目及其课程"), Name<ProjectRegister>.positional
        ) { arguments, desk in
            let project = try desk.project(desk.id(arguments[Name<ProjectRegister>.positional]))
            var table = projectTable
            table.add(project, desk)
            try desk.interaction.show(table)
            guard !desk.interaction.isJSON else { return .ok }
            var courses = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("course", Phrase("Course", "课程")),
                .init("hours_tenths", Phrase("Hours", "学时"), .right),
                .init("credits_tenths", Phrase("Credits", "学分"), .right))
            for course in project.courses {
                courses.add(
                    .init(course.id), .init(course.name), Shown.tenths(course.hoursTenths),
                    Shown.tenths(course.creditsTenths))
            }
            try desk.interaction.show(courses)
            return .ok
        }
    }
}

private var projectTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("number", Phrase("Number", "项目号"), .exact),
        .init("name", Phrase("Name", "名称")), .init("category", Phrase("Category", "类别")),
        .init("hours_tenths", Phrase("Hours", "学时"), .right),
        .init("credits_tenths", Phrase("Credits", "学分"), .right), .init("owner_name", Phrase("Owner", "主办单位")),
        .init("courses", Phrase("Courses", "课程")), .init("owner", Phrase("Owner", "主办单位"), .unshown),
        .init("level", Phrase("Level", "级别"), .unshown), .init("year", Phrase("Year", "年度"), .unshown),
        .init("from_day", Phrase("From", "开始"), .unshown), .init("until_day", Phrase("Until", "结束"), .unshown),
        .init("runs", Phrase("Runs", "期数"), .unshown), .init("registered", Phrase("Registered", "已登记"), .unshown),
        .init("state", Phrase("State", "状态"), .unshown))
}

extension Table {
    fileprivate mutating func add(_ project: Project, _ desk: Desk) {
        add(
            .init(project.id), .init(project.number), .init(project.name), .init(project.category),
            Shown.tenths(project.hoursTenths), Shown.tenths(project.creditsTenths),
            .init(desk.name(of: project.owner, in: OrganisationRegister.self)),
            .init(
                Phrase(
                    project.courses.map(\.name).joined(separator: ", "),
                    project.courses.map(\.name).joined(separator: "、")),
                json: .array(
                    project.courses.map {
                        [
                            "id": JSON($0.id), "name": .string($0.name), "hours_tenths": JSON($0.hoursTenths),
                            "credits_tenths": JSON($0.creditsTenths),
                        ]
                    })), .init(project.owner), .init(project.level), .init(project.year),
            project.fromDay == 0 ? .empty : Shown.day(project.fromDay),
            project.untilDay == 0 ? .empty : Shown.day(project.untilDay), .init(project.runs),
            .init(project.registered), .init(project.state))
    }
}
