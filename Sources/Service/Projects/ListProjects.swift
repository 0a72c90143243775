import Application
import Domain
import Messages
import Storage

extension Projects {
    /// A project with its courses; nil for an unknown id.
    func project(_ id: UInt64, _ snapshot: Snapshot) throws -> Project? {
        try snapshot.first(Project.one, id, body: Project.columns.read).map { try whole($0, snapshot) }
    }

    /// PRJ-1b: the catalogue. The narrowest filter chooses the range, the others choose in it.
    func listProjects(_ request: ListProjectsRequest, _ context: ReadContext) throws -> ListProjectsReply {
        let snapshot = context.snapshot
        let filter = try ProjectFilter(request)
        let page = try listPage(request.limit, by: \.id) { limit in
            var (found, last): ([Project], UInt64) = ([], request.after)
            while found.count < limit {
                let rows = try range(request, after: last, limit, snapshot)
                found += rows.filter(filter.passes)
                guard rows.count == limit, let end = rows.last?.id else { break }
                last = end
            }
            return found
        }
        return ListProjectsReply(
            projects: try page.elements.map { try whole($0, snapshot) }, next: page.next ?? 0)
    }

    private func range(
        _ request: ListProjectsRequest, after last: UInt64, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [Project] {
        let read = Project.columns.read
        if request.owner != 0 { return try snapshot.all(Project.ofOwner, last, request.owner, limit, body: read) }
        if request.year != 0 {
            return try snapshot.all(Project.ofYear, last, UInt64(request.year), limit, body: read)
        }
        return try snapshot.all(Project.list, last, limit, body: read)
    }

    private func whole(_ project: Project, _ snapshot: Snapshot) throws -> Project {
        var project = project
        project.courses = try courses(of: project.id, snapshot)
        project.registered = UInt32(clamping: try registeredRuns(of: project.id, snapshot))
        return project
    }

    /// PRJ-9a: how many runs were submitted, and neither rejected nor cancelled; a skills exam is no run.
    func registeredRuns(of project: UInt64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.first(
            """
            SELECT COUNT(*) FROM offering o WHERE project = ?1 AND state IN (?2, ?3, ?4) AND NOT EXISTS
            (SELECT 1 FROM course_session s WHERE s.offering = o.id AND s.checklist <> 0)
            """, project,
            OfferingState.submitted.rawValue, OfferingState.returned.rawValue, OfferingState.approved.rawValue
        ) { $0.int(0) } ?? 0
    }

    /// The courses of a project, in the order of their ids.
    func courses(of project: UInt64, _ snapshot: Snapshot) throws -> [Messages.Course] {
        try snapshot.all(
            "SELECT id, name, hours_tenths, credits_tenths FROM course WHERE project = ?1 ORDER BY id", project
        ) { Messages.Course(id: $0.id(), name: $0.text(), hoursTenths: $0.uint32(), creditsTenths: $0.uint32()) }
    }
}

/// The filters of a list of projects.
private struct ProjectFilter {
    private let request: ListProjectsRequest
    private let name: String
    private let number: String

    init(_ request: ListProjectsRequest) throws(Refusal) {
        self.request = request
        name = try SoughtText(request.nameContains, field: "name_contains").text.lowercased()
        number = try SoughtText(request.numberContains, field: "number_contains").text.lowercased()
    }

    func passes(_ project: Project) -> Bool {
        guard name.isEmpty || project.name.lowercased().contains(name),
            number.isEmpty || project.number.lowercased().contains(number),
            request.level == nil || project.level == request.level,
            request.category == nil || project.category == request.category,
            request.year == 0 || project.year == request.year,
            request.state == nil || project.state == request.state,
            request.owner == 0 || project.owner == request.owner
        else { return false }
        return request.onDay == 0 || project.fromDay == 0
            || (project.fromDay...project.untilDay).contains(request.onDay)
    }
}

extension Project {
    /// The year, the term and the runs, checked.
    func term() throws(Refusal) -> ProjectTerm {
        try ProjectTerm(year: year, fromDay: fromDay, untilDay: untilDay, runs: runs)
    }

    /// Without its courses, and without how many runs are registered.
    fileprivate static let columns = Columns(
        """
        id, number, name, level, category, hours_tenths, credits_tenths, owner, runs, year, from_day, until_day, state
        """
    ) { row in
        Project(
            id: row.id(), number: row.text(), name: row.text(), level: try row.enumeration(),
            category: try row.enumeration(), hoursTenths: row.uint32(), creditsTenths: row.uint32(), owner: row.id(),
            runs: row.uint32(), year: row.uint32(), fromDay: row.int32(), untilDay: row.int32(),
            state: try row.enumeration())
    }

    fileprivate static let one = SQL("SELECT \(columns) FROM project WHERE id = ?1")

    fileprivate static let list = SQL("SELECT \(columns) FROM project WHERE id > ?1 ORDER BY id LIMIT ?2")

    fileprivate static let ofYear = SQL(
        "SELECT \(columns) FROM project WHERE year = ?2 AND id > ?1 ORDER BY id LIMIT ?3")

    fileprivate static let ofOwner = SQL(
        "SELECT \(columns) FROM project WHERE owner = ?2 AND id > ?1 ORDER BY id LIMIT ?3")
}
