import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-2: a project whose courses add up.
    func createProject(_ request: CreateProjectRequest, _ context: WriteContext) throws -> CreateProjectReply {
        guard let given = request.project else { throw Refused(.invalid, field: "project") }
        try context.call.requireAuthority(over: given.owner, context.transaction)
        guard let level = Domain.ProjectLevel(number: given.level), let category = Domain.CreditCategory(given.category)
        else { throw Refused(.invalid, field: given.level == .unspecified ? "level" : "category") }
        let project = try Domain.Project(
            number: given.number, name: given.name, level: level, category: category, hours: Tenths(given.hoursTenths),
            credits: Tenths(given.creditsTenths),
            courses: given.courses.map {
                .init(name: $0.name, hours: Tenths($0.hoursTenths), credits: Tenths($0.creditsTenths))
            })
        let transaction = context.transaction
        guard try transaction.exists("SELECT 1 FROM organisation WHERE id = ?1", given.owner) else {
            throw Refused(.notFound, field: "owner")
        }
        guard try !transaction.exists("SELECT 1 FROM project WHERE number = ?1", project.number) else {
            throw Refused(.alreadyExists, field: "number")
        }
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO project (id, number, name, level, category, hours_tenths, credits_tenths, owner)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """, id, project.number, project.name, level.rawValue, category.rawValue, project.hours.count,
            project.credits.count, given.owner)
        for course in project.courses {
            try transaction.execute(
                "INSERT INTO course (id, project, name, hours_tenths, credits_tenths) VALUES (?1, ?2, ?3, ?4, ?5)",
                try transaction.newID(), id, course.name, course.hours.count, course.credits.count)
        }
        context.auditDetail = "project \(id) \(project.number)"
        return CreateProjectReply(project: try projects(after: id - 1, limit: 1, name: "", transaction).first)
    }

    func listProjects(_ request: ListProjectsRequest, _ context: ReadContext) throws -> ListProjectsReply {
        let limit = pageLimit(request.limit)
        let found = try projects(after: request.after, limit: limit, name: request.nameContains, context.snapshot)
        return ListProjectsReply(projects: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }

    private func projects(
        after: UInt64, limit: Int, name: String, _ snapshot: Snapshot
    ) throws -> [Messages.Project] {
        try snapshot.all(
            """
            SELECT id, number, name, level, category, hours_tenths, credits_tenths, owner FROM project
            WHERE id > ?1 AND (?2 = '' OR lower(name) LIKE '%' || lower(?2) || '%') ORDER BY id LIMIT ?3
            """, after, name, limit
        ) { row in
            let id = row.id(0)
            return Messages.Project(
                id: id, number: row.text(1), name: row.text(2),
                level: try row.enumeration(3),
                category: try row.enumeration(4), hoursTenths: row.uint32(5),
                creditsTenths: row.uint32(6), owner: row.id(7), courses: try courses(of: id, snapshot))
        }
    }

    /// The courses of a project, in the order of their ids.
    func courses(of project: UInt64, _ snapshot: Snapshot) throws -> [Messages.Course] {
        try snapshot.all(
            "SELECT id, name, hours_tenths, credits_tenths FROM course WHERE project = ?1 ORDER BY id", project
        ) { Messages.Course(id: $0.id(0), name: $0.text(1), hoursTenths: $0.uint32(2), creditsTenths: $0.uint32(3)) }
    }
}

extension Domain.ProjectLevel {
    init?(number: Messages.ProjectLevel) { self.init(rawValue: UInt8(truncatingIfNeeded: number.rawValue)) }
}

extension Domain.CreditCategory {
    init?(_ number: Messages.CreditCategory) { self.init(rawValue: UInt8(truncatingIfNeeded: number.rawValue)) }
}
