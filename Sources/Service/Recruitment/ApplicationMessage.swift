import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// Returns an application for display, with the names of what it refers to; a name is empty if there is no
    /// reference.
    /// - Throws: `notFound` for an unknown id.
    func application(_ id: UInt64, _ snapshot: Snapshot) throws -> IntakeApplication {
        var found: IntakeApplication?
        try snapshot.query(
            IntakeApplication.withNames, id, Int(IntakeKind.base.rawValue)
        ) { row in
            let (target, name) = (row.idOrNil(), row.text())
            if found == nil {
                found = try IntakeApplication(ApplicationRecord.columns.read(row), names: row)
            } else {
                row.skipRest()
            }
            guard let target else { return }
            found?.form?.preferences.append(target)
            found?.preferences.append(Preference(id: target, name: name))
        }
        guard let found else { throw Refusal(.notFound, field: "application") }
        return found
    }

    /// Adds the history and the applicant's phone.
    func withHistory(_ application: IntakeApplication, _ call: Call, _ snapshot: Snapshot) throws -> ApplicationReply {
        var application = application
        application.steps = try steps(of: application.id, snapshot)
        application.phone = try phone(of: application.person, call, snapshot)
        return ApplicationReply(application: application)
    }

    func reply(_ id: UInt64, _ context: WriteContext) throws -> ApplicationReply {
        try withHistory(application(id, context.transaction), context.call, context.transaction)
    }

    func organisationName(_ id: UInt64, _ snapshot: Snapshot) throws -> String {
        try snapshot.first(.nameOfOrganisation, id) { $0.text(0) } ?? ""
    }

    private func steps(of application: UInt64, _ snapshot: Snapshot) throws -> [ApplicationStep] {
        try snapshot.all(
            """
            SELECT s.event, s.level, s.organisation, o.name, s.at_ms, s.reason FROM application_step s
            LEFT JOIN organisation o ON o.id = s.organisation WHERE s.application = ?1 ORDER BY s.ordinal
            """, application
        ) {
            ApplicationStep(
                event: try $0.enumeration(0),
                level: try $0.enumerationUnlessZero(1), organisation: $0.id(2),
                organisationName: $0.textOrNil(3) ?? "", atMs: $0.integer(4), reason: $0.text(5))
        }
    }

    /// ACC-11c: masked for everybody but its owner.
    private func phone(of person: UInt64, _ call: Call, _ snapshot: Snapshot) throws -> String {
        let sealed = try snapshot.first(.phoneOfPerson, person) { $0.bytesOrNil(0) }
        guard let sealed = sealed ?? nil else { return "" }
        let phone = try people.decryptPhone(sealed, of: person)
        return try call.person().id == person ? phone.text : phone.masked
    }
}

extension IntakeApplication {
    /// A row a preference, one without any. The parameters are the application and the kind of round whose targets are bases.
    fileprivate static let withNames = SQL(
        """
        SELECT p.target, COALESCE(CASE r.kind WHEN ?2 THEN o.name ELSE c.name END, ''), \(ApplicationRecord.columns),
        r.name, COALESCE(y.name, ''), COALESCE(s.name, ''), COALESCE(t.name, ''), COALESCE(u.name, ''),
        COALESCE(b.name, '')
        FROM application a JOIN intake_round r ON r.id = a.round
        LEFT JOIN catalogue_entry y ON y.id = a.person_type LEFT JOIN catalogue_entry s ON s.id = a.specialty
        LEFT JOIN catalogue_entry t ON t.id = a.title LEFT JOIN organisation u ON u.id = a.unit
        LEFT JOIN organisation b ON b.id = a.base
        LEFT JOIN application_preference p ON p.application = a.id
        LEFT JOIN catalogue_entry c ON c.id = p.target LEFT JOIN organisation o ON o.id = p.target
        WHERE a.id = ?1 ORDER BY p.ordinal
        """)

    /// - Parameter row: behind the record the names of round, person type, specialty, title, unit and base.
    fileprivate init(_ record: ApplicationRecord, names row: borrowing Row) {
        let (roundName, personTypeName, specialtyName) = (row.text(), row.text(), row.text())
        let (titleName, unitName, baseName) = (row.text(), row.text(), row.text())
        self.init(
            id: record.id, round: record.round, roundName: roundName, person: record.person,
            personName: record.personName, state: record.state,
            level: record.level?.reviewLevel, form: record.form.message,
            personTypeName: personTypeName, specialtyName: specialtyName, titleName: titleName,
            unit: record.place.unit, unitName: unitName,
            county: record.place.county, city: record.place.city, province: record.place.province,
            base: record.base, baseName: baseName,
            submittedMs: record.submittedMs, changedMs: record.changedMs, reason: record.reason,
            trainingFrom: record.trainingFrom?.number ?? 0, trainingTo: record.trainingTo?.number ?? 0)
    }
}
