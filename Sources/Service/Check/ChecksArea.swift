import Application
import Storage

/// The checks of all stored rows, at once or slowly in the background (OPS-1c).
package final class Checks: Sendable {
    let secrets: Secrets
    let site: Site
    let journal: JournalStore
    let blobs: Blobs
    let people: People
    let identities: Identities
    let answers: Answers
    let outbox: DeliveryOutbox

    init(
        secrets: Secrets, site: Site, journal: JournalStore, blobs: Blobs, people: People, identities: Identities,
        answers: Answers, outbox: DeliveryOutbox
    ) {
        self.secrets = secrets
        self.site = site
        self.journal = journal
        self.blobs = blobs
        self.people = people
        self.identities = identities
        self.answers = answers
        self.outbox = outbox
    }
}
