import Console
import Crypto
import Foundation
import Journal
import Network
import Passes
import Service
import Storage
import Threads

/// `rollcalld init`: makes the keys, the database and the first administrator. Everything is made in a draft folder,
/// shown, and then moved into place, so that the same command can be repeated after an interruption at any point.
enum Initialise {
    struct Made {
        let site: SiteFingerprint
        let administrator: String
        let password: String
    }

    /// - Parameter show: shows the result, above all the first password; called before the folder becomes a server's.
    static func run(
        _ folder: DataFolder, administrator: String, names: [String], show: (Made) throws -> Void
    ) throws {
        try folder.create()
        let lock = try FolderLock(folder, for: "init")
        defer { withExtendedLifetime(lock) {} }
        guard !folder.isInitialised else {
            throw CommandFailure(
                .failure, name: "already_exists",
                Phrase("\(folder.path) is initialised already", "\(folder.path) 已初始化"))
        }
        let draft = try folder.draft()
        try show(try make(draft, administrator: administrator, names: names))
        try folder.adopt(draft)
    }

    private static func make(_ folder: DataFolder, administrator: String, names: [String]) throws -> Made {
        let siteSeed = SystemRandom.bytes(32)
        let logSeed = SystemRandom.bytes(32)
        let siteKey = try SigningKey(seed: siteSeed)
        let identity = try TLSIdentity.make(names: names, serial: SystemRandom.bytes(16), days: 3650)

        let database = try Database(path: folder.database)
        try database.migrate("service", Schema.migrations)
        let opening = LogOpening(deviceKey: try SigningKey(seed: logSeed).publicKey, epoch: 1)
        let password = try Bootstrap.run(
            database, opening: opening, logKey: SigningKey(seed: logSeed), siteID: siteKey.publicKey.siteID,
            administrator: administrator, nowMs: WallClock.nowMs(), random: SystemRandom.bytes)
        let masterSeed = SystemRandom.bytes(32)
        try KeyCheck([.site: siteSeed, .serverLog: logSeed, .master: masterSeed]).note(database)
        // Moves everything into the one database file.
        try database.checkpoint(.waiting)

        try folder.write(logSeed, to: folder.serverLogKey)
        try folder.write(masterSeed, to: folder.masterKey)
        try folder.write(Array(identity.keyPEM.utf8), to: folder.tlsKey)
        try folder.write(Array(identity.certificatePEM.utf8), to: folder.certificate)
        try folder.write(siteSeed, to: folder.siteKey)
        return Made(
            site: try SiteFingerprint(siteID: siteKey.publicKey.siteID), administrator: administrator,
            password: password)
    }
}
