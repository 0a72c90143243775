import Application

/// Written exams as people sit them: begun, answered, ended, marked.
final class Sittings: Sendable {
    let notices: Notices
    let programmes: Programmes
    let exams: Exams
    let checkIns: CheckIns
    let evaluations: Evaluations
    let bookings: Bookings

    init(
        notices: Notices, programmes: Programmes, exams: Exams, checkIns: CheckIns, evaluations: Evaluations,
        bookings: Bookings
    ) {
        self.notices = notices
        self.programmes = programmes
        self.exams = exams
        self.checkIns = checkIns
        self.evaluations = evaluations
        self.bookings = bookings
    }
}
