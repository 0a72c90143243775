/// Lists of an offering as files.
final class Reports: Sendable {
    let journal: JournalStore
    let programmes: Programmes
    let checkIns: CheckIns
    let exams: Exams
    let credits: Credits

    init(journal: JournalStore, programmes: Programmes, checkIns: CheckIns, exams: Exams, credits: Credits) {
        self.journal = journal
        self.programmes = programmes
        self.checkIns = checkIns
        self.exams = exams
        self.credits = credits
    }
}
