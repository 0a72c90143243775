import Application
import Domain
import Messages
import Storage

/// A page of a round's applications at one organisation.
struct ApplicationQuery {
    private let round: UInt64
    private let place: UInt64
    private let state: ApplicationState?
    private let level: IntakeLevel?
    /// 0 = any.
    private let specialty: UInt64
    private let limit: Int
    /// The application after which the page starts, 0 for none, with its specialty and applicant's name.
    private let after: (id: UInt64, specialty: UInt64, name: String)
    private let snapshot: Snapshot

    init(_ request: ListApplicationsRequest, limit: Int, _ snapshot: Snapshot) throws {
        round = request.round
        place = request.organisation
        specialty = request.specialty
        self.limit = limit
        self.snapshot = snapshot
        state = request.state
        level = IntakeLevel(request.level)
        let last =
            request.after == 0
            ? nil
            : try snapshot.first("SELECT specialty, person_name FROM application WHERE id = ?1", request.after) {
                (request.after, $0.id(0), $0.text(1))
            }
        after = last ?? (0, 0, "")
    }

    /// Returns applications by specialty, then by id: merges one index range per stage.
    func page() throws -> [UInt64] {
        var found: [(specialty: UInt64, id: UInt64)] = []
        for stage in Stage.all(state, level) { found += try specialty == 0 ? anySpecialty(stage) : oneSpecialty(stage) }
        return found.sorted { ($0.specialty, $0.id) < ($1.specialty, $1.id) }.prefix(limit).map(\.id)
    }

    private func anySpecialty(_ stage: Stage) throws -> [(specialty: UInt64, id: UInt64)] {
        try snapshot.all(
            """
            SELECT specialty, application FROM application_place WHERE round = ?1 AND place = ?2 AND stage = ?3
            AND (specialty, application) > (?4, ?5) ORDER BY specialty, application LIMIT ?6
            """, round, place, stage.number, after.specialty, after.id, limit
        ) { ($0.id(0), $0.id(1)) }
    }

    private func oneSpecialty(_ stage: Stage) throws -> [(specialty: UInt64, id: UInt64)] {
        try snapshot.all(
            """
            SELECT specialty, application FROM application_place WHERE round = ?1 AND place = ?2 AND stage = ?3
            AND specialty = ?4 AND application > ?5 ORDER BY application LIMIT ?6
            """, round, place, stage.number, specialty, after.id, limit
        ) { ($0.id(0), $0.id(1)) }
    }

    /// Returns applications by name, then by id: one index range of names with the prefix.
    func named(_ prefix: String) throws -> [UInt64] {
        let prefix = try checkedTitle(prefix, field: "name_prefix", limit: PersonName.limit)
        let isFirst = after.name < prefix
        var found: [UInt64] = []
        var (name, id) = isFirst ? (prefix, 0) : (after.name, after.id)
        let numbers = Set(Stage.all(state, level).map(\.number))
        while found.count < limit {
            let rows = try snapshot.all(
                """
                SELECT person_name, application, stage, specialty FROM application_place
                WHERE round = ?1 AND place = ?2 AND (person_name, application) > (?3, ?4) AND person_name < ?5
                ORDER BY person_name, application LIMIT ?6
                """, round, place, name, id, prefix + "\u{10FFFF}", limit
            ) { (name: $0.text(0), id: $0.id(1), stage: $0.int(2), specialty: $0.id(3)) }
            found += rows.filter { numbers.contains($0.stage) && (specialty == 0 || $0.specialty == specialty) }
                .map(\.id)
            guard rows.count >= limit, let last = rows.last else { break }
            (name, id) = (last.name, last.id)
        }
        return Array(found.prefix(limit))
    }

    /// Returns the application of a phone's holder.
    func of(_ phone: [UInt8]) throws -> [UInt64] {
        try snapshot.all(
            """
            SELECT a.id FROM person p JOIN application a ON a.person = p.id AND a.round = ?2
            JOIN application_place l ON l.application = a.id AND l.place = ?3 WHERE p.phone_hash = ?1 ORDER BY a.id
            """, phone, round, place
        ) { $0.id(0) }
    }
}
