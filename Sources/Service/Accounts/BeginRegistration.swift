import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

/// ACC-1a, first step: the claimed name and ID number, encrypted into the ticket that the second step returns, so that
/// the server stores nothing for people who never come back.
struct RegistrationTicket: Sendable {
    static let lifeMs: Int64 = 15 * 60_000

    let expires: Int64
    let identity: String
    let name: String
}

extension Accounts {
    func beginRegistration(
        _ request: BeginRegistrationRequest, _ context: WriteContext
    ) throws -> BeginRegistrationReply {
        try spend(request.solution, context)
        let name = try PersonName.checked(request.personName, field: "person_name")
        let number = try IdentityNumber(request.idNumber, today: ZoneRule.china.day(of: Instant(context.now)))
        let expires = context.now + RegistrationTicket.lifeMs
        var writer = ByteWriter()
        writer.writeFixed64(UInt64(bitPattern: expires))
        writer.writeBytes(Array(number.text.utf8))
        writer.writeBytes(Array(name.utf8))
        let ticket = secrets.tickets.seal(
            writer.bytes, nonce: context.random(SealingKey.nonceSize), .registrationTicket)
        return BeginRegistrationReply(ticket: ticket, expiresMs: expires)
    }

    func openTicket(_ sealed: [UInt8], now: Int64) throws -> RegistrationTicket {
        guard sealed.count <= 512, let bytes = try? secrets.tickets.open(sealed, .registrationTicket), bytes.count > 26
        else { throw Refusal(.ticketInvalid) }
        let expires = Int64(bitPattern: bytes[0..<8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
        guard now < expires else { throw Refusal(.ticketInvalid) }
        return RegistrationTicket(
            expires: expires, identity: String(decoding: bytes[8..<26], as: UTF8.self),
            name: String(decoding: bytes[26...], as: UTF8.self))
    }
}
