/// Synchronisation: terminals open their logs, push batches, and pull the data of their scope.
package final class Sync: Sendable {
    let secrets: Secrets
    let site: Site
    let journal: JournalStore

    init(secrets: Secrets, site: Site, journal: JournalStore) {
        self.secrets = secrets
        self.site = site
        self.journal = journal
    }
}
