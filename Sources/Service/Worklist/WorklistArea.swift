/// The check-ins that wait for a person's decision, and the decisions (ATT-9).
final class Worklist: Sendable {
    let journal: JournalStore
    let notices: Notices
    let projects: Projects
    let checkIns: CheckIns

    init(journal: JournalStore, notices: Notices, projects: Projects, checkIns: CheckIns) {
        self.journal = journal
        self.notices = notices
        self.projects = projects
        self.checkIns = checkIns
    }
}
