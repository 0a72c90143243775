import ClientKit
import Crypto
import Foundation
import Messages
import Network
import Passes
import Storage
import Threads

/// A province of people and applications, written as the server would write them: creating a million accounts by calls
/// is not measured.
struct Population {
    let data: String
    let round: UInt64
    let county: UInt64
    /// The session of the county's officer.
    let officer: [UInt8]
    /// Phones of some applicants, and applications after which a page starts.
    let phones: [String]
    let cursors: [UInt64]
    private let phoneHashes: [[UInt8]]
    let database: String

    private static let asked = 50

    /// - Parameter counties: the number of counties over which the applications are spread evenly.
    init(_ places: Places, people: Int, applications: Int, counties: Int) throws {
        data = "people-\(people)"
        let (fingerprint, password) = try OurServer.initialise(places, data: data)
        let server = try OurServer(places, data: data)
        let site = ServerSite(
            .tcp(host: "127.0.0.1", port: UInt16(server.port)), try SiteFingerprint(text: fingerprint), isPlain: true)
        let office = try Office(site, password: password)
        let province = try office.createProvince()
        let round = try office.createRound(in: province)
        (self.round, county) = (round, province.county)
        try server.child.stop()

        let master = try MasterKey(
            [UInt8](Data(contentsOf: URL(fileURLWithPath: places.file(data) + "/keys/master.key"))))
        let search = master.macKey(for: .phoneSearch)
        // In the order of their hashes, so that the index is filled in order.
        let numbers = (0..<people).map { "\(13_000_000_000 + $0 * 7)" }
            .map { (phone: $0, hash: search.mac(.phoneSearch, Array($0.utf8))) }
            .sorted { $0.hash.lexicographicallyPrecedes($1.hash) }
        database = places.file(data) + "/rollcall.db"
        let database = try Database(path: database)
        var person: UInt64 = 0
        var first: UInt64 = 0
        var token: [UInt8] = []
        for start in stride(from: 0, to: people, by: 10_000) {
            try database.write { transaction in
                for index in start..<min(start + 10_000, people) {
                    person = try transaction.newID()
                    if index == 0 { first = person }
                    try transaction.execute(
                        """
                        INSERT INTO person (id, name, phone_sealed, phone_hash, unit, title) \
                        VALUES (?1, ?2, ?3, ?4, '', '')
                        """, person, "学员\(index)", [UInt8](repeating: 7, count: 52), numbers[index].hash)
                }
            }
        }
        var cursors: [UInt64] = []
        for start in stride(from: 0, to: applications, by: 5_000) {
            try database.write { transaction in
                for index in start..<min(start + 5_000, applications) {
                    let id = try transaction.newID()
                    // The other counties are only numbers.
                    let other = province.county + UInt64(index % counties)
                    let county = index % counties == 0 ? province.county : other << 20
                    if index % max(1, applications / (2 * Self.asked)) == 0 { cursors.append(id) }
                    try Self.insert(
                        id, of: first + UInt64(index), name: "学员\(index)", round: round, province, county, transaction)
                }
            }
        }
        try database.write { transaction in token = try Self.logIn(province.officer, transaction) }
        try database.checkpoint(.waiting)
        officer = token
        // From the first half, so that a whole page follows each cursor.
        self.cursors = Array(cursors.prefix(Self.asked))
        let found = stride(from: 0, to: applications, by: max(1, applications / Self.asked)).prefix(Self.asked)
        phones = found.map { numbers[$0].phone }
        phoneHashes = found.map { numbers[$0].hash }
    }

    /// Inserts an application that its county has to decide on.
    private static func insert(
        _ id: UInt64, of person: UInt64, name: String, round: UInt64, _ province: Office.Province, _ county: UInt64,
        _ transaction: Transaction
    ) throws {
        let now: Int64 = 1_800_000_000_000
        try transaction.execute(
            """
            INSERT INTO application (id, round, person, person_name, state, live, reviewed, level, batch, person_type, \
            specialty, title, unit, county, city, province, base, confirmed_ms, submitted_ms, changed_ms, reason) \
            VALUES (?1, ?2, ?3, ?4, 2, 1, 0, 2, 1, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, ?12, ?12, ?12, '')
            """, id, round, person, name, province.personType, province.specialty, province.title, province.unit,
            county, province.city, province.province, now)
        for place in [county, province.city, province.province] {
            try transaction.execute(
                """
                INSERT INTO application_place (round, place, stage, specialty, application, city, person_name) \
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """, round, place, 2 * 16 + 2, province.specialty, id, province.city, name)
        }
        let kind = ReviewKind.application.rawValue
        let stops: [(ReviewLevel, UInt64)] = [
            (.county, county), (.city, province.city), (.province, province.province),
        ]
        try transaction.execute(
            """
            INSERT INTO review (kind, subject, container, person, ordinal, level, organisation, state, submitted_ms, \
            changed_ms, reason, title) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?8, '', 'Internal medicine')
            """, kind, id, round, person, ReviewLevel.county.rawValue, county, ReviewState.waiting.rawValue,
            now)
        for (ordinal, stop) in stops.enumerated() {
            try transaction.execute(
                """
                INSERT INTO review_stop (kind, subject, ordinal, level, organisation) VALUES (?1, ?2, ?3, ?4, ?5)
                """, kind, id, ordinal, stop.0.rawValue, stop.1)
        }
    }

    private static func logIn(_ person: UInt64, _ transaction: Transaction) throws -> [UInt8] {
        let token = SystemRandom.bytes(32)
        let now = WallClock.nowMs()
        try transaction.execute("UPDATE account SET must_change = 0 WHERE person = ?1", person)
        try transaction.execute(
            """
            INSERT INTO session (id, token_hash, person, created_ms, expires_ms, address) \
            VALUES (?1, ?2, ?3, ?4, ?5, 'bench')
            """, try transaction.newID(), Digest.hash(.sessionToken, token), person, now, now + 86_400_000)
        return token
    }

    /// A page of what waits at the county, with each applicant's name.
    func pageQuestion(size: UInt32) -> Question {
        Question(
            name: "people-page",
            sql: """
                SELECT r.subject, r.container, r.person, p.name, r.state, r.level, r.organisation, r.submitted_ms,
                r.changed_ms, r.reason, r.title FROM review r LEFT JOIN person p ON p.id = r.person
                WHERE r.kind = ?1 AND r.level = ?2 AND r.organisation = ?3 AND r.container = ?4
                AND (r.state, r.subject) > (?5, ?6) AND r.state <= ?5 ORDER BY r.state, r.subject LIMIT ?7
                """,
            parameters: cursors.map { cursor in
                [
                    "i\(ReviewKind.application.rawValue)", "i\(ReviewLevel.county.rawValue)", "i\(county)", "i\(round)",
                    "i\(ReviewState.waiting.rawValue)", "i\(cursor)", "i\(size)",
                ]
            })
    }

    /// The application of the phone's holder, with all columns of a list.
    var searchQuestion: Question {
        Question(
            name: "people-search",
            sql: """
                SELECT a.*, r.name, s.name, t.name, y.name, u.name FROM person p
                JOIN application a ON a.person = p.id AND a.round = ?2
                JOIN application_place l ON l.application = a.id AND l.place = ?3
                JOIN intake_round r ON r.id = a.round JOIN catalogue_entry s ON s.id = a.specialty
                JOIN catalogue_entry t ON t.id = a.title JOIN catalogue_entry y ON y.id = a.person_type
                JOIN organisation u ON u.id = a.unit WHERE p.phone_hash = ?1 ORDER BY a.id
                """,
            parameters: phoneHashes.map { hash in
                ["x" + hash.map { String(format: "%02x", $0) }.joined(), "i\(round)", "i\(county)"]
            })
    }
}
