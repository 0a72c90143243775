import Console
import Crypto
import Foundation
import Journal
import Network
import Passes
import Service
import Storage
import Threads

/// `rollcalld init`: makes the keys, the database and the first administrator.
enum Initialise {
    struct Made {
        let site: SiteFingerprint
        let administrator: String
        let password: String
    }

    static func run(_ folder: DataFolder, administrator: String, names: [String]) throws -> Made {
        guard !folder.isInitialised else {
            throw CommandFailure(
                .failure, name: "already_exists",
                Phrase("\(folder.path) is initialised already", "\(folder.path) 已初始化"))
        }
        try folder.create()
        let siteSeed = SystemRandom.bytes(32)
        let logSeed = SystemRandom.bytes(32)
        let master = SystemRandom.bytes(32)
        let siteKey = try SigningKey(seed: siteSeed)
        let identity = try TLSIdentity.make(names: names, serial: SystemRandom.bytes(16), days: 3650)

        let database = try Database(path: folder.database)
        try database.migrate("service", Schema.migrations)
        let opening = LogOpening(deviceKey: try SigningKey(seed: logSeed).publicKey, epoch: 1)
        let founded = try Founding.run(
            database, opening: opening, logKey: SigningKey(seed: logSeed), siteID: siteKey.publicKey.siteID,
            administrator: administrator, nowMs: WallClock.nowMs(), random: SystemRandom.bytes)

        try folder.write(logSeed, to: folder.serverLogKey)
        try folder.write(master, to: folder.masterKey)
        try folder.write(Array(identity.keyPEM.utf8), to: folder.tlsKey)
        try folder.write(Array(identity.certificatePEM.utf8), to: folder.certificate)
        // Last: what stands here says that the folder is complete.
        try folder.write(siteSeed, to: folder.siteKey)
        return Made(
            site: try SiteFingerprint(siteID: siteKey.publicKey.siteID), administrator: administrator,
            password: founded)
    }
}
