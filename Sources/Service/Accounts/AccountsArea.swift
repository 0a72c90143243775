import Application
import Domain
import Storage
import Threads

/// Accounts of people and organisations: creation, login and changes.
package final class Accounts: Sendable {
    let secrets: Secrets
    let people: People
    let sessions: Sessions
    let organisations: Organisations
    let reviews: Reviews
    let identities: Identities
    let outbox: DeliveryOutbox
    let ports: Ports
    let notices: Notices
    let terminals: Terminals
    let liveSessions = RowCache<LiveSession>(
        of: "session", "account", "organisation", growing: ["role_grant"], limit: 16_384)
    /// The passwords being checked, by login subject and by source.
    let loginsOfAccount = UnderWay<[UInt8]>(limit: 8)
    let loginsOfSource = UnderWay<String>(limit: 64)
    /// Successful logins, by ``LoginSubject/line``.
    let logins = Spending(.logins)
    private let chosen = Locked(AccountSettings())

    init(
        secrets: Secrets, people: People, sessions: Sessions, organisations: Organisations, reviews: Reviews,
        identities: Identities, notices: Notices, terminals: Terminals, outbox: DeliveryOutbox, ports: Ports
    ) {
        self.secrets = secrets
        self.people = people
        self.sessions = sessions
        self.organisations = organisations
        self.reviews = reviews
        self.identities = identities
        self.outbox = outbox
        self.ports = ports
        self.notices = notices
        self.terminals = terminals
    }

    package var settings: AccountSettings { chosen.withLock { $0 } }

    /// Sets the settings of calls that begin from now on.
    func adopt(_ settings: AccountSettings) { chosen.withLock { $0 = settings } }
}
