import Application
import Domain
import Messages
import Storage

/// An application as stored.
struct ApplicationRecord {
    let id: UInt64
    let round: UInt64
    let person: UInt64
    let personName: String
    var state: ApplicationState
    /// A reviewer has decided at some level.
    var isReviewed: Bool
    /// The level at which it waits, or waited last.
    var level: IntakeLevel?
    var form: ApplicationForm
    var place: UnitPlace
    /// The base that it is assigned to or admitted by; 0 for none.
    var base: UInt64
    var trainingFrom: Day?
    var trainingTo: Day?
    var confirmedMs: Int64
    var submittedMs: Int64
    var changedMs: Int64
    var reason: String

    /// - Throws: `notFound` for an unknown id.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard var found else { throw Refusal(.notFound, field: "application") }
        found.form.preferences = try snapshot.all(
            "SELECT target FROM application_preference WHERE application = ?1 ORDER BY ordinal", id
        ) { $0.id(0) }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        round = row.id()
        person = row.id()
        personName = row.text()
        state = try row.enumeration()
        isReviewed = row.bool()
        level = try row.enumerationUnlessZero()
        form = ApplicationForm(
            batch: row.int(), personType: row.id(), specialty: row.id(), title: row.id(),
            titleSince: row.int32OrNil().map { Day($0) }, specialtySince: row.int32OrNil().map { Day($0) },
            preferences: [])
        place = UnitPlace(unit: row.id(), county: row.id(), city: row.id(), province: row.id())
        base = row.id()
        trainingFrom = row.int32OrNil().map { Day($0) }
        trainingTo = row.int32OrNil().map { Day($0) }
        confirmedMs = row.integer()
        submittedMs = row.integer()
        changedMs = row.integer()
        reason = row.text()
    }

    /// Without the preferences.
    static let columns = Columns(
        """
        a.id, a.round, a.person, a.person_name, a.state, a.reviewed, a.level, a.batch, a.person_type,
        a.specialty, a.title, a.title_since, a.specialty_since, a.unit, a.county, a.city, a.province, a.base,
        a.training_from, a.training_to, a.confirmed_ms, a.submitted_ms, a.changed_ms, a.reason
        """
    ) { try ApplicationRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM application a WHERE a.id = ?1")

    /// A draft that is not kept yet.
    init(newIn round: UInt64, of person: UInt64, named name: String, _ transaction: Transaction) throws {
        id = try transaction.newID()
        self.round = round
        self.person = person
        personName = name
        state = .draft
        isReviewed = false
        form = ApplicationForm(
            batch: 0, personType: 0, specialty: 0, title: 0, titleSince: nil, specialtySince: nil, preferences: [])
        place = UnitPlace(unit: 0, county: 0, city: 0, province: 0)
        (base, confirmedMs, submittedMs, changedMs, reason) = (0, 0, 0, 0, "")
    }

    /// Reads the caller's own application; throws `notFound` for another's.
    init(_ id: UInt64, of person: UInt64, _ snapshot: Snapshot) throws {
        try self.init(id, snapshot)
        guard self.person == person else { throw Refusal(.notFound, field: "application") }
    }

    var stage: Stage { Stage(state, level) }

    /// Stores the row and its form.
    func store(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO application (id, round, person, person_name, state, live, reviewed, level, batch, person_type,
            specialty, title, title_since, specialty_since, unit, county, city, province, base, training_from,
            training_to, confirmed_ms, submitted_ms, changed_ms, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
            ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)
            ON CONFLICT (id) DO UPDATE SET person_name = ?4, state = ?5, live = ?6, reviewed = ?7, level = ?8,
            batch = ?9, person_type = ?10, specialty = ?11, title = ?12, title_since = ?13, specialty_since = ?14,
            unit = ?15, county = ?16, city = ?17, province = ?18, base = ?19, training_from = ?20, training_to = ?21,
            confirmed_ms = ?22, submitted_ms = ?23, changed_ms = ?24, reason = ?25
            """, id, round, person, personName, state.rawValue, state.isLive, isReviewed, level?.rawValue ?? 0,
            form.batch, form.personType, form.specialty, form.title, form.titleSince?.number,
            form.specialtySince?.number, place.unit, place.county, place.city, place.province, base,
            trainingFrom?.number, trainingTo?.number, confirmedMs, submittedMs, changedMs, reason)
    }

    func storePreferences(_ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM application_preference WHERE application = ?1", id)
        for (ordinal, target) in form.preferences.enumerated() {
            try transaction.execute(
                "INSERT INTO application_preference (application, ordinal, target) VALUES (?1, ?2, ?3)",
                id, ordinal, target)
        }
    }

    /// Updates the lists in which the application appears: those of its regions, of its base, and, if bases admit by
    /// preference, of the bases it names.
    func storePlaces(_ round: RoundRecord, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM application_place WHERE application = ?1", id)
        var places = Set([place.county, place.city, place.province, base])
        if state == .approved, round.plan.kind == .base, round.admitsByPreference {
            places.formUnion(form.preferences)
        }
        for place in places.subtracting([0]).sorted() {
            try transaction.execute(
                """
                INSERT INTO application_place (round, place, stage, specialty, application, city, person_name)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """, self.round, place, stage.number, form.specialty, id, self.place.quotaCity, personName)
        }
    }

    /// Adds an entry to the history.
    func note(
        _ event: ApplicationEvent, organisation: UInt64, level: IntakeLevel? = nil, reason: String,
        _ context: WriteContext
    ) throws {
        let ordinal = try context.transaction.insertReturningID(
            "UPDATE application SET steps = steps + 1 WHERE id = ?1 RETURNING steps", id)
        try context.transaction.execute(
            """
            INSERT INTO application_step (application, ordinal, event, level, organisation, actor, at_ms, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """, id, ordinal, event.rawValue, level?.rawValue ?? 0, organisation, context.call.caller.number,
            context.now,
            reason)
    }
}
