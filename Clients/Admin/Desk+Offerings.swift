import ClientKit
import Console
import Domain
import Messages

extension Desk {
    func show(_ offering: Offering?) throws {
        guard let offering else { return }
        let state = interaction.text(Table.Cell(offering.state).text)
        let roster = interaction.text(Phrase("roster \(offering.rosterSize)", "名单 \(offering.rosterSize) 人"))
        let courses = try courseNames(of: offering)
        let place = name(of: offering.base, in: OrganisationRegister.self)
        let project = name(of: offering.project, in: ProjectRegister.self)
        let programme = name(of: offering.programme, in: ProgrammeRegister.self)
        let marks = Phrase(
            "pass mark \(hundredths(Int(offering.passMarkHundredths))), a venue code lasts \(offering.codePeriodS) s",
            "及格分 \(hundredths(Int(offering.passMarkHundredths)))，签到码每 \(offering.codePeriodS) 秒更新")
        let hours = interaction.text(Phrase("h", "学时"))
        try interaction.show(
            [
                "id": JSON(offering.id), "title": .string(offering.title), "state": JSON(offering.state),
                "programme": JSON(offering.programme), "project": JSON(offering.project), "base": JSON(offering.base),
                "programme_name": .string(programme), "project_name": .string(project), "base_name": .string(place),
                "time_zone": .string(offering.timeZone), "pass_mark_hundredths": JSON(offering.passMarkHundredths),
                "code_period_s": JSON(offering.codePeriodS), "roster_size": JSON(offering.rosterSize),
                "dates": .array(
                    offering.dates.map {
                        ["day": .string(Day($0.day).description), "hours_tenths": JSON($0.hoursTenths)]
                    }),
                "windows": .array(offering.windows.map(\.json)), "modality": JSON(offering.modality),
                "instructors": .array((offering.teaching?.instructors ?? []).map(\.json)),
                "documents": .array(offering.documents.map { ["id": JSON($0.id), "kind": JSON($0.kind)] }),
            ],
            text: (["\(offering.id)  \(offering.title)  \(state)  \(roster)", "  \(place)  \(project)  \(programme)"]
                + ["  \(interaction.text(marks))  \(offering.timeZone)"]
                + (offering.modality == .inPerson ? [] : ["  \(interaction.text(Table.Cell(offering.modality).text))"])
                + offering.dates.map { "  \(Day($0.day))  \(Tenths($0.hoursTenths)) \(hours)" }
                + offering.windows.map { "  \($0.text(courses))" }
                + (offering.teaching?.instructors ?? []).map { "  \($0.text(courses))" }
                + offering.documents.map { "  \(interaction.text(Table.Cell($0.kind).text)) \($0.id)" })
                .joined(separator: "\n"))
    }

    /// Returns the names of the courses that an offering's windows and instructors name.
    func courseNames(of offering: Offering?) throws -> [UInt64: String] {
        guard let offering,
            offering.windows.contains(where: { $0.course != 0 }) || offering.teaching?.instructors.isEmpty == false
        else { return [:] }
        return courseNames(try project(offering.project))
    }

    func courseNames(_ project: Project) -> [UInt64: String] {
        Dictionary(project.courses.map { ($0.id, $0.name) }) { first, _ in first }
    }
}

extension WindowSpec {
    func message(_ courses: [String: UInt64]) -> Window {
        Window(
            day: day.number, fromMinute: fromMinute, toMinute: toMinute, course: course.flatMap { courses[$0] } ?? 0)
    }
}

extension Window {
    /// - Parameter courses: their names.
    func text(_ courses: [UInt64: String]) -> String {
        let window = AttendanceWindow(day: Day(day), fromMinute: Int(fromMinute), toMinute: Int(toMinute))
        return course == 0 ? "\(window)" : "\(window) @\(courses[course] ?? String(course))"
    }

    var json: JSON {
        [
            "day": .string(Day(day).description), "from_minute": JSON(fromMinute), "to_minute": JSON(toMinute),
            "course": JSON(course),
        ]
    }
}
