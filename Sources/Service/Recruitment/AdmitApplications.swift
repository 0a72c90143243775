import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-7b, REC-4b: admits applications at a base, within the admission window and the quota.
    func admitApplications(_ request: AdmitApplicationsRequest, _ context: WriteContext) throws -> ApplicationsReply {
        let (round, baseName) = try opened(request.round, base: request.base, context)
        return try each(request.applications, context) { application in
            guard application.round == round.id else { throw Refusal(.notFound, field: "application") }
            let state = try application.placement(round).admit(
                by: request.base, byPreference: round.admitsByPreference)
            application.base = request.base
            try transition(&application, to: state, by: .admit, organisation: request.base, round, context)
            try notices.notify(
                application.person, .applicationAdmitted, subject: application.id,
                details: [round.plan.name, baseName], context)
        }
    }

    /// REC-7c: releases assigned applications to the province, with a reason; of admitted ones the seat is free again.
    func releaseApplications(
        _ request: ReleaseApplicationsRequest, _ context: WriteContext
    ) throws -> ApplicationsReply {
        let reason = try ReviewDecision.reason(request.reason)
        let (round, baseName) = try opened(request.round, base: request.base, context)
        return try each(request.applications, context) { application in
            guard application.round == round.id else { throw Refusal(.notFound, field: "application") }
            let state = try application.placement(round).release(by: request.base)
            application.base = 0
            try transition(
                &application, to: state, by: .release, organisation: request.base, reason: reason, round, context)
            try notices.notify(
                application.person, .applicationDeclined, subject: application.id,
                details: [round.plan.name, baseName, reason], context)
        }
    }

    private func opened(
        _ id: UInt64, base: UInt64, _ context: WriteContext
    ) throws -> (round: RoundRecord, baseName: String) {
        try context.call.requireAuthority(over: base, context.transaction)
        guard try trainingBaseCategory(base, context.transaction) != nil else {
            throw Refusal(.notFound, field: "base")
        }
        let round = try RoundRecord(id, context.transaction)
        try round.requireAdmissionWindow(context.now)
        context.auditDetail = "round \(id), base \(base): "
        return (round, try organisationName(base, context.transaction))
    }
}
