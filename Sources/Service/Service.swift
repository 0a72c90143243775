package import Application
package import Crypto
import Domain
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
    private let chosen: Locked<(accounts: AccountSettings, provider: IdentityProvider?)>
    let liveSessions = RowCache<LiveSession>(of: "session", "account", growing: ["role_grant"], limit: 16_384)
    let keptAttendance: KeptAttendance
    /// The last deferred batch that was looked at.
    let lastDeferred = Locked<UInt64>(0)
    let enrolmentTries = EnrolmentTries()
    let lastCode = Locked<(text: String, code: VenueCode)?>(nil)
    /// Entries of rosters, by offering and person.
    let rosterEntries = RowCache<Int64>(of: "roster", limit: 65_536)
    let blobs: Blobs
    let keptAnswers: Answers
    let photoSlots = UploadSlots()
    let sheetSlots = UploadSlots()
    let jobs = JobBoard()
    /// Passwords being tried, by what their failures are counted under and by source.
    let loginsOfAccount = UnderWay<[UInt8]>(limit: 8)
    let loginsOfSource = UnderWay<String>(limit: 64)
    /// Logins with the right password, by ``LoginSubject/line``.
    let logins = Spending(.logins)

    package init(
        site: Site, secrets: Secrets, serverLogKey: SigningKey,
        accounts: AccountSettings = AccountSettings(), identityProvider: IdentityProvider? = nil
    ) {
        self.site = site
        chosen = Locked((accounts, identityProvider))
        self.secrets = secrets
        keptAnswers = Answers(master: secrets.master)
        blobs = Blobs(BlobKeys(secrets.master))
        journal = JournalStore(siteID: site.id, serverLogKey: serverLogKey, receipts: secrets.receipts)
        keptAttendance = KeptAttendance(journal)
    }

    var accounts: AccountSettings { chosen.withLock { $0.accounts } }
    /// ACC-3b; `nil` = reviewers decide what the number alone does not prove.
    var identityProvider: IdentityProvider? { chosen.withLock { $0.provider } }

    /// Calls that begin from now on go by these.
    package func adopt(_ accounts: AccountSettings, _ provider: IdentityProvider?) {
        chosen.withLock { $0 = (accounts, provider) }
    }

    /// The caller with the roles they have now. Throws unless they may still act: a session that has not ended, a terminal
    /// not revoked.
    package func authority(_ snapshot: Snapshot, _ call: Call, _ now: Int64) throws -> Caller {
        let caller = call.caller
        switch caller {
        case .anonymous:
            return caller
        case .person(let person):
            guard let session = try liveSession(person.session, snapshot), now < session.expires else {
                throw Refused(.sessionExpired)
            }
            return .person(session.person)
        case .terminal(let terminal):
            // Opening its logs tells a revoked terminal so by its verdicts.
            guard call.method != .syncOpen else { return caller }
            let revoked = try snapshot.first("SELECT revoked_ms FROM terminal WHERE id = ?1", terminal.id) {
                $0.integer(0)
            }
            guard revoked == 0 else { throw Refused(.terminalRevoked) }
            return caller
        }
    }
}
