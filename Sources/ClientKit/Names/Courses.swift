import Console
package import Messages

extension Desk {
    package func offering(_ id: UInt64) throws -> Offering {
        let reply: OfferingReply = try call(.projectsGetOffering, GetOfferingRequest(offering: id))
        guard let offering = reply.offering else { throw ClientError.badReply(.projectsGetOffering).commandFailure }
        return offering
    }

    /// Returns the id of a course of an offering's project, by its id or name; 0 for none.
    package func course(_ text: String?, of offering: Name<OfferingRegister>) throws -> UInt64 {
        guard let text else { return 0 }
        return try courses(of: self.offering(id(offering)).project, named: [text])[text] ?? 0
    }

    package func project(_ id: UInt64) throws -> Project {
        let reply: ListProjectsReply = try call(
            .projectsListProjects, ListProjectsRequest(after: id &- 1, limit: 1))
        guard let project = reply.projects.first(where: { $0.id == id }) else {
            throw CommandFailure(.refused, name: "not_found", Phrase("there is no project \(id)", "没有编号为 \(id) 的项目"))
        }
        return project
    }

    /// Returns the courses of a project by the id or name that windows and instructors use.
    package func courses(of project: UInt64, named names: [String]) throws -> [String: UInt64] {
        try names.isEmpty ? [:] : courses(of: self.project(project), named: names)
    }

    package func courses(of project: Project, named names: [String]) throws -> [String: UInt64] {
        var ids: [String: UInt64] = [:]
        for name in names {
            guard let course = project.courses.first(where: { $0.name == name || String($0.id) == name }) else {
                let known = project.courses.map(\.name).joined(separator: ", ")
                throw CommandFailure(
                    .usage, name: "no_such_course", Phrase("the project has no course \(name)", "项目没有课程“\(name)”"),
                    hint: Phrase("its courses: \(known)", "已有课程：\(known)"))
            }
            ids[name] = course.id
        }
        return ids
    }
}
