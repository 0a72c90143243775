import Application

/// Evaluations by trainees of classes, courses, projects and exams.
final class Evaluations: Sendable {
    let programmes: Programmes
    let exams: Exams

    init(programmes: Programmes, exams: Exams) {
        self.programmes = programmes
        self.exams = exams
    }
}
