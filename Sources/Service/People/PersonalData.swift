import Application
import Crypto
import Domain
import Storage
import Wire

// Phones and ID numbers are encrypted at rest, bound to their row, and found by keyed hash.
extension People {
    /// The keyed hash by which a phone is found.
    func phoneHash(_ phone: MobileNumber) -> [UInt8] {
        secrets.phoneSearch.mac(.phoneSearch, Array(phone.text.utf8))
    }

    /// The keyed hash by which an ID number is found.
    func idNumberHash(_ number: IdentityNumber) -> [UInt8] { idNumberHash(number.text) }

    /// - Parameter text: the 18 characters of one.
    func idNumberHash(_ text: String) -> [UInt8] {
        secrets.idNumberSearch.mac(.idNumberSearch, Array(text.utf8))
    }

    /// Encrypts `person.phone`.
    func encrypt(_ phone: MobileNumber, of person: UInt64, nonce: [UInt8]) -> [UInt8] {
        secrets.atRest.seal(Array(phone.text.utf8), nonce: nonce, .atRest, cellPlace("person.phone", person))
    }

    /// Encrypts `person.id_number`.
    func encrypt(_ number: IdentityNumber, of person: UInt64, nonce: [UInt8]) -> [UInt8] {
        secrets.atRest.seal(Array(number.text.utf8), nonce: nonce, .atRest, cellPlace("person.id_number", person))
    }

    /// Decrypts `person.phone`.
    func decryptPhone(_ sealed: [UInt8], of person: UInt64) throws -> MobileNumber {
        let plain = try secrets.atRest.open(sealed, .atRest, cellPlace("person.phone", person))
        return try MobileNumber(String(decoding: plain, as: UTF8.self))
    }

    /// - Returns: the 18 characters of the ID number.
    func decryptIDNumber(_ sealed: [UInt8], of person: UInt64) throws -> String {
        String(decoding: try secrets.atRest.open(sealed, .atRest, cellPlace("person.id_number", person)), as: UTF8.self)
    }

    /// Returns a person's name, phone and ID number, which a password must not contain.
    func known(of person: UInt64, _ snapshot: Snapshot) throws -> [String] {
        let row = try snapshot.first("SELECT name, phone_sealed, id_number_sealed FROM person WHERE id = ?1", person) {
            (name: $0.text(0), phone: $0.bytesOrNil(1), identity: $0.bytesOrNil(2))
        }
        guard let row else { return [] }
        return [
            row.name, try row.phone.map { try decryptPhone($0, of: person).text },
            try row.identity.map { try decryptIDNumber($0, of: person) },
        ].compactMap { $0 }
    }

    /// Encrypts a phone of another column.
    /// - Parameter column: as `table.column`.
    func encrypt(_ phone: MobileNumber, as column: String, of row: UInt64, nonce: [UInt8]) -> [UInt8] {
        secrets.atRest.seal(Array(phone.text.utf8), nonce: nonce, .atRest, cellPlace(column, row))
    }

    /// Decrypts a phone of another column.
    func decryptPhone(_ sealed: [UInt8], as column: String, of row: UInt64) throws -> MobileNumber {
        let plain = try secrets.atRest.open(sealed, .atRest, cellPlace(column, row))
        return try MobileNumber(String(decoding: plain, as: UTF8.self))
    }

    /// Encrypts one cell, to which the result is bound.
    func encrypt(_ plain: [UInt8], _ column: String, _ row: UInt64, _ context: WriteContext) -> [UInt8] {
        secrets.atRest.seal(plain, nonce: context.random(SealingKey.nonceSize), .atRest, cellPlace(column, row))
    }

    /// Throws unless it was encrypted for this cell.
    func decrypt(_ sealed: [UInt8], _ column: String, _ row: UInt64) throws -> [UInt8] {
        try secrets.atRest.open(sealed, .atRest, cellPlace(column, row))
    }

}

/// The associated data of an encrypted value: its column and row.
func cellPlace(_ column: String, _ row: UInt64) -> [UInt8] {
    var writer = ByteWriter()
    writer.writeFixed64(row)
    writer.writeBytes(Array(column.utf8))
    return writer.bytes
}
