/// The check-ins that wait for a person's decision, and the decisions (ATT-9).
final class Worklist: Sendable {
    let journal: JournalStore
    let checkIns: CheckIns

    init(journal: JournalStore, checkIns: CheckIns) {
        self.journal = journal
        self.checkIns = checkIns
    }
}
