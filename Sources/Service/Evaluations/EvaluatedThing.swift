import Application
import Domain
import Messages
import Storage

/// Something that is evaluated.
struct EvaluatedThing {
    let subject: EvaluationSubject
    let offering: OfferingRecord
    /// 0 but of a course.
    let course: UInt64
    let title: String

    /// The class, or the project.
    var target: UInt64 { subject == .project ? offering.project : offering.id }

    /// - Throws: `notFound` for a class or course that there is not.
    init(_ asked: EvaluationTarget?, _ snapshot: Snapshot) throws {
        try self.init(
            asked?.subject ?? .`class`, of: OfferingRecord(asked?.offering ?? 0, snapshot),
            course: asked?.course ?? 0, snapshot)
    }

    init(
        _ subject: EvaluationSubject, of offering: OfferingRecord, course: UInt64 = 0, _ snapshot: Snapshot
    ) throws {
        self.subject = subject
        self.offering = offering
        self.course = subject == .course ? course : 0
        switch subject {
        case .`class`, .exam: title = offering.title
        case .project:
            title = try snapshot.first("SELECT name FROM project WHERE id = ?1", offering.project) { $0.text(0) } ?? ""
        case .course:
            let name = try snapshot.first(
                "SELECT name FROM course WHERE id = ?1 AND project = ?2", course, offering.project
            ) { $0.text(0) }
            guard let name else { throw Refusal(.notFound, field: "course") }
            title = "\(offering.title) · \(name)"
        }
    }

    var message: EvaluationTarget { EvaluationTarget(subject: subject, offering: offering.id, course: course) }

    /// The organisations whose administrators see what all say of it.
    var organisers: [UInt64] { subject == .project ? [offering.owner] : [offering.base, offering.owner] }
}
