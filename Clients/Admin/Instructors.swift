import ClientKit
import Console
import Domain
import Messages

/// An instructor, their hours and their course: `10215`, `10215:3.5@理论`; `none` for nobody.
struct InstructorSpec: ArgumentValue {
    /// Nil for nobody.
    let number: String?
    /// Nil for all hours of the course.
    let hours: Tenths?
    /// By id or name; nil for the only one.
    let course: String?

    init?(argument: String) {
        let halves = argument.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let parts = halves[0].split(whereSeparator: { $0 == ":" || $0 == "：" }).map(String.init)
        guard (1...2).contains(parts.count), halves.count == 1 || !halves[1].isEmpty else { return nil }
        course = halves.count == 2 ? halves[1] : nil
        number = ["none", "无"].contains(parts[0]) ? nil : parts[0]
        guard parts.count == 2 else {
            hours = nil
            return
        }
        guard let hours = Tenths(argument: parts[1]) else { return nil }
        self.hours = hours
    }
    static var expectation: Phrase {
        Phrase("a participant number, perhaps with hours and a course (10215:3.5@COURSE)", "医通卡号，可附学时与课程（10215:3.5@课程）")
    }
    var argument: String { number ?? "none" }
}

extension Desk {
    /// The instructors that are given; without a course, of the project's only one.
    func teaching(_ specs: [InstructorSpec], of project: Project) throws -> Teaching {
        let ids = try courses(of: project, named: specs.compactMap(\.course))
        return Teaching(
            instructors: try specs.compactMap { spec in
                guard let number = spec.number else { return nil }
                let course = try spec.course.map { ids[$0] ?? 0 } ?? only(of: project)
                return Instructor(course: course, number: number, hoursTenths: spec.hours?.count ?? 0)
            })
    }

    private func only(of project: Project) throws(CommandFailure) -> UInt64 {
        guard project.courses.count == 1 else {
            let known = project.courses.map(\.name).joined(separator: ", ")
            throw CommandFailure(
                .usage, name: "usage",
                Phrase("of which course? --instructor NUMBER@COURSE", "哪门课程？--instructor 医通卡号@课程"),
                hint: Phrase("its courses: \(known)", "已有课程：\(known)"))
        }
        return project.courses[0].id
    }
}

extension Instructor {
    /// - Parameter courses: their names.
    func text(_ courses: [UInt64: String]) -> String {
        let course = courses[course] ?? String(course)
        return "\(number) \(name) \(Tenths(hoursTenths)) @\(course)"
    }

    var json: JSON {
        [
            "course": JSON(course), "number": .string(number), "name": .string(name), "hours_tenths": JSON(hoursTenths),
        ]
    }
}
