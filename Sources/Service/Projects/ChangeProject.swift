import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-8c: number, name, level, year, term and runs of a project; also category, hours, credits and courses until an offering of it has been
    /// submitted, for credit and attendance rest on them from then on.
    func changeProject(_ request: ChangeProjectRequest, _ context: WriteContext) throws -> ChangeProjectReply {
        guard let given = request.project else { throw Refusal(.invalid, field: "project") }
        let transaction = context.transaction
        guard let before = try self.project(given.id, transaction) else { throw Refusal(.notFound, field: "project") }
        try context.call.requireAuthority(over: before.owner, transaction)
        let (checked, term) = try (valid(given), given.term())
        if before.category == .i || checked.category == .i { try requireCatalogue(of: before.owner, context) }
        try requireFreeNumber(checked.number, besides: before.id, transaction)
        guard term.runs == 0 || term.runs >= Int(before.registered) else {
            throw Refusal(
                .placesInUse, field: "runs", "\(before.registered) runs are registered",
                zh: "已登记 \(before.registered) 期")
        }
        if !isAlike(given, before) {
            try requireUntaught(before.id, transaction)
            try replaceCourses(of: before, by: given.courses, checked.courses, transaction)
        }
        try transaction.execute(
            """
            UPDATE project SET number = ?2, name = ?3, level = ?4, category = ?5, hours_tenths = ?6,
            credits_tenths = ?7, runs = ?8, year = ?9, from_day = ?10, until_day = ?11 WHERE id = ?1
            """, before.id, checked.number, checked.name, checked.level.rawValue, checked.category.rawValue,
            checked.hours.count, checked.credits.count, term.runs, term.year, given.fromDay, given.untilDay)
        let after = try self.project(before.id, transaction)
        context.auditDetail = "project \(before.id): \(before.summary) → \(after?.summary ?? "")"
        return ChangeProjectReply(project: after)
    }

    /// Whether two projects are taught and credited alike.
    private func isAlike(_ given: Project, _ before: Project) -> Bool {
        given.category == before.category && given.hoursTenths == before.hoursTenths
            && given.creditsTenths == before.creditsTenths && given.courses == before.courses
    }

    private func requireUntaught(_ project: UInt64, _ snapshot: Snapshot) throws {
        let isTaught = try snapshot.exists(
            "SELECT 1 FROM offering WHERE project = ?1 AND state <> ?2", project, OfferingState.draft.rawValue)
        guard !isTaught else {
            throw Refusal(
                .wrongState, field: "project",
                "an offering of it was submitted: category, hours, credits and courses stay; create another project",
                zh: "该项目已有提交的期次：类别、学时、学分和课程不能再修改，请另建项目")
        }
    }

    private func replaceCourses(
        of before: Project, by given: [Course], _ courses: [ValidProject.Course], _ transaction: Transaction
    ) throws {
        let known = Set(before.courses.map(\.id))
        for course in given where course.id != 0 && !known.contains(course.id) {
            throw Refusal(.notFound, field: "courses.id")
        }
        for course in before.courses where !given.contains(where: { $0.id == course.id }) {
            let isPlanned = try transaction.exists(
                """
                SELECT 1 FROM offering o JOIN offering_window w ON w.offering = o.id
                WHERE o.project = ?1 AND w.course = ?2
                """, before.id, course.id)
            guard !isPlanned else {
                throw Refusal(
                    .wrongState, field: "courses",
                    "a draft has a window of the course \(course.name): change that first (rollcall-admin offerings change OFFERING)",
                    zh: "草稿期次中有课程“\(course.name)”的考勤时段：请先修改（rollcall-admin offerings change 期次）")
            }
            try requireNoInstructors(of: course.id, named: course.name, transaction)
            try transaction.execute("DELETE FROM course WHERE id = ?1", course.id)
        }
        for (course, checked) in zip(given, courses) {
            guard course.id != 0 else {
                try insert(checked, of: before.id, transaction)
                continue
            }
            try transaction.execute(
                "UPDATE course SET name = ?2, hours_tenths = ?3, credits_tenths = ?4 WHERE id = ?1", course.id,
                checked.name, checked.hours.count, checked.credits.count)
        }
    }
}

extension Project {
    /// For the audit log.
    fileprivate var summary: AuditDetail {
        let term: AuditDetail = fromDay == 0 ? "" : "\(Day(fromDay)) to \(Day(untilDay)), "
        let courses: [AuditDetail] = courses.map {
            "\($0.name):\(Tenths($0.hoursTenths)):\(Tenths($0.creditsTenths))"
        }
        return "\(number) \(name), \(year), \(term)\(runs) runs, \(Tenths(hoursTenths)) h, \(Tenths(creditsTenths)), "
            + courses.joined(separator: ", ")
    }
}
