import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-2: creates a project whose courses sum to its hours and credits.
    func createProject(_ request: CreateProjectRequest, _ context: WriteContext) throws -> CreateProjectReply {
        guard let given = request.project else { throw Refusal(.invalid, field: "project") }
        try context.call.requireAuthority(over: given.owner, context.transaction)
        let (project, term) = try (valid(given), given.term())
        if project.category == .i { try requireCatalogue(of: given.owner, context) }
        let transaction = context.transaction
        guard try transaction.exists(.organisationExists, given.owner) else {
            throw Refusal(.notFound, field: "owner")
        }
        try requireFreeNumber(project.number, besides: 0, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO project (id, number, name, level, category, hours_tenths, credits_tenths, owner, runs, year,
            from_day, until_day, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """, id, project.number, project.name, project.level.rawValue, project.category.rawValue,
            project.hours.count, project.credits.count, given.owner, term.runs, term.year, given.fromDay,
            given.untilDay, ProjectState.open.rawValue)
        for course in project.courses { try insert(course, of: id, transaction) }
        context.auditDetail = "project \(id) \(project.number)"
        return CreateProjectReply(project: try self.project(id, transaction))
    }

    /// PRJ-1c: throws for those who may not enter what the catalogue has: projects of category I are the committee's to enter.
    func requireCatalogue(of owner: UInt64, _ context: WriteContext) throws {
        guard try context.call.reaches(owner, as: [.platformAdmin, .committeeOfficer], context.transaction) else {
            throw Refusal(
                .notAllowed, field: "category",
                "a project of category I is chosen from the catalogue (rollcall-admin projects list); the committee enters it there",
                zh: "Ⅰ类学分项目只能从项目库中选择（rollcall-admin projects list），由继教委录入，不能手工添加")
        }
    }

    /// A project as given, checked.
    func valid(_ given: Project) throws -> ValidProject {
        guard let level = given.level else { throw Refusal(.invalid, field: "level") }
        guard let category = given.category else { throw Refusal(.invalid, field: "category") }
        try requirePrintable(given.name, field: "name")
        return try ValidProject(
            number: given.number, name: given.name, level: level, category: category, hours: Tenths(given.hoursTenths),
            credits: Tenths(given.creditsTenths),
            courses: given.courses.map {
                .init(name: $0.name, hours: Tenths($0.hoursTenths), credits: Tenths($0.creditsTenths))
            })
    }

    /// Throws `alreadyExists` where another project has the number.
    func requireFreeNumber(_ number: String, besides id: UInt64, _ snapshot: Snapshot) throws {
        guard try !snapshot.exists("SELECT 1 FROM project WHERE number = ?1 AND id <> ?2", number, id) else {
            throw Refusal(.alreadyExists, field: "number")
        }
    }

    func insert(_ course: ValidProject.Course, of project: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            "INSERT INTO course (id, project, name, hours_tenths, credits_tenths) VALUES (?1, ?2, ?3, ?4, ?5)",
            try transaction.newID(), project, course.name, course.hours.count, course.credits.count)
    }
}
