package import Crypto
import Domain
package import Journal
import Messages
package import Storage

/// Makes the initial contents of a server's database: its own log, its feed's name, one administrator, and the person
/// types of ORG-3.
package enum Bootstrap {
    private static let personTypes = [("DT", "学科带头人"), ("GG", "医疗技术骨干"), ("GJ", "国家县级骨干专科医师")]

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
            let log = try JournalStore.open(
                opening, signature: opening.sign(with: logKey, site: siteID), terminal: 0, site: siteID, transaction)
            try transaction.execute("INSERT INTO server_log (id, log) VALUES (1, ?1)", log)
            try set("feed", random(16), transaction)
            let person = try transaction.newID()
            try transaction.execute(
                "INSERT INTO person (id, name, unit, title) VALUES (?1, ?2, '', '')", person, name.text)
            try transaction.execute(.insertAccount, person, name.text, record, true)
            try transaction.execute(
                "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, 0)",
                person, Role.platformAdmin.rawValue)
            for (code, name) in personTypes {
                try transaction.execute(
                    "INSERT INTO catalogue_entry (id, kind, code, name, retired) VALUES (?1, ?2, ?3, ?4, ?5)",
                    transaction.newID(), CatalogueKind.personType.rawValue, code, name, false)
            }
        }
        return password
    }

    /// Returns whether this was done: the server has a log of its own.
    package static func isDone(_ database: Database) throws -> Bool {
        try database.read { try $0.exists("SELECT 1 FROM server_log") }
    }

    private static func set(_ name: String, _ value: [UInt8], _ transaction: Transaction) throws {
        try transaction.execute("INSERT INTO setting (name, value) VALUES (?1, ?2)", name, value)
    }
}
