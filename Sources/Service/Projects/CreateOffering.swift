import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-3: creates an offering of a project at a base, with its activity dates and windows.
    func createOffering(_ request: CreateOfferingRequest, _ context: WriteContext) throws -> OfferingReply {
        guard let given = request.offering else { throw Refusal(.invalid, field: "offering") }
        try context.call.requireAuthority(over: given.base, context.transaction)
        let transaction = context.transaction
        try requireBase(given.base, transaction)
        guard try transaction.exists("SELECT 1 FROM project WHERE id = ?1", given.project) else {
            throw Refusal(.notFound, field: "project")
        }
        guard try transaction.exists(.programmeExists, given.programme) else {
            throw Refusal(.notFound, field: "programme")
        }
        let offering = try valid(given, project: given.project, programme: given.programme, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO offering
            (id, programme, project, base, title, state, pass_mark_hundredths, code_period_s, revision)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, id, given.programme, given.project, given.base, offering.title, OfferingState.draft.rawValue,
            offering.passMark, offering.codePeriodSeconds, OfferingRevision.new(context))
        try insertPlan(of: offering, id, transaction)
        context.auditDetail = "offering \(id)"
        return OfferingReply(offering: try OfferingRecord(id, transaction).message(transaction))
    }

    /// Throws `notFound` unless the organisation is a base.
    func requireBase(_ base: UInt64, _ snapshot: Snapshot) throws {
        let isBase = try snapshot.exists(.organisationIsOfKind, base, OrganisationKind.base.rawValue)
        guard isBase else { throw Refusal(.notFound, field: "base") }
    }

    /// An offering as given, checked by the courses of its project and the policy of its programme.
    func valid(
        _ given: Offering, project: UInt64, programme: UInt64, _ snapshot: Snapshot
    ) throws -> ValidOffering {
        try ValidOffering(
            title: given.title, dates: given.dates.map { .init(day: Day($0.day), hours: Tenths($0.hoursTenths)) },
            windows: given.windows.map(AttendanceWindow.init),
            courses: courses(of: project, snapshot).compactMap { CourseID($0.id) },
            passMark: given.passMarkHundredths == 0 ? 6_000 : Int(given.passMarkHundredths),
            codePeriodSeconds: Int(given.codePeriodS),
            codePeriodMax: programmes.policy(of: programme, snapshot).codePeriodMax)
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
        let size = try snapshot.first("SELECT COUNT(*) FROM roster WHERE offering = ?1", id) { $0.uint32(0) }
        return Offering(
            id: id, programme: programme, project: project, base: base, title: title,
            state: state,
            dates: dates.map { ActivityDate(day: $0.day.number, hoursTenths: $0.hours.count) },
            windows: windows.map(\.message), passMarkHundredths: UInt32(passMark),
            codePeriodS: UInt32(codePeriodSeconds), rosterSize: size ?? 0, timeZone: timeZone)
    }
}
