package import Crypto
import Domain
package import Journal
import Messages
package import Storage

/// What a new server's database holds before its first request: its own log, its feed's name, one administrator.
package enum Founding {
    /// - Returns: the administrator's one-time password.
    package static func run(
        _ database: Database, opening: LogOpening, logKey: SigningKey, siteID: [UInt8], administrator: String,
        nowMs: Int64, random: (Int) -> [UInt8]
    ) throws -> String {
        let name = try AccountName(administrator)
        guard let password = Password.initial(random: random(12)) else {
            preconditionFailure("twelve bytes were given")
        }
        let record = try PasswordHash(password: Array(password.utf8), salt: random(PasswordHash.saltSize)).record
        try database.write { transaction in
            let journal = JournalStore(siteID: siteID, serverLogKey: logKey, serverLog: 0)
            let log = try journal.open(
                opening, signature: opening.sign(with: logKey, site: siteID), terminal: 0, transaction)
            try set("server_log", littleEndian(log), transaction)
            try set("feed", random(16), transaction)
            let person = try transaction.newID()
            try transaction.execute(
                "INSERT INTO person (id, name, unit, title) VALUES (?1, ?2, '', '')", person, name.text)
            try transaction.execute(
                """
                INSERT INTO account (person, name, password, must_change) \
                VALUES (?1, ?2, ?3, ?4)
                """, person, name.text, record, true)
            try transaction.execute(
                "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, 0)",
                person, Role.platformAdmin.rawValue)
        }
        return password
    }

    /// The row of the server's own log.
    package static func serverLog(_ database: Database) throws -> UInt64? {
        try database.read { snapshot in
            try snapshot.first("SELECT value FROM setting WHERE name = 'server_log'") { row in
                row.bytes(0).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            }
        }
    }

    private static func set(_ name: String, _ value: [UInt8], _ transaction: Transaction) throws {
        try transaction.execute("INSERT INTO setting (name, value) VALUES (?1, ?2)", name, value)
    }

    private static func littleEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }
}
