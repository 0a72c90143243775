import Application
import Crypto
import Domain
import Messages
import Storage

extension People {
    struct PersonDetails {
        var name: String
        var phone: MobileNumber?
        var identity: IdentityNumber?
        var unit: String
        var title: String
    }

    /// Adds a person, with phone and ID number encrypted. The caller must check first that neither is taken.
    /// - Returns: the id.
    func insertPerson(_ details: PersonDetails, _ context: WriteContext) throws -> UInt64 {
        let id = try context.transaction.newID()
        try context.transaction.execute(
            """
            INSERT INTO person (id, name, phone_sealed, phone_hash, id_number_sealed, id_number_hash, unit, title)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """, id, details.name,
            details.phone.map { encrypt($0, of: id, nonce: context.random(SealingKey.nonceSize)) },
            details.phone.map(phoneHash),
            details.identity.map { encrypt($0, of: id, nonce: context.random(SealingKey.nonceSize)) },
            details.identity.map(idNumberHash), details.unit, details.title)
        return id
    }

    /// Adds an account with a first password that must be changed.
    /// - Returns: the password.
    func insertAccount(_ person: UInt64, name: String, _ context: WriteContext) throws -> String {
        let password = try initialPassword(context)
        try context.transaction.execute(.insertAccount, person, name, password.record, true)
        return password.text
    }

    /// ACC-6c: makes a random first password that must be changed at the first login.
    func initialPassword(_ context: WriteContext) throws -> (text: String, record: [UInt8]) {
        guard let text = Password.initial(random: context.random(12)) else { throw Refusal(.internal) }
        let salt = context.random(PasswordHash.saltSize)
        return (text, try PasswordHash(password: Array(text.utf8), salt: salt, cost: PasswordCheck.initialCost).record)
    }
}
