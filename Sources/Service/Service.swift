package import Application
package import Crypto
import Messages
import Passes
package import Storage
import Threads

/// The use cases. Each is a function in `<Area>/`, in a file of its name: facts by SQL → rule → rows.
package struct Service: Sendable {
    let site: Site
    let secrets: Secrets
    let journal: JournalStore
    let openOfferings = OpenOfferings()
    let accounts: AccountSettings
    /// When sessions expire, by their ids.
    private let sessions = KeptNumbers(of: "session", limit: 16_384)
    let keptAttendance = KeptAttendance()
    let lastCode = Locked<(text: String, code: VenueCode)?>(nil)
    /// Entries of rosters, by offering and person.
    let rosterEntries = KeptNumbers(of: "roster", limit: 65_536)
    /// ACC-3b; `nil` = reviewers decide what the number alone does not prove.
    let identityProvider: IdentityProvider?
    let blobs: Blobs
    let photoRoom = FileRoom(people: 16)
    let sheetRoom = FileRoom(people: 16)

    package init(
        site: Site, secrets: Secrets, serverLogKey: SigningKey,
        accounts: AccountSettings = AccountSettings(), identityProvider: IdentityProvider? = nil
    ) {
        self.site = site
        self.accounts = accounts
        self.secrets = secrets
        self.identityProvider = identityProvider
        blobs = Blobs(BlobKeys(secrets.master))
        journal = JournalStore(siteID: site.id, serverLogKey: serverLogKey)
    }

    /// Throws unless the caller may still act: a session that has not ended, a terminal not revoked.
    package func authority(_ snapshot: Snapshot, _ caller: Caller, _ now: Int64) throws {
        switch caller {
        case .anonymous:
            return
        case .person(let person):
            let expires = try sessions.find(snapshot, person.session) {
                try snapshot.first("SELECT expires_ms FROM session WHERE id = ?1", person.session) { $0.integer(0) }
            }
            guard let expires, now < expires else { throw Refused(.sessionExpired) }
        case .terminal(let terminal):
            let revoked = try snapshot.first("SELECT revoked_ms FROM terminal WHERE id = ?1", terminal.id) {
                $0.integer(0)
            }
            guard revoked == 0 else { throw Refused(.terminalRevoked) }
        }
    }
}
