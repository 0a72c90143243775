import Application
import Domain
import Messages
import Storage

extension Credits {
    /// CRD-4, RPF-1c: lets pending credit follow from what was decided about a report: approved, that of its people is effective;
    /// rejected, it lapses, and its people are told why.
    func follow(_ report: UInt64, _ decision: ReviewDecision, _ context: WriteContext) throws {
        let transaction = context.transaction
        let record = try PostReportRecord(report, transaction)
        let event: AwardEvent
        switch decision {
        case .approved: event = .reportApproved
        case .rejected: event = .lapse
        case .returned: return
        }
        let people = try postReports.people(of: report, transaction)
        let title = try transaction.first(.titleOfOffering, record.offering) { $0.text(0) } ?? ""
        let pending = try transaction.all(
            "SELECT id, person FROM award WHERE offering = ?1 AND state = ?2 ORDER BY id", record.offering,
            AwardState.pending.rawValue
        ) { (id: $0.id(0), person: $0.id(1)) }
        // A rejected report takes all of its run with it, a rejected supplement its own people.
        let isWholeRun = decision != .approved && record.supplements == 0
        for award in pending where isWholeRun || people.contains(award.person) {
            let state = try AwardLifecycle.table.next(.pending, event)
            try enter(state == .effective ? .effective : .lapsed, of: award.id, state, reason: decision.reason, context)
            try notices.notify(
                award.person, state == .effective ? .creditEffective : .creditLapsed, subject: award.id,
                details: [title, decision.reason], context)
        }
    }
}
