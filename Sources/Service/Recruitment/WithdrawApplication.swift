import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-5c: withdraws a draft, or an application that nobody has reviewed.
    func withdrawApplication(
        _ request: WithdrawApplicationRequest, _ context: WriteContext
    ) throws -> ApplicationReply {
        let transaction = context.transaction
        var application = try ApplicationRecord(
            request.application, of: context.call.person().id, transaction)
        let round = try RoundRecord(application.round, transaction)
        let state = try ApplicationLifecycle.withdraw(application.state, isReviewed: application.isReviewed)
        if application.state == .submitted { try reviews.withdrawReview(.application, application.id, context) }
        context.auditDetail = "application \(application.id): \(application.state) → \(state)"
        try transition(&application, to: state, by: .withdraw, organisation: application.place.unit, round, context)
        return try reply(application.id, context)
    }

    /// REC-5c: declines an admission.
    func declineAdmission(_ request: DeclineAdmissionRequest, _ context: WriteContext) throws -> ApplicationReply {
        let transaction = context.transaction
        var application = try ApplicationRecord(
            request.application, of: context.call.person().id, transaction)
        let round = try RoundRecord(application.round, transaction)
        let reason = request.reason.isEmpty ? "" : try ReviewDecision.reason(request.reason)
        let state = try ApplicationLifecycle.table.next(application.state, .decline)
        context.auditDetail = "application \(application.id): \(application.state) → \(state)"
        try transition(
            &application, to: state, by: .decline, organisation: application.base, reason: reason, round, context)
        return try reply(application.id, context)
    }
}
