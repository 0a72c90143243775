import Domain
import Storage

/// Skills exams: checklists, sessions of exams and their examiners, bookings, and what examiners' sheets amount to.
final class SkillsExams: Sendable {
    let secrets: Secrets
    let journal: JournalStore
    let notices: Notices
    let programmes: Programmes
    let projects: Projects
    let exams: Exams
    let checkIns: CheckIns
    let evaluations: Evaluations
    let bookings: Bookings
    let sittings: Sittings

    init(
        secrets: Secrets, journal: JournalStore, notices: Notices, programmes: Programmes, projects: Projects,
        exams: Exams, checkIns: CheckIns, evaluations: Evaluations, bookings: Bookings, sittings: Sittings
    ) {
        self.secrets = secrets
        self.journal = journal
        self.notices = notices
        self.programmes = programmes
        self.projects = projects
        self.exams = exams
        self.checkIns = checkIns
        self.evaluations = evaluations
        self.bookings = bookings
        self.sittings = sittings
    }
}
