import Application
import Domain
import Messages
import Storage

extension Service {
    static let mostApplications = 1000

    /// Each application as a part of its own: one that is refused changes nothing and stops no other.
    func each(
        _ ids: [UInt64], _ context: WriteContext, _ change: (inout ApplicationRecord) throws -> Void
    ) throws -> ApplicationsReply {
        guard (1...Self.mostApplications).contains(ids.count) else {
            throw Refused(
                .invalid, field: "applications",
                Wording("1 to \(Self.mostApplications)", zh: "一次 1 至 \(Self.mostApplications) 条"))
        }
        var reply = ApplicationsReply()
        var changed: [String] = []
        for id in ids {
            let outcome = try context.transaction.part {
                var application = try ApplicationRecord(id, context.transaction)
                let before = application.state
                try change(&application)
                changed.append("\(id): \(before) → \(application.state)")
                return application.state
            }
            switch outcome {
            case .success(let state):
                reply.outcomes.append(ApplicationOutcome(application: id, state: state.message))
            case .failure(let error):
                reply.outcomes.append(ApplicationOutcome(application: id, failure: try failure(error, context)))
            }
        }
        reply.done = UInt32(changed.count)
        context.auditDetail += changed.joined(separator: ", ")
        return reply
    }

    /// REC-7a: the province gives approved applicants to a base, and again to another until one admits.
    func assignApplications(_ request: AssignApplicationsRequest, _ context: WriteContext) throws -> ApplicationsReply {
        let transaction = context.transaction
        let round = try RoundRecord(request.round, transaction)
        try context.call.requireProvince(round.province, transaction)
        try round.requireOpen()
        guard let category = try trainingBaseCategory(request.base, transaction) else {
            throw Refused(.notFound, field: "base")
        }
        let baseName = try organisationName(request.base, transaction)
        context.auditDetail = "round \(round.id), base \(request.base): "
        return try each(request.applications, context) { application in
            guard application.round == round.id else { throw Refused(.notFound, field: "application") }
            let batches = round.plan.batches
            guard batches.indices.contains(application.form.batch - 1) else { throw Refused(.wrongState) }
            let state = try application.placement(round).assign(
                category: category, batch: batches[application.form.batch - 1])
            application.base = request.base
            try move(&application, to: state, by: .assign, organisation: request.base, round, context)
            try notify(
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
