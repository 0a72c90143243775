import Application
import Console
import Crypto
import Foundation
import Network
import Service
import Storage
import Threads

/// `rollcalld rotate`: puts a new key in the place of an old one (OPS-6). What each key is for, and which cannot be changed,
/// `Docs/Operating.md` says.
enum Rotate {
    /// Makes a new TLS key with a certificate of its own; a running server takes them at SIGHUP.
    static func tls(_ folder: DataFolder, names: [String]) throws {
        try folder.requireInitialised()
        let identity = try TLSIdentity.make(names: names, serial: SystemRandom.bytes(16), days: 3650)
        // The key and the certificate change one after the other: a server that reads between them keeps the old ones.
        try folder.replace(folder.tlsKey, by: Array(identity.keyPEM.utf8))
        try folder.replace(folder.certificate, by: Array(identity.certificatePEM.utf8))
    }

    /// Ends the server's own log and opens the next under a new key. The new key is in the folder before the database knows it,
    /// and in its place only afterwards: the same command goes on after a kill.
    static func serverLog(_ folder: DataFolder) throws {
        try folder.requireInitialised()
        let lock = try FolderLock(folder, for: "rotate")
        defer { withExtendedLifetime(lock) {} }
        guard try folder.brokenLog() == nil else { throw folder.brokenLogFailure }
        let database = try Database(path: folder.database)
        guard try database.isMigrated("service", Schema.migrations) else { throw folder.olderSchema }
        let next = folder.serverLogKey + ".new"
        let seed = FileManager.default.fileExists(atPath: next) ? try folder.read(next) : SystemRandom.bytes(32)
        if !FileManager.default.fileExists(atPath: next) { try folder.write(seed, to: next) }
        if try !KeyCheck([.serverLog: seed]).isNoted(.serverLog, database) {
            let keys = try ServerKeys(folder)
            let wrong = try keys.check.wrong(database)
            guard wrong.isEmpty else { throw folder.wrong(wrong) }
            try keys.service().rotateServerLog(to: seed, database)
        }
        try database.checkpoint(.waiting)
        guard unsafe rename(next, folder.serverLogKey) == 0 else { throw folder.failure(next) }
        try BackupFile.syncFolder(of: folder.serverLogKey)
    }
}

extension Command {
    static func rotate(_ data: Parameter<String>) -> Command {
        let names: Parameter<[String]> = .options(
            "name", "HOST", Phrase("a name or address in the certificate", "证书中的主机名或地址"))
        return Command(
            "rotate", Phrase("new keys in the place of old ones", "更换密钥"),
            commands: [
                Command(
                    "tls",
                    Phrase("a new key and certificate; then send SIGHUP to the server", "更换通信密钥与证书，随后向服务器发送 SIGHUP"),
                    data, names
                ) { arguments, interaction in
                    let given = arguments[names]
                    try Rotate.tls(
                        DataFolder(path: arguments[data]), names: given.isEmpty ? ["localhost", "127.0.0.1"] : given)
                    interaction.say(Phrase("a running server takes them at SIGHUP", "运行中的服务器收到 SIGHUP 后启用"))
                    return .ok
                },
                Command(
                    "server-log",
                    Phrase("a new key for the server's own log; no server may run on it", "更换服务器日志的密钥（须先停止服务）"),
                    data
                ) { arguments, interaction in
                    try Rotate.serverLog(DataFolder(path: arguments[data]))
                    interaction.say(
                        Phrase("the server goes on in a new log, under the new key", "服务器将以新密钥和新日志继续"))
                    return .ok
                },
            ])
    }
}

extension DataFolder {
    /// Puts a file in the place of another one, whole or not at all. Durable on return.
    func replace(_ file: String, by bytes: [UInt8]) throws {
        let draft = file + ".new"
        guard unsafe unlink(draft) == 0 || errno == ENOENT else { throw failure(draft) }
        try write(bytes, to: draft)
        guard unsafe rename(draft, file) == 0 else { throw failure(file) }
        try BackupFile.syncFolder(of: file)
    }

    /// Opening the database would drop what lies behind the damage.
    var brokenLogFailure: CommandFailure {
        CommandFailure(
            .failure, name: "damaged", Phrase("the write-ahead log is damaged", "预写日志已损坏"),
            hint: Phrase("run: rollcalld check --data \(path)", "请运行：rollcalld check --data \(path)"))
    }

    var olderSchema: CommandFailure {
        CommandFailure(
            .failure, name: "older_schema", Phrase("the database is of an earlier version", "数据库为较早版本"),
            hint: Phrase("start the server once, then run this again", "请先启动一次服务器，然后重新运行"))
    }
}

extension ServerKeys {
    /// The service on these keys, without a log and without services of others: for what changes a database that is not served.
    func service() -> Service {
        Service(
            site: Site(key: site, serverNumber: 1), secrets: Secrets(master: master), serverLogKey: serverLog,
            ports: Ports(now: WallClock.nowMs, random: SystemRandom.bytes, log: { _ in }))
    }
}
