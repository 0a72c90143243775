import Application
import Domain
import Messages
import Storage

extension InstructorList {
    /// PRJ-2: who teaches what of an offering, for how many hours; empty for an unknown one.
    init(of offering: UInt64, _ snapshot: Snapshot) throws {
        self.init(
            stored: try snapshot.all(
                "SELECT course, person, hours_tenths FROM instructor WHERE offering = ?1 ORDER BY course, person",
                offering
            ) { Entry(course: $0.id(0), person: $0.id(1), hours: Tenths($0.uint32(2))) })
    }
}

// PRJ-2: instructors are changed with their offering.
extension Projects {
    /// Whether the person is an instructor of any offering.
    func hasTaught(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM instructor WHERE person = ?1", person)
    }

    /// The instructors as given, each matched with the person whose number it is.
    /// - Parameter offering: 0 for a new one. Whoever teaches there already is known, though they may have closed their account.
    /// - Throws: `notFound` for a number that is nobody's.
    func matched(
        _ teaching: Teaching, _ offering: UInt64, project: UInt64, _ snapshot: Snapshot
    ) throws -> InstructorList {
        let known = Set(try InstructorList(of: offering, snapshot).entries.map(\.person))
        let courses = try courses(of: project, snapshot)
        let entries = try teaching.instructors.prefix(InstructorList.limit + 1).map { given in
            let number = try ParticipantNumber(given.number, field: "instructors.number")
            guard try known.contains(number.person) || snapshot.exists(.personHasAccount, number.person) else {
                throw ParticipantNumber.unknown(given.number, field: "instructors.number")
            }
            return InstructorList.Entry(
                course: given.course, person: number.person, hours: Tenths(given.hoursTenths))
        }
        return try InstructorList(
            Array(entries),
            courses: Dictionary(courses.map { ($0.id, Tenths($0.hoursTenths)) }) { first, _ in first })
    }

    /// Stores the instructors of an offering in place of those before.
    func replaceInstructors(of offering: UInt64, by list: InstructorList, _ transaction: Transaction) throws {
        try deleteInstructors(of: offering, transaction)
        for entry in list.entries {
            try transaction.execute(
                "INSERT INTO instructor (id, offering, course, person, hours_tenths) VALUES (?1, ?2, ?3, ?4, ?5)",
                transaction.newID(), offering, entry.course, entry.person, entry.hours.count)
        }
    }

    func deleteInstructors(of offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM instructor WHERE offering = ?1", offering)
    }

    /// Throws `wrongState` for a course that an offering has instructors for.
    func requireNoInstructors(of course: UInt64, named name: String, _ snapshot: Snapshot) throws {
        guard try !snapshot.exists("SELECT 1 FROM instructor WHERE course = ?1", course) else {
            throw Refusal(
                .wrongState, field: "courses",
                "a draft has instructors of the course \(name): change that first (rollcall-admin offerings change OFFERING)",
                zh: "草稿期次中有课程“\(name)”的授课教师：请先修改（rollcall-admin offerings change 期次）")
        }
    }

    /// The caller's participant number, and what they teach.
    func myTeaching(_ request: MyTeachingRequest, _ context: ReadContext) throws -> MyTeachingReply {
        let person = try context.call.person().id
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(
                TaughtCourse.ofPerson, person, before(request.after), limit, body: TaughtCourse.columns.read)
        }
        return MyTeachingReply(
            number: ParticipantNumber(of: person).description, courses: page.elements, next: page.next ?? 0)
    }
}

extension InstructorList {
    func message(_ snapshot: Snapshot) throws -> Teaching {
        Teaching(
            instructors: try entries.map { entry in
                Instructor(
                    course: entry.course, number: ParticipantNumber(of: entry.person).description,
                    name: try snapshot.first(.nameOfPerson, entry.person) { $0.text(0) } ?? "", person: entry.person,
                    hoursTenths: entry.hours.count)
            })
    }
}

extension Offering {
    /// As everybody reads it: participant numbers are for those who have a role.
    func shown(to call: Call) -> Offering {
        if case .person(let person) = call.caller, !person.grants.isEmpty { return self }
        var offering = self
        offering.teaching?.instructors = (teaching?.instructors ?? []).map { instructor in
            Instructor(course: instructor.course, name: instructor.name, hoursTenths: instructor.hoursTenths)
        }
        return offering
    }
}

extension TaughtCourse {
    fileprivate static let columns = Columns(
        """
        i.id, i.offering, o.title, o.state, j.number, j.name, c.name, i.hours_tenths,
        (SELECT MIN(d.day) FROM activity_date d WHERE d.offering = o.id),
        (SELECT MAX(d.day) FROM activity_date d WHERE d.offering = o.id)
        """
    ) { row in
        TaughtCourse(
            id: row.id(), offering: row.id(), title: row.text(), state: try row.enumeration(),
            projectNumber: row.text(), projectName: row.text(), course: row.text(), hoursTenths: row.uint32(),
            firstDay: row.int32(), lastDay: row.int32())
    }

    fileprivate static let ofPerson = SQL(
        """
        SELECT \(columns) FROM instructor i JOIN offering o ON o.id = i.offering JOIN project j ON j.id = o.project
        JOIN course c ON c.id = i.course WHERE i.person = ?1 AND i.id < ?2 ORDER BY i.id DESC LIMIT ?3
        """)
}
