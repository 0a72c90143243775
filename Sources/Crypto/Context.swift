/// What a hash, a MAC, a signature or a sealed value is for: an ASCII name and one zero byte before everything else, so
/// that bytes made for one use are refused in every other, even under the same key. A use is one layout of bytes and one
/// operation: hash, MAC, signature or encryption.
///
/// No name holds a zero byte, hence none is the beginning of another. A layout that changes gets a new version in its
/// name; a name is never used again.
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
    /// Enrolment code's secret → what the server keeps of it.
    package static let enrolmentCode = Context("rollcall.enrolment-code.v1")
    /// Session token → what the server keeps of it.
    package static let sessionToken = Context("rollcall.session-token.v1")
    /// SMS code of a phone → what the server keeps of it.
    package static let smsCode = Context("rollcall.sms-code.v1")
    /// First step of a registration → the sealed ticket that the second step brings.
    package static let registrationTicket = Context("rollcall.registration-ticket.v1")
    /// First step of an organisation's login → the sealed ticket that the second step brings.
    package static let organisationTicket = Context("rollcall.organisation-ticket.v1")
    /// Account or name typed → what failed logins are counted under.
    package static let loginSubject = Context("rollcall.login-subject.v1")
    /// Account with an outside provider → what the server keeps of it.
    package static let outsideSubject = Context("rollcall.outside-subject.v1")
    /// Key shared with a provider over a code that proves an account with it.
    package static let outsideCode = Context("rollcall.outside-code.v1")
    /// Such a code → what the server keeps of it once it has been taken.
    package static let spentOutsideCode = Context("rollcall.spent-outside-code.v1")
    /// Proof-of-work puzzle and a solution → the digest that must begin with zeros.
    package static let puzzle = Context("rollcall.puzzle.v1")
    /// Server over a puzzle that it has made.
    package static let puzzleOrigin = Context("rollcall.puzzle-origin.v1")
}

// A device's log.
extension Context {
    package static let logOpening = Context("rollcall.log-opening.v1")
    package static let logID = Context("rollcall.log-id.v1")
    package static let batch = Context("rollcall.batch.v1")
    package static let logClosing = Context("rollcall.log-closing.v1")
    package static let receipt = Context("rollcall.receipt.v1")
    /// Identity of a device's boot → how far its number lies above the one before.
    package static let boot = Context("rollcall.boot.v1")
    /// Position of a server's own log → the proof that the server told it.
    package static let serverLogPosition = Context("rollcall.server-log-position.v1")
    /// One entity of a scope, in the digest of a checkpoint.
    package static let scopeItem = Context("rollcall.scope-item.v1")
}

// What people carry and see.
extension Context {
    package static let venueCode = Context("rollcall.venue-code.v1")
    package static let pass = Context("rollcall.pass.v1")
    package static let certificate = Context("rollcall.certificate.v1")
}

// What the server keeps.
extension Context {
    /// Keyed hash by which an ID number is found.
    package static let idNumberSearch = Context("rollcall.id-number-search.v1")
    /// Keyed hash by which a phone is found.
    package static let phoneSearch = Context("rollcall.phone-search.v1")
    /// A name in a roster sent to terminals.
    package static let rosterName = Context("rollcall.roster-name.v1")
    /// A column of personal data; associated data: table, column, row.
    package static let atRest = Context("rollcall.at-rest.v1")
    /// Content address of a blob and of its chunks.
    package static let blobAddress = Context("rollcall.blob-address.v1")
    /// A blob's chunk, encrypted.
    package static let blobChunk = Context("rollcall.blob-chunk.v1")
    /// A venue's key, encrypted; associated data: offering, course.
    package static let venueKey = Context("rollcall.venue-key.v1")
    /// What a repeated request with the same idempotency key must equal.
    package static let requestDigest = Context("rollcall.request-digest.v1")
    /// The answers kept for repeated requests, encrypted; associated data: page.
    package static let answerPage = Context("rollcall.answer-page.v1")
    /// Line of an attendance machine's file → what a terminal keeps of it, so that it is recorded once.
    package static let importedLine = Context("rollcall.imported-line.v1")
    /// Key file → what its database keeps of it, to know it again.
    package static let keyCheck = Context("rollcall.key-check.v1")
    package static let commitMark = Context("rollcall.commit-mark.v1")
    /// Master secret → the key of one use.
    package static let keyDerivation = Context("rollcall.key-derivation.v1")
}
