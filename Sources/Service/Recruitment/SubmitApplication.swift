import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-5a: submits a draft to the first level, or a returned application to the level that returned it (REC-3c).
    func submitApplication(_ request: SubmitApplicationRequest, _ context: WriteContext) throws -> ApplicationReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        var application = try ApplicationRecord(request.application, of: person, transaction)
        let round = try RoundRecord(application.round, transaction)
        guard request.dataConfirmed else {
            throw Refusal(
                .invalid, field: "data_confirmed", Phrase("check your own data first", "请先核对个人信息"))
        }
        let event: ApplicationEvent = application.state == .returned ? .resubmit : .submit
        let state = try ApplicationLifecycle.table.next(application.state, event)
        try requireEditingWindow(application, round, context.now)
        try identities.requireReadiness(of: person, for: round.programme, needsPhone: false, transaction)
        try application.form.check(
            round.plan, known(application.form, round, transaction), today: round.zone.day(of: Instant(context.now)))
        try keepSubmission(application, context)
        application.confirmedMs = context.now
        application.submittedMs = context.now
        if event == .submit {
            let applicant = try Applicant(person, self, transaction)
            guard applicant.place.province == round.province else {
                throw Refusal(
                    .invalid, field: "unit", Phrase("your unit lies in another province", "您的单位不在本省"))
            }
            application.place = applicant.place
            let stops = try applicant.place.stops(round.plan.levels.map(\.level))
            application.level = stops[0].level
            try reviews.openReview(
                applicationReview, subject: application.id, container: round.id, person: person,
                stops: stops.map { ReviewStop(level: $0.level.reviewLevel, organisation: $0.organisation) }, context)
            try notices.notify(
                person, .enrolmentConfirmed, subject: application.id, details: [round.plan.name], context)
        } else {
            try reviews.resubmitReview(applicationReview, application.id, context)
        }
        try transition(&application, to: state, by: event, organisation: application.place.unit, round, context)
        context.auditDetail = "application \(application.id): \(event)"
        return try reply(application.id, context)
    }

    /// Returns the valid choices of a form; retired entries cannot be chosen.
    private func known(
        _ form: ApplicationForm, _ round: RoundRecord, _ snapshot: Snapshot
    ) throws -> ApplicationForm.Known {
        func active(_ ids: [UInt64], _ kind: CatalogueKind) throws -> Set<UInt64> {
            Set(
                try ids.filter { id in
                    let entry = try organisations.catalogueEntry(id, snapshot)
                    return entry?.kind == kind && entry?.retired == false
                })
        }
        var categories: [UInt64: UInt64] = [:]
        for base in round.plan.kind == .base ? form.preferences : [] {
            categories[base] = try trainingBaseCategory(base, snapshot)
        }
        return ApplicationForm.Known(
            specialties: try active(
                [form.specialty] + (round.plan.kind == .specialty ? form.preferences : []), .specialty),
            titles: try active([form.title], .title), baseCategories: categories)
    }

    /// Returns the category of an active training base; nil for anything else.
    func trainingBaseCategory(_ base: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first(
            "SELECT category FROM organisation WHERE id = ?1 AND kind = ?2 AND trains = 1 AND closed = 0",
            base, OrganisationKind.base.rawValue
        ) { $0.id(0) }
    }
}
