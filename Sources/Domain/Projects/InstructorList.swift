/// PRJ-2: the instructors of an offering, validated and sorted by course and person.
package struct InstructorList: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let course: UInt64
        package let person: UInt64
        /// The hours of the course that they teach.
        package let hours: Tenths

        package init(course: UInt64, person: UInt64, hours: Tenths) {
            self.course = course
            self.person = person
            self.hours = hours
        }
    }

    package let entries: [Entry]

    package static let limit = 200

    /// Restores what is stored, which was validated and sorted.
    package init(stored entries: [Entry]) { self.entries = entries }

    /// - Parameters:
    ///   - entries: with 0 hours for all the hours of the course.
    ///   - courses: the hours of each course of the offering's project.
    /// - Throws: `notFound` for a course of another project, `alreadyExists` for a person twice in one course, and
    ///   `hoursDoNotAddUp` where those of a course teach more than it has.
    package init(_ entries: [Entry], courses: [UInt64: Tenths]) throws(Refusal) {
        guard entries.count <= Self.limit else {
            throw Refusal(
                .invalid, field: "instructors", "at most \(Self.limit) instructors", zh: "授课教师最多 \(Self.limit) 人次")
        }
        var taught: [UInt64: [Tenths]] = [:]
        var checked: [Entry] = []
        for entry in entries {
            guard let whole = courses[entry.course] else {
                throw Refusal(
                    .notFound, field: "instructors.course", "the offering's project has no course \(entry.course)",
                    zh: "项目没有编号为 \(entry.course) 的课程")
            }
            guard !checked.contains(where: { $0.course == entry.course && $0.person == entry.person }) else {
                throw Refusal(
                    .alreadyExists, field: "instructors.number",
                    "\(ParticipantNumber(of: entry.person)) is named twice for one course",
                    zh: "同一课程重复填写了医通卡号 \(ParticipantNumber(of: entry.person))")
            }
            let hours = entry.hours == .zero ? whole : entry.hours
            taught[entry.course, default: []].append(hours)
            guard let sum = Tenths.sum(taught[entry.course] ?? []), sum <= whole else {
                throw Refusal(
                    .hoursDoNotAddUp, field: "instructors.hours_tenths",
                    "the course has \(whole) hours; its instructors would teach more",
                    zh: "课程共 \(whole) 学时，授课学时之和超出")
            }
            checked.append(Entry(course: entry.course, person: entry.person, hours: hours))
        }
        self.entries = checked.sorted { ($0.course, $0.person) < ($1.course, $1.person) }
    }
}
