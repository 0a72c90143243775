import Application
import Domain
import Messages
import Passes
import Storage

extension CheckIns {
    /// ATT-1: returns the present venue code, with the headcount and the current window. On activity dates only, and
    /// once the questions that the offering needs are enabled (ATT-3).
    func venueCode(_ request: VenueCodeRequest, _ context: ReadContext) throws -> VenueCodeReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        guard offering.isOpen else { throw Refusal(.wrongState, field: "offering") }
        let now = Instant(context.now)
        try offering.requireSignIn(offering.signIn(context.snapshot), now: context.now)
        guard offering.plan.isActivityDate(at: now) else { throw Refusal(.outsideActivityDates) }
        try QuestionDemand(of: offering.id, context.snapshot).require()
        guard let key = try venueKey(1, offering: offering, course: request.course, context.snapshot) else {
            throw Refusal(.notFound, field: "course")
        }
        let code = VenueCode.issue(key, offering: offering.id, course: request.course, atMs: context.now)
        let window = offering.plan.openWindow(at: now, course: CourseID(request.course))
        var present: UInt32 = 0
        if let window {
            let attendance = try OfferingAttendance(offering, keptAttendance, context.snapshot).attendance
            present = UInt32(attendance.peopleInWindow[window.index])
        }
        let course = try projects.courses(of: offering.project, context.snapshot).first { $0.id == request.course }
        return VenueCodeReply(
            code: code.text, validUntilMs: key.time(ofSlot: code.slot).upperBound, present: present,
            window: window?.window.message, offeringTitle: offering.title, courseName: course?.name ?? "")
    }
}
