/// Question banks, marks, and the scores computed from them.
final class Exams: Sendable {
    let journal: JournalStore

    init(journal: JournalStore) {
        self.journal = journal
    }
}
