import Seeded
import Application
import Crypto
import Foundation
import Journal
import Messages
import Storage
import Testing
import Threads

@testable import Service

/// A whole server in this process: real tables in a real file, a clock that is set, chance that repeats itself.
final class TestServer {
    /// 2026-10-02 09:00 in Shanghai.
    static let nine: Int64 = 1_790_902_800_000
    /// 2026-10-02 as a day since 1970-01-01.
    static let day: Int32 = 20_728

    let siteKey: SigningKey
    let clock = Clock()
    /// Every log line and every answer that left, for those who look for what must not be said.
    let heard = Locked<[String]>([])
    let master: MasterKey
    private let scratch: Scratch
    private(set) var database: Database
    private(set) var executor: InlineExecutor
    private(set) var application: Application
    let service: Service
    private(set) var connections: UInt64

    /// - Parameters:
    ///   - copying: the database file of a server that has been stopped.
    ///   - seed: of everything the server draws; another one with ROLLCALL_SEED, to look for tests that depend on it.
    ///   - sms: who sends text messages.
    init(
        copying image: Data? = nil, seed: UInt64 = TestServer.seed,
        sms: TextSender? = nil, identityProvider: IdentityProvider? = nil,
        payments: [PaymentChannel: PaymentGateway] = [:], invoices: InvoiceIssuer? = nil,
        challengesOrganisations: Bool = true
    ) throws {
        scratch = try Scratch()
        let path = scratch.path("server.db")
        if let image { try image.write(to: URL(fileURLWithPath: path)) }
        siteKey = try SigningKey(seed: [UInt8](repeating: 0x51, count: 32))
        master = try MasterKey([UInt8](repeating: 0x4D, count: 32))
        let logKey = try SigningKey(seed: [UInt8](repeating: 0x4C, count: 32))
        // Tests of what a lost disk loses are elsewhere.
        database = try Database(path: path, durability: .whenever)
        try database.migrate("service", Schema.migrations)
        if image == nil {
            _ = try Bootstrap.run(
                database, opening: LogOpening(deviceKey: logKey.publicKey, epoch: 1), logKey: logKey,
                siteID: siteKey.publicKey.siteID, administrator: "admin", nowMs: Self.nine,
                random: { [UInt8](repeating: 9, count: $0) })
        }
        executor = InlineExecutor(database, GroupCommit(database))
        let (clock, heard) = (clock, heard)
        // A copy must not draw again what is in the file already.
        let chance = Locked(SeededRandom(seed: image == nil ? seed : ~seed))
        connections = image == nil ? 0 : 100
        let ports = Ports(
            now: { clock.now }, random: { count in chance.withLock { $0.bytes(count) } },
            log: { line in
                heard.withLock { $0.append("log \(line.level) \(line.event) \(line.fields)") }
            },
            services: OutsideServices(
                .init(
                    texts: sms, identities: identityProvider, logins: try Self.providers(),
                    payments: payments, invoices: invoices)))
        let service = Service(
            site: Site(key: siteKey, serverNumber: 1), secrets: Secrets(master: master),
            serverLogKey: logKey, ports: ports, accounts: Self.settings(challengesOrganisations))
        self.service = service
        application = Application(
            executor: executor, ports: ports, master: master, route: service.route, authority: service.authority)
    }

    /// Whatever a test was about: nothing that went into the log, an error's text or the audit log may be anybody's phone
    /// or ID number.
    deinit {
        Disclosure.check(said: heard.withLock { $0 })
        do {
            Disclosure.check(
                said: try read { try $0.all("SELECT detail FROM audit") { $0.text(0) } })
        } catch {
            Issue.record("the audit log cannot be read: \(error)")
        }
    }

    /// Shared with the provider `dev`.
    static let providerKey = Result { try MACKey([UInt8](repeating: 0x50, count: 32)) }

    private static func providers() throws -> [String: OutsideProvider] {
        let key = try providerKey.get()
        return ["dev": .sharing(key), "other": .sharing(key)]
    }

    private static func settings(_ challengesOrganisations: Bool) -> AccountSettings {
        var settings = AccountSettings()
        settings.privacyVersion = "2026-10"
        // Sixteen hashes on average.
        settings.puzzleDifficulty = 4
        settings.challengesOrganisations = challengesOrganisations
        return settings
    }

    static let seed = ProcessInfo.processInfo.environment["ROLLCALL_SEED"].flatMap { UInt64($0) } ?? 1

    /// - Parameter address: if nil, a different one for every connection.
    func connect(versions: [UInt8] = [1, 1, 1], from address: String? = nil) -> Client {
        connections += 1
        return Client(self, number: connections, versions: versions, address: address)
    }

    /// Deletes expired rows, as the server does periodically.
    func expire() throws { try database.write { try service.expire($0, now: clock.now) } }

    /// Does the server's work of each second.
    func tick() { service.tick(application) }

    /// Resumes the jobs that an earlier server left, as a server does at its start.
    func resume() throws { service.uploads.takeUp(try read(service.uploads.leftUploads), application) }

    func read<Result>(_ body: (Snapshot) throws -> Result) throws -> Result { try database.read(body) }

    func count<each Value: SQLBindable>(_ sql: SQL, _ values: repeat each Value) throws -> Int {
        try database.read { try $0.first(sql, repeat each values) { $0.int(0) } ?? 0 }
    }

    /// Returns the whole database file, as a thief of the file would read it.
    func image() throws -> Data {
        try database.checkpoint(.waiting)
        return try Data(contentsOf: URL(fileURLWithPath: database.path))
    }

    /// Takes something out of a base's scope, which no use case does yet.
    func withdraw(_ kind: ItemKind, _ item: UInt64, base: UInt64) throws {
        try perform { try Scope.withdraw(kind, item, base: base, $0) }
    }

    /// Runs a command that no method stands for.
    @discardableResult
    func perform<Reply: Sendable>(_ command: @escaping @Sendable (WriteContext) throws -> Reply) throws -> Reply {
        let made = Locked<Reply?>(nil)
        let ended = Locked<Result<[UInt8], Refusal>?>(nil)
        let call = Call(
            method: .noticesMarkShown, options: CallOptions(), caller: .anonymous,
            peer: Peer(address: "", binding: ChannelBinding(exporter: [], challenge: [], versions: [])), now: clock.now)
        application.write(call) { context in
            let reply = try command(context)
            made.withLock { $0 = reply }
            return []
        } done: { result in
            ended.withLock { $0 = result }
        }
        while executor.work() {}
        _ = try ended.withLock { $0 }?.get()
        guard let reply = made.withLock({ $0 }) else { throw Missing(what: "the command's end") }
        return reply
    }

    /// Leaves a message for somebody, as a use case does.
    @discardableResult
    func notify(_ person: UInt64, _ kind: MessageKind = .leaveDecided, details: [String] = []) throws -> UInt64 {
        let service = service
        return try perform { context in
            try service.notices.notify(person, kind, subject: 7, details: details, context)
            return try context.transaction.first("SELECT MAX(id) FROM message") { $0.id(0) } ?? 0
        }
    }

    /// The lines the log got.
    var logged: [String] { heard.withLock { $0.filter { $0.hasPrefix("log ") } } }
}

/// UTC milliseconds, moved by the test alone.
final class Clock: Sendable {
    private let time = Locked(TestServer.nine)

    var now: Int64 { time.withLock { $0 } }

    func advance(ms: Int64 = 0, s: Int64 = 0, minutes: Int64 = 0, days: Int64 = 0) {
        time.withLock { $0 += ms + s * 1000 + minutes * 60_000 + days * 86_400_000 }
    }

    func set(_ ms: Int64) { time.withLock { $0 = ms } }
}

struct Missing: Error {
    let what: String
}
