/// The purpose of a hash, MAC, signature or encrypted value: an ASCII name and one zero byte before everything else, so
/// that bytes made for one purpose are refused in every other, even under the same key. A purpose is one layout of
/// bytes and one operation: hash, MAC, signature or encryption.
///
/// No name contains a zero byte, so none is a prefix of another. A layout that changes gets a new version in its name;
/// a name is never reused.
package struct Context: Sendable, Hashable {
    package let bytes: [UInt8]

    private init(_ name: StaticString) {
        bytes = Array(name.description.utf8) + [0]
    }
}

// Identity and trust.
extension Context {
    /// Site key → site id.
    package static let site = Context("rollcall.site.v1")
    /// Site key over a server's TLS public key (SubjectPublicKeyInfo).
    package static let tlsKey = Context("rollcall.tls-key.v1")
    /// Device key over a connection, to log a terminal in.
    package static let terminalAuthentication = Context("rollcall.terminal-authentication.v1")
    /// Device key over a connection and an enrolment code's secret.
    package static let enrolmentProof = Context("rollcall.enrolment-proof.v1")
    /// Enrolment code's secret → the digest the server stores.
    package static let enrolmentCode = Context("rollcall.enrolment-code.v1")
    /// Session token → the digest the server stores.
    package static let sessionToken = Context("rollcall.session-token.v1")
    /// SMS code of a phone → the digest the server stores.
    package static let smsCode = Context("rollcall.sms-code.v1")
    /// Registration ticket, encrypted: the server issues it in the first step and the client returns it in the second.
    package static let registrationTicket = Context("rollcall.registration-ticket.v1")
    /// Ticket of an organisation's login, encrypted: issued in the first step, returned in the second.
    package static let organisationTicket = Context("rollcall.organisation-ticket.v1")
    /// Account or typed name → the subject under which failed logins are counted.
    package static let loginSubject = Context("rollcall.login-subject.v1")
    /// Account with an outside provider → the digest the server stores.
    package static let outsideSubject = Context("rollcall.outside-subject.v1")
    /// Key shared with a provider, over a code that proves an account there.
    package static let outsideCode = Context("rollcall.outside-code.v1")
    /// Such a code → the digest the server stores once the code is spent.
    package static let spentOutsideCode = Context("rollcall.spent-outside-code.v1")
    /// Proof-of-work puzzle and a solution → the digest that must begin with zeros.
    package static let puzzle = Context("rollcall.puzzle.v1")
    /// Server, over a puzzle it has issued.
    package static let puzzleOrigin = Context("rollcall.puzzle-origin.v1")
}

// A device's log.
extension Context {
    package static let logOpening = Context("rollcall.log-opening.v1")
    package static let logID = Context("rollcall.log-id.v1")
    package static let batch = Context("rollcall.batch.v1")
    package static let logClosing = Context("rollcall.log-closing.v1")
    package static let receipt = Context("rollcall.receipt.v1")
    /// Offering and a client's name of itself → the client, in its check-ins there.
    package static let checkInClient = Context("rollcall.check-in-client.v1")
    /// Identity of a device's boot → the amount by which its number exceeds the preceding one's.
    package static let boot = Context("rollcall.boot.v1")
    /// Position of a server's own log → the token that proves the server issued it.
    package static let serverLogPosition = Context("rollcall.server-log-position.v1")
    /// One entity of a scope, in a checkpoint's digest.
    package static let scopeItem = Context("rollcall.scope-item.v1")
}

// Passes, venue codes and certificates.
extension Context {
    package static let venueCode = Context("rollcall.venue-code.v1")
    package static let pass = Context("rollcall.pass.v1")
    package static let certificate = Context("rollcall.certificate.v1")
}

// Data the server stores.
extension Context {
    /// ID number → keyed hash to search by.
    package static let idNumberSearch = Context("rollcall.id-number-search.v1")
    /// Phone → keyed hash to search by.
    package static let phoneSearch = Context("rollcall.phone-search.v1")
    /// A name in a roster sent to terminals.
    package static let rosterName = Context("rollcall.roster-name.v1")
    /// The record of an examiner's PIN, sent to terminals.
    package static let examinerPIN = Context("rollcall.examiner-pin.v1")
    /// The details of a walk-in, recorded by a terminal.
    package static let walkIn = Context("rollcall.walk-in.v1")
    /// A column of personal data; associated data: table, column, row.
    package static let atRest = Context("rollcall.at-rest.v1")
    /// Content address of a blob and of its chunks.
    package static let blobAddress = Context("rollcall.blob-address.v1")
    /// A blob's chunk, encrypted.
    package static let blobChunk = Context("rollcall.blob-chunk.v1")
    /// A venue's key, encrypted; associated data: offering, course.
    package static let venueKey = Context("rollcall.venue-key.v1")
    /// Digest that a repeated request with the same idempotency key must equal.
    package static let requestDigest = Context("rollcall.request-digest.v1")
    /// Page of stored answers for repeated requests, encrypted; associated data: page.
    package static let answerPage = Context("rollcall.answer-page.v1")
    /// Line of an attendance file → the digest a terminal stores, so that it records the line once.
    package static let importedLine = Context("rollcall.imported-line.v1")
    /// Key file → the digest its database stores to recognise it.
    package static let keyCheck = Context("rollcall.key-check.v1")
    package static let commitMark = Context("rollcall.commit-mark.v1")
    /// Header of a backup → the digest that every chunk of it names.
    package static let backupHeader = Context("rollcall.backup-header.v1")
    /// Chunk of a backup, encrypted; associated data: header, number of the chunk.
    package static let backupChunk = Context("rollcall.backup-chunk.v1")
    /// Tag of a chunk, behind the digest of the chunks before it.
    package static let backupChain = Context("rollcall.backup-chain.v1")
    /// Site key over a whole backup.
    package static let backup = Context("rollcall.backup.v1")
    /// Page of a backup → the short hash that tells whether it has changed.
    package static let backupPage = Context("rollcall.backup-page.v1")
    /// All those hashes → the digest of the restored database.
    package static let backupPages = Context("rollcall.backup-pages.v1")
    /// Master secret → the key of one purpose.
    package static let keyDerivation = Context("rollcall.key-derivation.v1")
}
