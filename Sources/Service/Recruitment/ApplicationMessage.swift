import Application
import Domain
import Messages
import Storage

extension Service {
    /// - Parameter withSteps: of one application asked for: its history and its applicant's phone too.
    func message(
        _ application: ApplicationRecord, withSteps: Bool, _ call: Call, _ snapshot: Snapshot
    ) throws -> IntakeApplication {
        let names = try names(of: application.id, snapshot)
        let form = application.form
        var message = IntakeApplication(
            id: application.id, round: application.round, roundName: names.round, person: application.person,
            personName: application.personName, state: application.state.message,
            level: application.level?.message ?? .unspecified, form: form.message,
            personTypeName: names.personType, specialtyName: names.specialty, titleName: names.title,
            unit: application.place.unit, unitName: names.unit,
            county: application.place.county, city: application.place.city, province: application.place.province,
            base: application.base, baseName: names.base,
            submittedMs: application.submittedMs, changedMs: application.changedMs, reason: application.reason,
            preferences: form.preferences.isEmpty
                ? [] : try preferences(of: application.id, areBases: names.areBases, snapshot),
            trainingFrom: application.trainingFrom?.number ?? 0, trainingTo: application.trainingTo?.number ?? 0)
        guard withSteps else { return message }
        message.steps = try steps(of: application.id, snapshot)
        message.phone = try phone(of: application.person, call, snapshot)
        return message
    }

    /// The names of what an application refers to, empty where it refers to nothing yet.
    private struct Names {
        var round = ""
        /// Whether preferences are bases.
        var areBases = false
        var personType = ""
        var specialty = ""
        var title = ""
        var unit = ""
        var base = ""
    }

    private func names(of application: UInt64, _ snapshot: Snapshot) throws -> Names {
        try snapshot.first(
            """
            SELECT r.name, r.kind, y.name, s.name, t.name, u.name, b.name FROM application a \
            JOIN intake_round r ON r.id = a.round LEFT JOIN catalogue_entry y ON y.id = a.person_type \
            LEFT JOIN catalogue_entry s ON s.id = a.specialty LEFT JOIN catalogue_entry t ON t.id = a.title \
            LEFT JOIN organisation u ON u.id = a.unit LEFT JOIN organisation b ON b.id = a.base WHERE a.id = ?1
            """, application
        ) { row in
            Names(
                round: row.text(0), areBases: row.uint8(1) == Domain.IntakeRound.Kind.base.rawValue,
                personType: row.textOrNil(2) ?? "", specialty: row.textOrNil(3) ?? "", title: row.textOrNil(4) ?? "",
                unit: row.textOrNil(5) ?? "", base: row.textOrNil(6) ?? "")
        } ?? Names()
    }

    private func preferences(
        of application: UInt64, areBases: Bool, _ snapshot: Snapshot
    ) throws -> [Preference] {
        try snapshot.all(
            """
            SELECT p.target, c.name, o.name FROM application_preference p \
            LEFT JOIN catalogue_entry c ON c.id = p.target LEFT JOIN organisation o ON o.id = p.target \
            WHERE p.application = ?1 ORDER BY p.ordinal
            """, application
        ) { Preference(id: $0.id(0), name: $0.textOrNil(areBases ? 2 : 1) ?? "") }
    }

    func organisationName(_ id: UInt64, _ snapshot: Snapshot) throws -> String {
        try snapshot.first("SELECT name FROM organisation WHERE id = ?1", id) { $0.text(0) } ?? ""
    }

    private func steps(of application: UInt64, _ snapshot: Snapshot) throws -> [ApplicationStep] {
        try snapshot.all(
            """
            SELECT s.event, s.level, s.organisation, o.name, s.at_ms, s.reason FROM application_step s \
            LEFT JOIN organisation o ON o.id = s.organisation WHERE s.application = ?1 ORDER BY s.ordinal
            """, application
        ) {
            ApplicationStep(
                event: Messages.ApplicationEvent(rawValue: $0.int32(0)) ?? .unspecified,
                level: ReviewLevel(rawValue: $0.int32(1)) ?? .unspecified, organisation: $0.id(2),
                organisationName: $0.textOrNil(3) ?? "", atMs: $0.integer(4), reason: $0.text(5))
        }
    }

    /// ACC-11c: masked to everybody but its owner.
    private func phone(of person: UInt64, _ call: Call, _ snapshot: Snapshot) throws -> String {
        let sealed = try snapshot.first("SELECT phone_sealed FROM person WHERE id = ?1", person) { $0.bytesOrNil(0) }
        guard let sealed = sealed ?? nil else { return "" }
        let phone = try openPhone(sealed, of: person)
        return try call.person().id == person ? phone.text : phone.masked
    }
}

extension Domain.ApplicationState {
    var message: Messages.ApplicationState { Messages.ApplicationState(rawValue: Int32(rawValue)) ?? .unspecified }
}
