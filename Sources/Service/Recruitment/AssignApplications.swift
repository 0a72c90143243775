import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-7: changes many applications, each with an outcome of its own.
    func each(
        _ ids: [UInt64], _ context: WriteContext, _ change: (inout ApplicationRecord) throws -> Void
    ) throws -> ApplicationsReply {
        let outcomes = try context.each(ids, field: "applications") { id in
            var application = try ApplicationRecord(id, context.transaction)
            let before = application.state
            try change(&application)
            return (application.state, "\(before) → \(application.state)")
        }
        return ApplicationsReply(
            outcomes: outcomes.map { outcome in
                switch outcome.result {
                case .done(let state): ApplicationOutcome(application: outcome.id, state: state)
                case .refused(let failure): ApplicationOutcome(application: outcome.id, failure: failure)
                }
            }, done: outcomes.doneCount())
    }

    /// REC-7a: assigns approved applications to a base, and to another until one admits.
    func assignApplications(_ request: AssignApplicationsRequest, _ context: WriteContext) throws -> ApplicationsReply {
        let transaction = context.transaction
        let round = try RoundRecord(request.round, transaction)
        try context.call.requireProvince(round.province, transaction)
        try round.requireOpen()
        guard let category = try trainingBaseCategory(request.base, transaction) else {
            throw Refusal(.notFound, field: "base")
        }
        let baseName = try organisationName(request.base, transaction)
        context.auditDetail = "round \(round.id), base \(request.base): "
        return try each(request.applications, context) { application in
            guard application.round == round.id else { throw Refusal(.notFound, field: "application") }
            let batches = round.plan.batches
            guard batches.indices.contains(application.form.batch - 1) else { throw Refusal(.wrongState) }
            let state = try application.placement(round).assign(
                category: category, batch: batches[application.form.batch - 1])
            application.base = request.base
            try transition(&application, to: state, by: .assign, organisation: request.base, round, context)
            try notices.notify(
                application.person, .applicationAssigned, subject: application.id,
                details: [round.plan.name, baseName], context)
        }
    }
}

extension ApplicationRecord {
    func placement(_ round: RoundRecord) -> Placement {
        Placement(
            state: state, assigned: base, preferredBases: round.plan.kind == .base ? form.preferences : [])
    }
}
