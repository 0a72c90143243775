import Application
import Crypto
import Domain
import Messages
package import Storage

/// ACC-12d: what the operator does to an account while no server uses the database.
package enum OperatorReset {
    /// Gives an account a first password that must be changed, enables it, and ends its sessions.
    /// - Parameter random: returns as many random bytes as asked for.
    /// - Returns: the password; nil where nobody has the account.
    package static func run(
        _ account: String, _ database: Database, nowMs: Int64, random: (Int) -> [UInt8]
    ) throws -> String? {
        let name = try AccountName(account)
        guard let password = Password.initial(random: random(12)) else {
            preconditionFailure("twelve bytes were given")
        }
        let record = try PasswordHash(
            password: Array(password.utf8), salt: random(PasswordHash.saltSize), cost: PasswordCheck.initialCost
        ).record
        return try database.write { transaction in
            let person = try transaction.first(.personOfAccount, name.text) { $0.id(0) }
            guard let person else { return nil }
            try Accounts.setFirstPassword(record, of: person, transaction)
            try transaction.execute(.enableAccount, person)
            try transaction.execute("DELETE FROM session WHERE person = ?1", person)
            try Audit.record(
                .accountsResetPassword, byOperator: "person \(person): new first password", now: nowMs, transaction)
            return password
        }
    }
}
