import Application
import Threads

/// Written exams as people sit them: begun, answered, ended, marked.
final class Sittings: Sendable {
    let notices: Notices
    let programmes: Programmes
    let projects: Projects
    let exams: Exams
    let checkIns: CheckIns
    let evaluations: Evaluations
    let bookings: Bookings
    /// For how many days after its end a sitting's questions and answers are kept; nil for good.
    let keptDays = Locked<Int?>(nil)

    init(
        notices: Notices, programmes: Programmes, projects: Projects, exams: Exams, checkIns: CheckIns,
        evaluations: Evaluations, bookings: Bookings
    ) {
        self.notices = notices
        self.programmes = programmes
        self.projects = projects
        self.exams = exams
        self.checkIns = checkIns
        self.evaluations = evaluations
        self.bookings = bookings
    }
}
