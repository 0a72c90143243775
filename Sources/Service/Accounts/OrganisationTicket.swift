import Application
import Crypto
import Messages
import Storage
import Wire

/// ACC-7b: the proof that somebody knew an organisation's password, encrypted for the second step, so that the server
/// stores nothing for people who never come back. It is valid until that password changes.
struct OrganisationTicket: Sendable {
    static let lifeMs: Int64 = 10 * 60_000
    private static let tailSize = 16
    private static let size = 8 + 8 + tailSize

    let expires: Int64
    let organisation: UInt64
    private let passwordTail: [UInt8]

    init(_ account: OrganisationAccount, now: Int64) {
        expires = now + Self.lifeMs
        organisation = account.organisation
        passwordTail = account.password.suffix(Self.tailSize)
    }

    fileprivate init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        func fixed64(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        expires = Int64(bitPattern: fixed64(bytes[0..<8]))
        organisation = fixed64(bytes[8..<16])
        passwordTail = Array(bytes[16...])
    }

    fileprivate var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeFixed64(UInt64(bitPattern: expires))
        writer.writeFixed64(organisation)
        writer.writeBytes(passwordTail)
        return writer.bytes
    }

    fileprivate func isGood(for account: OrganisationAccount) -> Bool {
        !account.isClosed && account.password.suffix(Self.tailSize).elementsEqual(passwordTail)
    }
}

extension Accounts {
    func encrypt(_ ticket: OrganisationTicket, nonce: [UInt8]) -> [UInt8] {
        secrets.organisationTickets.seal(ticket.bytes, nonce: nonce, .organisationTicket)
    }

    /// Returns the account that a ticket was issued for.
    /// - Throws: `ticketInvalid`.
    func organisationAccount(ticket sealed: [UInt8], _ snapshot: Snapshot, now: Int64) throws -> OrganisationAccount {
        guard sealed.count <= 256, let bytes = try? secrets.organisationTickets.open(sealed, .organisationTicket),
            let ticket = OrganisationTicket(bytes), now < ticket.expires,
            let account = try OrganisationAccount(of: ticket.organisation, snapshot), ticket.isGood(for: account)
        else { throw Refusal(.ticketInvalid, field: "ticket") }
        return account
    }
}
