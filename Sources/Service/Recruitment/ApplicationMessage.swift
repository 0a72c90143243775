import Application
import Domain
import Messages
import Storage

extension Service {
    /// - Parameter withSteps: of one application asked for: its history and its applicant's phone too.
    func message(
        _ application: ApplicationRecord, withSteps: Bool, _ call: Call, _ snapshot: Snapshot
    ) throws -> IntakeApplication {
        let round = try snapshot.first("SELECT name, kind FROM intake_round WHERE id = ?1", application.round) {
            (name: $0.text(0), kind: $0.uint8(1))
        }
        let ofBases = round?.kind == Domain.IntakeRound.Kind.base.rawValue
        let form = application.form
        var message = IntakeApplication(
            id: application.id, round: application.round, roundName: round?.name ?? "", person: application.person,
            personName: application.personName, state: application.state.message,
            level: application.level?.message ?? .unspecified, form: form.message,
            personTypeName: try entryName(form.personType, snapshot),
            specialtyName: try entryName(form.specialty, snapshot), titleName: try entryName(form.title, snapshot),
            unit: application.place.unit, unitName: try organisationName(application.place.unit, snapshot),
            county: application.place.county, city: application.place.city, province: application.place.province,
            base: application.base, baseName: try organisationName(application.base, snapshot),
            submittedMs: application.submittedMs, changedMs: application.changedMs, reason: application.reason,
            preferences: try form.preferences.map {
                Preference(id: $0, name: try ofBases ? organisationName($0, snapshot) : entryName($0, snapshot))
            },
            trainingFrom: application.trainingFrom?.number ?? 0, trainingTo: application.trainingTo?.number ?? 0)
        guard withSteps else { return message }
        message.steps = try steps(of: application.id, snapshot)
        message.phone = try phone(of: application.person, call, snapshot)
        return message
    }

    private func entryName(_ id: UInt64, _ snapshot: Snapshot) throws -> String {
        try snapshot.first("SELECT name FROM catalogue_entry WHERE id = ?1", id) { $0.text(0) } ?? ""
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
