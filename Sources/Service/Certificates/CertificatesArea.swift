import Domain
package import Signatures
import Threads

/// The surroundings of certificates, which an operator may change while the server runs.
package struct CertificateSettings: Sendable {
    /// Signs their files; nil = none are given out.
    package var signer: DocumentSigner?
    /// The address under which this server's pages are reached, such as `https://rollcall.example`; empty = none.
    package var address: String

    package init(signer: DocumentSigner? = nil, address: String = "") {
        self.signer = signer
        self.address = address
    }
}

/// Certificates of credit and completion: issued, entered, corrected, revoked, given out and verified.
final class Certificates: Sendable {
    let site: Site
    let people: People
    let notices: Notices
    let programmes: Programmes
    private let settings = Locked(CertificateSettings())
    let wrongTries = Locked(WrongTries())

    init(site: Site, people: People, notices: Notices, programmes: Programmes) {
        self.site = site
        self.people = people
        self.notices = notices
        self.programmes = programmes
    }

    /// The settings that hold now, for this and other signed files.
    var present: CertificateSettings { settings.withLock { $0 } }

    func adopt(_ settings: CertificateSettings) { self.settings.withLock { $0 = settings } }
}
