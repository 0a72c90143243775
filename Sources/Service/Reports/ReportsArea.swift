/// Lists that organisers send on, and statements of credit.
final class Reports: Sendable {
    let journal: JournalStore
    let programmes: Programmes
    let projects: Projects
    let checkIns: CheckIns
    let exams: Exams
    let certificates: Certificates
    let credits: Credits

    init(
        journal: JournalStore, programmes: Programmes, projects: Projects, checkIns: CheckIns, exams: Exams,
        certificates: Certificates, credits: Credits
    ) {
        self.journal = journal
        self.programmes = programmes
        self.projects = projects
        self.checkIns = checkIns
        self.exams = exams
        self.certificates = certificates
        self.credits = credits
    }
}
