import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-5a: saves the caller's draft in a round, or an application returned for revision.
    func saveApplication(_ request: SaveApplicationRequest, _ context: WriteContext) throws -> ApplicationReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let round = try RoundRecord(request.round, transaction)
        guard round.state != .draft else { throw Refusal(.notFound, field: "round") }
        let form = ApplicationForm(request.form ?? EnrolmentForm())
        try form.checkDraft()
        let existing = try transaction.first(
            "SELECT id FROM application WHERE round = ?1 AND person = ?2 AND live = 1 ORDER BY id", round.id, person
        ) { $0.id(0) }
        var application: ApplicationRecord
        if let existing {
            application = try ApplicationRecord(existing, transaction)
            guard application.state.isEditable else {
                throw Refusal(
                    .alreadyExists, field: "round",
                    Phrase("you have applied in this round already", "您在本批次已有报名"))
            }
        } else {
            let applicant = try Applicant(person, self, transaction)
            application = try ApplicationRecord(newIn: round.id, of: person, named: applicant.name, transaction)
        }
        try requireEditingWindow(application, round, context.now)
        application.form = form
        application.changedMs = context.now
        try application.store(transaction)
        try application.storePreferences(transaction)
        context.auditDetail = "application \(application.id) in round \(round.id): \(application.state) saved"
        return try reply(application.id, context)
    }

    /// Throws outside the window for editing: the enrolment window for a draft, the window of the level that returned
    /// it for a returned application.
    func requireEditingWindow(_ application: ApplicationRecord, _ round: RoundRecord, _ now: Int64) throws {
        if application.state == .returned, let level = application.level {
            try round.requireWindow(of: level, now)
        } else {
            try round.requireEnrolmentWindow(now)
        }
    }
}

extension ApplicationForm {
    init(_ message: EnrolmentForm) {
        self.init(
            batch: Int(message.batch), personType: message.personType, specialty: message.specialty,
            title: message.title, titleSince: message.titleSince == 0 ? nil : Day(message.titleSince),
            specialtySince: message.specialtySince == 0 ? nil : Day(message.specialtySince),
            preferences: message.preferences)
    }

    var message: EnrolmentForm {
        EnrolmentForm(
            batch: UInt32(batch), personType: personType, specialty: specialty, title: title,
            titleSince: titleSince?.number ?? 0, specialtySince: specialtySince?.number ?? 0, preferences: preferences)
    }
}
