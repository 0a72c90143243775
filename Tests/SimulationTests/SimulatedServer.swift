import Seeded
import Application
import Crypto
import Facts
import Journal
import Messages
import PowerCut
import Storage
import Threads

@testable import Service

/// A whole server on a simulated disk, clock and network, with one base, one open offering and its roster.
final class SimulatedServer {
    static let base: UInt64 = 100
    static let otherBase: UInt64 = 101
    static let offering: UInt64 = 500
    /// An offering of another base; its scans are quarantined.
    static let foreignOffering: UInt64 = 501
    static let people: ClosedRange<UInt64> = 1001...1012
    /// 2026-10-03 00:00 in Shanghai.
    static let morning: Int64 = 1_790_956_800_000
    static let secrets: [[UInt8]] = (0..<8).map { [UInt8](repeating: $0 + 1, count: 16) }

    let disk: SimulatedDisk
    let clock: Clock
    let siteKey: SigningKey
    private let bug: InlineExecutor.Bug
    private let durability: Database.Durability
    struct Running {
        let application: Application
        let service: Service
        let executor: InlineExecutor
        let database: Database
    }

    private(set) var running: Running?
    var links: [Link] = []
    /// Planted bug: ignores positions of its own log that peers report.
    let isDeaf: Bool
    /// Servers started from one disk draw different random numbers.
    private let life: UInt64
    private let services: OutsideServices
    /// The structured lines of its log.
    let logged = Locked<[LogLine]>([])

    /// - Parameter image: the disk of an initialised server.
    init(
        image: [String: [UInt8]], clock: Clock, bug: InlineExecutor.Bug = .none,
        durability: Database.Durability = .everyCommit, life: UInt64 = 0, isDeaf: Bool = false,
        services: OutsideServices = OutsideServices()
    ) throws {
        self.services = services
        self.life = life
        self.isDeaf = isDeaf
        disk = SimulatedDisk(copying: image)
        self.clock = clock
        self.bug = bug
        self.durability = durability
        siteKey = try SigningKey(seed: [UInt8](repeating: 0x51, count: 32))
        try start()
    }

    // A database must be closed before its disk is freed.
    deinit { stop() }

    func start() throws {
        let database = try Database(path: "server.db", vfs: disk.vfs, durability: durability)
        try database.migrate("service", Schema.migrations)
        let master = try MasterKey([UInt8](repeating: 0x4D, count: 32))
        let executor = InlineExecutor(database, GroupCommit(database), disk, bug)
        let clock = clock
        let chance = Locked(SeededRandom(seed: 7 + life))
        let ports = Ports(
            now: { clock.now },
            random: { count in
                chance.withLock { random in
                    (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                }
            }, log: { [logged] line in logged.withLock { $0.append(line) } }, services: services)
        let service = Service(
            site: Site(key: siteKey, serverNumber: 1), secrets: Secrets(master: master),
            serverLogKey: try SigningKey(seed: [UInt8](repeating: 0x4C, count: 32)), ports: ports)
        let application = Application(
            executor: executor, ports: ports, master: master, route: service.route, authority: service.authority)
        running = Running(application: application, service: service, executor: executor, database: database)
    }

    /// Stops the process, with every connection.
    func stop() {
        for link in links { link.cut() }
        links = []
        running?.executor.stop()
        running = nil
    }

    /// Reads the database as the server does.
    func read<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        guard let running else { throw Missing(what: "a running server") }
        return try running.database.read(body)
    }

    /// The running service.
    func service() throws -> Service {
        guard let running else { throw Missing(what: "a running server") }
        return running.service
    }

    func write(_ body: (Transaction) throws -> Void) throws {
        guard let running else { throw Missing(what: "a running server") }
        try running.database.write(body)
    }

    /// Returns the head of every log, by its id.
    func heads() throws -> [[UInt8]: UInt64] {
        try read { snapshot in
            Dictionary(
                try snapshot.all("SELECT log_id, head_sequence FROM log WHERE terminal <> 0") {
                    ($0.bytes(0), $0.id(1))
                }, uniquingKeysWith: max)
        }
    }

    /// The disk of an initialised server, made once.
    static let foundation = Result { try found() }

    private static func found() throws -> [String: [UInt8]] {
        let disk = SimulatedDisk()
        do {
            let database = try Database(path: "server.db", vfs: disk.vfs)
            try database.migrate("service", Schema.migrations)
            let logKey = try SigningKey(seed: [UInt8](repeating: 0x4C, count: 32))
            let site = try SigningKey(seed: [UInt8](repeating: 0x51, count: 32)).publicKey.siteID
            _ = try Bootstrap.run(
                database, opening: LogOpening(deviceKey: logKey.publicKey, epoch: 1), logKey: logKey, siteID: site,
                administrator: "admin", nowMs: morning, random: { [UInt8](repeating: 9, count: $0) })
            try database.write { try furnish($0) }
        }
        return disk.image()
    }

    private static func furnish(_ transaction: Transaction) throws {
        for (id, name) in [(base, "Base"), (otherBase, "Other base")] {
            try transaction.execute(
                """
                INSERT INTO organisation (id, kind, name, parent, level, category, trains, examines, employs, provides, \
                closed) VALUES (?1, ?2, ?3, 0, 0, 0, ?4, ?4, ?4, ?4, ?5)
                """, id, OrganisationKind.base.rawValue, name, true, false)
            try transaction.execute("INSERT INTO organisation_above (organisation, above) VALUES (?1, ?1)", id)
        }
        try transaction.execute(
            "INSERT INTO programme (id, name, preset, time_zone) VALUES (300, 'P', 'cme', 'Asia/Shanghai')")
        try transaction.execute(
            """
            INSERT INTO project (id, number, name, level, category, hours_tenths, credits_tenths, owner) \
            VALUES (400, 'N', 'P', 1, 2, 10, 10, ?1)
            """, base)
        let day = Int32((morning + 8 * 3_600_000) / 86_400_000)
        for (offering, base) in [(offering, base), (foreignOffering, otherBase)] {
            try transaction.execute(
                """
                INSERT INTO offering \
                (id, programme, project, base, title, state, pass_mark_hundredths, code_period_s, revision) \
                VALUES (?1, 300, 400, ?2, 'O', 3, 6000, 60, 1)
                """, offering, base)
            try transaction.execute(
                "INSERT INTO activity_date (offering, day, hours_tenths) VALUES (?1, ?2, 30)", offering, day)
            try transaction.execute(
                """
                INSERT INTO offering_window (offering, ordinal, day, from_minute, to_minute, course) \
                VALUES (?1, 0, ?2, 0, 1440, 0)
                """, offering, day)
        }
        for examiner in UInt64(1)...2 {
            try transaction.execute(
                "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, ?3)", examiner,
                Role.examiner.rawValue, base)
        }
        try Scope.publish(
            .offering, offering, OfferingValue(title: "O", timeZone: "Asia/Shanghai"), base: base,
            WriteContext(of: transaction))
        for person in people {
            try transaction.execute(
                "INSERT INTO person (id, name, unit, title) VALUES (?1, ?2, '', '')", person, "Name \(person)")
            try transaction.execute(
                "INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?3, ?4)", offering, person,
                person + 1000, "N\(person)")
            try publish(person, transaction)
        }
        for (index, secret) in secrets.enumerated() {
            try transaction.execute(
                "INSERT INTO enrolment_code (secret_hash, base, name, expires_ms, terminal) VALUES (?1, ?2, ?3, ?4, 0)",
                Digest.hash(.enrolmentCode, secret), base, "Door \(index)", Int64.max)
        }
    }

    static func publish(_ person: UInt64, _ transaction: Transaction) throws {
        let key = try Secrets(master: MasterKey([UInt8](repeating: 0x4D, count: 32))).rosterKey(base: base)
        let nonce = [UInt8](repeating: UInt8(truncatingIfNeeded: person), count: SealingKey.nonceSize)
        let sealed = key.seal(
            Array("Name \(person)".utf8), nonce: nonce, .rosterName, rosterPlace(offering, person))
        try Scope.publish(
            .rosterEntry, person + 1000,
            RosterValue(offering: offering, person: person, number: "N\(person)", encryptedName: nonce + sealed),
            base: base, WriteContext(of: transaction))
    }
}

extension WriteContext {
    /// The context of a test's direct write.
    convenience init(of transaction: Transaction) {
        let binding = ChannelBinding(exporter: [], challenge: [], versions: [])
        self.init(
            transaction: transaction,
            call: Call(
                method: .syncPull, options: CallOptions(), caller: .anonymous,
                peer: Peer(address: "", binding: binding),
                now: 0),
            now: 0, random: { [UInt8](repeating: 0, count: $0) }, connections: Connections())
    }
}

/// UTC milliseconds of the whole simulation.
final class Clock: Sendable {
    private let time = Locked(SimulatedServer.morning)

    var now: Int64 { time.withLock { $0 } }

    func advance(by milliseconds: Int64) {
        time.withLock { $0 += milliseconds }
    }
}

struct Missing: Error {
    let what: String
}
