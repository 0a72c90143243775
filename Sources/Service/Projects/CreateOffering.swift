import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-3, PRJ-9d: creates an offering with its activity dates and windows, at a base or at the premises of a provider.
    func createOffering(_ request: CreateOfferingRequest, _ context: WriteContext) throws -> OfferingReply {
        guard let given = request.offering else { throw Refusal(.invalid, field: "offering") }
        let transaction = context.transaction
        guard let project = try self.project(given.project, transaction) else {
            throw Refusal(.notFound, field: "project")
        }
        try context.call.requireAuthority(overAnyOf: [given.base, project.owner], transaction)
        try requirePlace(given.base, transaction)
        try requireUsable(project, context)
        try requireOpen(project)
        guard try transaction.exists(.programmeExists, given.programme) else {
            throw Refusal(.notFound, field: "programme")
        }
        let id = try insert(given, .draft, context)
        context.auditDetail = "offering \(id)"
        let record = try OfferingRecord(id, transaction)
        try awaitEnds(of: record, transaction)
        return OfferingReply(offering: try record.message(transaction))
    }

    /// SKL-1a: an offering that needs nobody's approval, for an area that has asked for the authority over its place.
    func hold(_ given: Offering, _ context: WriteContext) throws -> UInt64 {
        guard try self.project(given.project, context.transaction) != nil else {
            throw Refusal(.notFound, field: "project")
        }
        return try insert(given, .approved, context)
    }

    private func insert(_ given: Offering, _ state: OfferingState, _ context: WriteContext) throws -> UInt64 {
        let transaction = context.transaction
        let offering = try valid(given, project: given.project, programme: given.programme, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO offering
            (id, programme, project, base, title, state, pass_mark_hundredths, code_period_s, revision, modality)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """, id, given.programme, given.project, given.base, offering.title, state.rawValue, offering.passMark,
            offering.codePeriodSeconds, OfferingRevision.new(context), (given.modality ?? .inPerson).rawValue)
        try insertPlan(of: offering, id, transaction)
        if let teaching = given.teaching {
            let instructors = try matched(teaching, 0, project: given.project, transaction)
            try replaceInstructors(of: id, by: instructors, transaction)
        }
        return id
    }

    /// PRJ-1c: throws for a project of another organisation. What a commission or a committee offers is for all its bases, but for
    /// category I, which is only its owner's.
    private func requireUsable(_ project: Project, _ context: WriteContext) throws {
        let transaction = context.transaction
        if try context.call.reaches(project.owner, transaction) { return }
        let owner = try organisations.organisation(project.owner, transaction)
        guard project.category == .ii, owner.kind == .commission || owner.kind == .committee else {
            throw Refusal(
                .notAllowed, field: "project", "the project is offered by \(owner.name): only they hold classes of it",
                zh: "该项目由“\(owner.name)”主办，只能由其举办")
        }
    }

    /// An offering as given, checked by the courses of its project and the policy of its programme.
    func valid(
        _ given: Offering, project: UInt64, programme: UInt64, _ snapshot: Snapshot
    ) throws -> ValidOffering {
        guard let project = try self.project(project, snapshot) else { throw Refusal(.notFound, field: "project") }
        let offering = try ValidOffering(
            title: given.title, dates: given.dates.map { .init(day: Day($0.day), hours: Tenths($0.hoursTenths)) },
            windows: given.windows.map(AttendanceWindow.init),
            courses: project.courses.compactMap { CourseID($0.id) },
            passMark: given.passMarkHundredths == 0 ? 6_000 : Int(given.passMarkHundredths),
            codePeriodSeconds: Int(given.codePeriodS),
            codePeriodMax: programmes.policy(of: programme, snapshot).codePeriodMax)
        try project.term().requireWithin(offering.dates.map(\.day))
        return offering
    }

    /// Stores the dates and windows of an offering that has none.
    func insertPlan(of offering: ValidOffering, _ id: UInt64, _ transaction: Transaction) throws {
        for date in offering.dates {
            try transaction.execute(
                "INSERT INTO activity_date (offering, day, hours_tenths) VALUES (?1, ?2, ?3)",
                id, date.day.number, date.hours.count)
        }
        for (ordinal, window) in offering.windows.windows.enumerated() {
            try transaction.execute(
                """
                INSERT INTO offering_window (offering, ordinal, day, from_minute, to_minute, course)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """, id, ordinal, window.day.number, window.fromMinute, window.toMinute, window.course?.value ?? 0)
        }
    }
}

extension Projects {
    /// ATT-10a, NOT-2: notes when each activity date of an offering is over, and when its exam may open. Each is looked at then.
    func awaitEnds(of offering: OfferingRecord, _ transaction: Transaction) throws {
        try transaction.execute(
            "INSERT INTO exam_look (offering, person, due_ms, behind) VALUES (?1, 0, ?2, 0)", offering.id,
            offering.time.ends.milliseconds)
        for day in offering.dates.map(\.day) {
            try transaction.execute(
                "INSERT INTO day_end (offering, day, due_ms) VALUES (?1, ?2, ?3)", offering.id, day.number,
                offering.plan.evening(of: day).milliseconds)
        }
    }
}

extension AttendanceWindow {
    init(_ message: Window) {
        self.init(
            day: Day(message.day), fromMinute: Int(message.fromMinute), toMinute: Int(message.toMinute),
            course: CourseID(message.course))
    }

    var message: Window {
        Window(
            day: day.number, fromMinute: UInt32(fromMinute), toMinute: UInt32(toMinute), course: course?.value ?? 0)
    }
}

extension OfferingRecord {
    func message(_ snapshot: Snapshot) throws -> Offering {
        let size = try snapshot.first(.sizeOfRoster, id) { $0.uint32(0) }
        return Offering(
            id: id, programme: programme, project: project, base: base, title: title,
            state: state,
            dates: dates.map { ActivityDate(day: $0.day.number, hoursTenths: $0.hours.count) },
            windows: windows.map(\.message), passMarkHundredths: UInt32(passMark),
            codePeriodS: UInt32(codePeriodSeconds), rosterSize: size ?? 0, timeZone: timeZone, modality: modality,
            teaching: try InstructorList(of: id, snapshot).message(snapshot),
            documents: try DocumentRecord.holding(id, snapshot).map(\.message))
    }
}
