import Application
import Console
import Crypto
import Foundation
import Gateways
import Messages
import Network
import Passes
import Service
import Storage
import Threads

/// `rollcalld serve`: one process from its files to its sockets, until SIGTERM or SIGINT.
enum Serve {
    struct Options {
        var tls: [Endpoint]
        var plain: [Endpoint]
        var loops: Int
    }

    static func run(_ folder: DataFolder, _ options: Options, announce: (String) throws -> Void) throws {
        let stop = StopSignal()
        let siteKey = try SigningKey(seed: folder.read(folder.siteKey))
        let master = try MasterKey(folder.read(folder.masterKey))
        let logKey = try SigningKey(seed: folder.read(folder.serverLogKey))
        let identity = try TLSIdentity(
            certificatePEM: String(decoding: folder.read(folder.certificate), as: UTF8.self),
            keyPEM: String(decoding: folder.read(folder.tlsKey), as: UTF8.self))
        let site = Site(key: siteKey.publicKey, serverNumber: 1)
        let path = folder.database

        try Database(path: path).requireFounding()
        let settings = try ServerSettings.read(folder)
        let texts = TextPump()
        var accounts = try settings.accounts(folder)
        accounts.textQueued = texts.wake
        let http = HTTPClient()
        let sender = try settings.textSender(http, folder)
        let service = Service(
            site: site, secrets: Secrets(master: master), serverLogKey: logKey, accounts: accounts,
            identityProvider: try settings.identityProvider(http, folder))
        let opened = Locked<CommitOutbox?>(nil)
        let executor = ThreadedExecutor(
            writer: try WriterLane {
                let outbox = CommitOutbox()
                opened.withLock { $0 = outbox }
                let database = try Database(path: path)
                try database.lengthenLog(toPages: GroupCommit.checkpointPages)
                return GroupCommit(
                    database, answered: outbox.send,
                    report: { JSONLog.write(LogLine(.warning, "checkpoint failed", [("error", "\($0)")])) })
            },
            readers: try ReaderPool(threads: 2) { try Database.opened(path) })
        let outbox = opened.withLock { $0 ?? CommitOutbox() }
        let ports = Ports(
            now: WallClock.nowMs, random: SystemRandom.bytes, log: JSONLog.write, sms: sender.map { $0.send })
        let application = Application(
            executor: executor, ports: ports, master: master, route: service.route, authority: service.authority)

        if sender != nil { texts.start(TextDispatch(application, service)) }

        service.takeUp(try Database(path: path, access: .reading).read(service.leftUploads), application)

        let signature = siteKey.sign(.tlsKey, identity.publicKeyInfo)
        var configuration = ServerConfiguration(
            listeners: options.tls.map { .init($0, .tls(identity, siteSignature: signature)) }
                + options.plain.map { .init($0, .plain) },
            welcome: Welcome(
                agent: "rollcalld/1", site: site.id, siteKey: site.key.bytes, serverNumber: site.serverNumber))
        configuration.loops = options.loops
        configuration.trustedProxies = try settings.trustedProxyRanges(folder)
        let server = try Server.start(configuration) { _ in
            LoopHandler(
                application, LoopExecutor(executor, reader: try Database.opened(path)), outbox,
                seen: { service.hear($0, application) })
        }
        for (index, endpoint) in server.endpoints.enumerated() {
            try announce("listening \(index < options.tls.count ? "tls" : "plain") \(endpoint)")
        }
        JSONLog.write(LogLine(.info, "serving", [("site", try SiteFingerprint(siteID: site.id).text)]))

        var seconds = 0
        while !stop.isDue(withinSeconds: 1) {
            service.tick(application)
            seconds += 1
            guard seconds % 3600 == 0 else { continue }
            application.expire()
            executor.write({ try service.expire($0, now: WallClock.nowMs()) }) { expired in
                guard case .failure(let error) = expired else { return }
                JSONLog.write(LogLine(.warning, "expiry failed", [("error", "\(error)")]))
            }
        }
        JSONLog.write(LogLine(.info, "stopping"))
        server.stop()
        http.stop()
        executor.stop()
        texts.stop()
        JSONLog.write(LogLine(.info, "stopped"))
    }
}

extension Database {
    /// For reading, with all its files open: the engine opens some at the first question only.
    fileprivate static func opened(_ path: String) throws -> Database {
        let database = try Database(path: path, access: .reading)
        try database.read { _ = try $0.exists("SELECT 1 FROM sqlite_schema") }
        return database
    }

    /// Brings the schema up to date; throws unless the database is a server's.
    fileprivate func requireFounding() throws {
        try migrate("service", Schema.migrations)
        guard try Founding.isDone(self) else {
            throw CommandFailure(
                .failure, name: "data",
                Phrase("the database was not made by rollcalld init", "数据库不是由 rollcalld init 创建"))
        }
    }
}

/// SIGTERM and SIGINT, blocked in every thread and waited for in this one.
private struct StopSignal {
    private var signals = sigset_t()

    /// To be made before any thread is started.
    init() {
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGTERM)
        unsafe sigaddset(&signals, SIGINT)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// True once a signal has come; false after that time without one.
    func isDue(withinSeconds seconds: Int) -> Bool {
        var signals = signals
        var time = timespec(tv_sec: seconds, tv_nsec: 0)
        return unsafe sigtimedwait(&signals, nil, &time) > 0
    }
}
