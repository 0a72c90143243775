/// Marks and the scores they make.
final class Exams: Sendable {
    let journal: JournalStore

    init(journal: JournalStore) {
        self.journal = journal
    }
}
