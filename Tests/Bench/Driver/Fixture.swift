import ClientKit
import Crypto
import Facts
import Journal
import Messages
import Network
import Passes
import Storage
import Threads
import Wire

/// A data directory for the works, made once through the protocol and copied for every round: a base, a programme,
/// offerings of today with one roster, terminals with an open log each, and logged-in people.
struct Fixture {
    static let data = "fixture"
    static let rosterSize = 300
    static let terminalCount = 64
    static let offeringCount = 10

    /// The day of the offerings, from midnight to midnight in China, and its start (UTC milliseconds).
    let day: Int32
    let dayBeginsMs: Int64
    let siteID: [UInt8]
    let fingerprint: SiteFingerprint
    let base: UInt64
    let programme: UInt64
    let project: UInt64
    let offerings: [UInt64]
    /// The people on the rosters.
    let people: [UInt64]
    let terminals: [Device]
    /// Tokens of people who may check in, and of the administrator.
    let sessions: [[UInt8]]
    let administrator: [UInt8]
    private let venueKey: VenueKey

    /// Returns the present venue code of the first offering.
    func venueCode() -> String {
        VenueCode.issue(venueKey, offering: offerings[0], course: 0, atMs: WallClock.nowMs()).text
    }

    init(_ places: Places) throws {
        let (fingerprint, password) = try OurServer.initialise(places, data: Self.data)
        let now = WallClock.nowMs()
        let zoneMs: Int64 = 8 * 3_600_000
        day = Int32((now + zoneMs) / 86_400_000)
        dayBeginsMs = Int64(day) * 86_400_000 - zoneMs

        let server = try OurServer(places, data: Self.data)
        let site = ServerSite(
            .tcp(host: "127.0.0.1", port: UInt16(server.port)), try SiteFingerprint(text: fingerprint), isPlain: true)
        self.fingerprint = try SiteFingerprint(text: fingerprint)
        let office = try Office(site, password: password)
        let base = try office.createBase()
        programme = try office.createProgramme()
        project = try office.createProject(owner: base)
        self.base = base
        var offerings: [UInt64] = []
        for _ in 0..<Self.offeringCount {
            offerings.append(try office.createOffering(programme: programme, project: project, base: base, day: day))
        }
        people = try office.people(of: offerings[0])
        self.offerings = offerings
        terminals = try (0..<Self.terminalCount).map { _ in try Device(enrolledAt: base, office, port: server.port) }
        siteID = terminals[0].siteID
        administrator = office.session
        try server.child.stop()

        let database = try Database(path: places.file(Self.data) + "/rollcall.db")
        let (first, all) = (Array(people.prefix(64)), database)
        sessions = try all.write { try Self.logIn(first, now: now, $0) }
        venueKey = try Self.venueKey(of: offerings[0], database)
        try database.checkpoint(.waiting)
    }

    /// Returns the key of an offering's venue codes, as terminals get it.
    static func venueKey(of offering: UInt64, _ database: Database) throws -> VenueKey {
        let published = try database.read { snapshot in
            try snapshot.all(
                "SELECT value FROM scope_item WHERE kind = ?1", ItemKind.venueKey.rawValue
            ) { try VenueKeyValue(serialized: $0.bytes(0)) }
        }
        guard let key = published.first(where: { $0.offering == offering && $0.course == 0 }) else {
            throw BenchError("the offering has no venue key")
        }
        return try VenueKey(id: key.keyId, periodSeconds: key.periodS, key: MACKey(key.key))
    }

    /// Inserts sessions as a login does; hashing passwords is not measured.
    static func logIn(_ people: [UInt64], now: Int64, _ transaction: Transaction) throws -> [[UInt8]] {
        try people.map { person in
            let token = SystemRandom.bytes(32)
            try transaction.execute(
                "INSERT INTO account (person, name, password, must_change) VALUES (?1, ?2, ?3, ?4)", person,
                "person-\(person)", [UInt8](), false)
            try transaction.execute(
                """
                INSERT INTO session (id, token_hash, person, created_ms, expires_ms, address) \
                VALUES (?1, ?2, ?3, ?4, ?5, 'bench')
                """, try transaction.newID(), Digest.hash(.sessionToken, token), person, now, now + 86_400_000)
            return token
        }
    }
}
