import Domain
import Storage

/// Question banks and papers, marks, and the scores computed from them.
final class Exams: Sendable {
    let journal: JournalStore
    let venueKeys: VenueKeys
    /// A cache of what people sit, by edition.
    let editions = RowCache<PaperEdition>(of: "paper_edition", limit: 64)

    init(journal: JournalStore, secrets: Secrets) {
        self.journal = journal
        venueKeys = VenueKeys(secrets: secrets)
    }
}
