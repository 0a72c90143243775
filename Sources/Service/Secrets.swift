package import Crypto
import Passes

/// The keys derived from the server's one master secret, which is in a file outside the database. A backup of either is
/// useless without the other.
package struct Secrets: Sendable {
    let master: MasterKey
    /// Encrypts personal data and keys in the database.
    let atRest: SealingKeyring
    let phoneSearch: MACKey
    let idNumberSearch: MACKey
    let receipts: MACKey
    let serverLogPositions: MACKey
    let smsCodes: MACKey
    let puzzles: MACKey
    let loginSubjects: MACKey
    let outsideSubjects: MACKey
    let tickets: SealingKeyring
    let organisationTickets: SealingKeyring

    package init(master: MasterKey) {
        self.master = master
        atRest = SealingKeyring(master, for: .atRest)
        phoneSearch = master.macKey(for: .phoneSearch)
        idNumberSearch = master.macKey(for: .idNumberSearch)
        receipts = master.macKey(for: .receipt)
        serverLogPositions = master.macKey(for: .serverLogPosition)
        smsCodes = master.macKey(for: .smsCode)
        puzzles = master.macKey(for: .puzzleOrigin)
        loginSubjects = master.macKey(for: .loginSubject)
        outsideSubjects = master.macKey(for: .outsideSubject)
        tickets = SealingKeyring(master, for: .registrationTicket)
        organisationTickets = SealingKeyring(master, for: .organisationTicket)
    }

    /// Returns the key that decrypts names in the rosters of one base; its terminals get it when they authenticate.
    func rosterKey(base: UInt64) -> SealingKey {
        master.sealingKey(for: .rosterName, of: base)
    }
}

/// The server's site, and its number in it.
package struct Site: Sendable {
    package let key: PublicKey
    package let id: [UInt8]
    package let serverNumber: UInt32
    private let signingKey: SigningKey

    package init(key: SigningKey, serverNumber: UInt32) {
        signingKey = key
        self.key = key.publicKey
        id = key.publicKey.siteID
        self.serverNumber = serverNumber
    }

    /// CRT-1: signs what the code of a certificate says.
    func card(_ content: CertificateCard.Content) -> CertificateCard {
        CertificateCard(content, signedBy: signingKey)
    }

    /// BKG-3a: returns the text of a pass, to be shown as a QR code.
    /// - Parameter serial: the id of what it was issued for, which tells a person's passes for one offering apart.
    func pass(
        _ kind: Pass.Kind, of person: UInt64, offering: UInt64, validMs: Range<Int64>, serial: UInt64
    ) throws -> String {
        try Pass(
            kind, person: person, offering: offering, validMs: validMs, serial: UInt32(truncatingIfNeeded: serial)
        )
        .signed(by: signingKey, keyID: SignedPass.siteKeyID, siteID: id).text
    }
}
