import Application
import Connection
import Console
import Crypto
import Gateways
import HTTP
import Journal
import Messages
import Network
import Passes
import Service
import Storage
import Threads

/// The parts of a server, from the data directory to the sockets. Initialising starts it.
final class RunningServer {
    let site: Site
    private let folder: DataFolder
    private let lock: FolderLock
    private let siteKey: SigningKey
    private let log: JSONLog
    private let service: Service
    private let executor: ThreadedExecutor
    private let application: Application
    private let http = HTTPClient()
    private let ports: Ports
    private let pump: OutboxPump
    private let server: Server
    private let listener: HTTPServer?
    private let condition: Condition
    private let marker: Marker
    private let walk: Walk

    var endpoints: [Endpoint] { server.endpoints }

    init(_ folder: DataFolder, _ options: Serve.Options, _ log: JSONLog) throws {
        self.folder = folder
        self.log = log
        lock = try FolderLock(folder, for: "serve")
        let keys = try ServerKeys(folder)
        let (siteKey, identity) = (keys.site, keys.tls)
        self.siteKey = siteKey
        let site = Site(key: siteKey, serverNumber: 1)
        self.site = site
        let path = folder.database
        let found = try FoundFolder(folder, keys, log)

        let settings = try ServerSettings.read(folder)
        log.leaveOut(below: settings.logLevel ?? .info)
        try folder.tellUnknownSettings(log)
        let ports = Ports(
            now: WallClock.nowMs, random: SystemRandom.bytes, log: log.write,
            services: OutsideServices(try settings.services(http, folder)), scratchFolder: folder.path)
        self.ports = ports
        let service = Service(
            site: site, secrets: Secrets(master: keys.master), serverLogKey: keys.serverLog, ports: ports,
            accounts: settings.accounts())
        self.service = service
        service.adopt(try settings.certificates(folder, site: site.id))
        service.keepPapers(days: settings.satPapersDays)

        let commits = CommitCounts()
        let condition = Condition(folder, ports)
        self.condition = condition
        try condition.noteCertificates(settings)
        let (executor, outbox) = try RunningServer.start(path, commits, condition, log)
        self.executor = executor
        let application = Application(
            executor: executor, ports: ports, master: keys.master, route: service.route, authority: service.authority)
        self.application = application
        pump = OutboxPump(application, service.outbox, holder: UInt64(site.serverNumber))
        pump.start()
        service.uploads.takeUp(
            try Database(path: path, access: .reading).read(service.uploads.leftUploads), application)

        var configuration = ServerConfiguration(
            listeners: options.tls.map {
                .init($0, .tls(identity, siteSignature: siteKey.sign(.tlsKey, identity.publicKeyInfo)))
            } + options.plain.map { .init($0, .plain) },
            welcome: Welcome(
                features: Feature.deflate, agent: "rollcalld/1", site: site.id, siteKey: site.key.bytes,
                serverNumber: site.serverNumber))
        configuration.loops = options.loops
        configuration.trustedProxies = try settings.trustedProxyRanges(folder)
        server = try Server.start(configuration) { _ in
            LoopHandler(
                application, LoopExecutor(executor, reader: try Database.opened(path)), outbox,
                seen: { service.sync.noteServerLogs($0, application) })
        }
        let metrics = Metrics(
            application: application, executor: executor, commits: commits, condition: condition, folder: folder,
            server: server, startedMs: WallClock.nowMs())
        listener = try settings.http.map { try NoticeListener.start($0, folder, application, service, metrics) }
        if let listener { log.write(LogLine(.info, "listening for HTTP", [("port", "\(listener.port)")])) }
        for damage in found.damage { application.report(damage) }
        marker = Marker(
            MarkFile(folder), after: found.mark, commits: { commits.groups }, executor.writer, log)
        walk = Walk(path, service, application, log)
    }

    /// Call every second.
    func tick() {
        service.tick(application)
        application.recordRefusals()
        pump.tick()
    }

    /// Looks for what an operator should know. Call every minute.
    func look() { condition.look(executor.readers) }

    /// Deletes expired rows.
    func expire() {
        application.expire()
        let (service, log) = (service, log)
        executor.write({ try service.expire($0, now: WallClock.nowMs()) }) { expired in
            guard case .failure(let error) = expired else { return }
            log.write(LogLine(.warning, "expiry failed", [("error", "\(error)")]))
        }
    }

    /// Reloads the settings and the certificate: all of them, or none if one is invalid.
    func reload() {
        do {
            let settings = try ServerSettings.read(folder)
            let services = try settings.services(http, folder)
            let identity = try folder.tlsIdentity()
            let certificates = try settings.certificates(folder, site: site.id)
            try condition.noteCertificates(settings)
            if let listener, let http = settings.http { try NoticeListener.reload(listener, http, folder) }
            try server.show(identity, siteSignature: siteKey.sign(.tlsKey, identity.publicKeyInfo))
            service.adopt(settings.accounts())
            service.adopt(certificates)
            service.keepPapers(days: settings.satPapersDays)
            ports.services.adopt(services)
            log.leaveOut(below: settings.logLevel ?? .info)
            try folder.tellUnknownSettings(log)
            log.write(LogLine(.info, "settings read again"))
            pump.wake()
        } catch {
            let reason = (error as? CommandFailure)?.message.text(in: .en) ?? "\(error)"
            log.write(LogLine(.error, "settings not read again; the old ones hold", [("error", reason)]))
        }
    }

    /// Stops the parts in an order in which none waits for a stopped one: gateways and queued slow work, then
    /// connections, while open calls are still answered, then the threads, including the writer with its last commit.
    func stop() {
        walk.stop()
        marker.stop()
        listener?.stop()
        http.stop()
        executor.dropWaiting()
        pump.stop()
        server.stop(withinMs: 700)
        executor.stop()
    }

    /// Starts the writing, reading and computing threads, and the writer's outbox.
    private static func start(
        _ path: String, _ commits: CommitCounts, _ condition: Condition, _ log: JSONLog
    ) throws -> (ThreadedExecutor, CommitOutbox) {
        let opened = Locked<CommitOutbox?>(nil)
        let executor = ThreadedExecutor(
            writer: try WriterLane {
                let outbox = CommitOutbox()
                opened.withLock { $0 = outbox }
                let database = try Database(path: path)
                if try !database.lengthenLog(toPages: GroupCommit.logPages) {
                    log.write(LogLine(.warning, "disk nearly full: the write-ahead log stays short"))
                }
                return GroupCommit(
                    database,
                    answered: { outbox.send() },
                    report: { notice in
                        if let isFull = notice.isDiskFull { condition.note(isDiskFull: isFull) }
                        log.write(LogLine(notice))
                    },
                    checkpointer: try Checkpointer { try Database.opened(path) }, counts: commits)
            },
            readers: try ReaderPool(threads: 2) { try Database.opened(path) },
            surveys: try ReaderPool("survey", threads: 1, yields: true) { try Database.opened(path) },
            strangers: try ReaderPool("stranger", threads: 1, capacity: 1024, yields: true) {
                try Database.opened(path)
            })
        return (executor, opened.withLock { $0 ?? CommitOutbox() })
    }
}

extension DataFolder {
    fileprivate func tellUnknownSettings(_ log: JSONLog) throws {
        for unknown in try SettingNames.unknown(in: self) {
            log.write(LogLine(.warning, "settings have a name that is none", [("name", unknown.text.en)]))
        }
    }
}

extension StorageNotice {
    fileprivate var isDiskFull: Bool? {
        switch self {
        case .full: true
        case .roomAgain: false
        case .checkpointFails, .checkpointsAgain: nil
        }
    }
}

extension LogLine {
    fileprivate init(_ notice: StorageNotice) {
        switch notice {
        case .full(let error):
            self.init(
                .error, "disk full: nothing is written until there is room; free some", [("error", "\(error)")])
        case .roomAgain(let refused):
            self.init(.info, "disk has room again: writing goes on", [("refused", "\(refused)")])
        case .checkpointFails(let error):
            self.init(
                .error, "checkpoint failed: the write-ahead log grows; look at the disk", [("error", "\(error)")])
        case .checkpointsAgain: self.init(.info, "checkpoints go on")
        }
    }
}

extension Database {
    /// Opens a reading connection with all its files: SQLite opens some only for the first query.
    fileprivate static func opened(_ path: String) throws -> Database {
        let database = try Database(path: path, access: .reading)
        try database.read { _ = try $0.exists("SELECT 1 FROM sqlite_schema") }
        return database
    }
}
