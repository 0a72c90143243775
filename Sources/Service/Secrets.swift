package import Crypto

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

    package init(key: PublicKey, serverNumber: UInt32) {
        self.key = key
        id = key.siteID
        self.serverNumber = serverNumber
    }
}
