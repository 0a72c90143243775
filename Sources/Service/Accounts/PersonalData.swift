import Crypto
import Domain
import Storage
import Wire

// Phones and ID numbers are sealed at rest, bound to their row, and found by keyed hash.
extension Service {
    func phoneHash(_ phone: MobileNumber) -> [UInt8] {
        secrets.phoneSearch.mac(.phoneSearch, Array(phone.text.utf8))
    }

    func idNumberHash(_ number: IdentityNumber) -> [UInt8] {
        secrets.idNumberSearch.mac(.idNumberSearch, Array(number.text.utf8))
    }

    func seal(_ phone: MobileNumber, of person: UInt64, nonce: [UInt8]) -> [UInt8] {
        secrets.atRest.seal(Array(phone.text.utf8), nonce: nonce, .atRest, place("person.phone", person))
    }

    func seal(_ number: IdentityNumber, of person: UInt64, nonce: [UInt8]) -> [UInt8] {
        secrets.atRest.seal(Array(number.text.utf8), nonce: nonce, .atRest, place("person.id_number", person))
    }

    func openPhone(_ sealed: [UInt8], of person: UInt64) throws -> MobileNumber {
        let plain = try secrets.atRest.open(sealed, .atRest, place("person.phone", person))
        return try MobileNumber(String(decoding: plain, as: UTF8.self))
    }

    private func place(_ column: String, _ row: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeFixed64(row)
        writer.writeBytes(Array(column.utf8))
        return writer.bytes
    }
}
