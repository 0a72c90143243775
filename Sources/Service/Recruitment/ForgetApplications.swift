import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// ACC-11e: withdraws drafts, and deletes the name of applications without a result.
    /// - Throws: `wrongState` while one is in progress: reviewers, or a base, wait for its applicant.
    func forgetApplications(of person: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        for id in try transaction.all(
            "SELECT id FROM application WHERE person = ?1 ORDER BY id", person, body: { $0.id(0) })
        {
            var application = try ApplicationRecord(id, transaction)
            if application.state == .draft {
                let round = try RoundRecord(application.round, transaction)
                let state = try ApplicationLifecycle.table.next(.draft, .withdraw)
                try transition(
                    &application, to: state, by: .withdraw, organisation: application.place.unit, round, context)
            }
            guard application.state.isOver else {
                throw Refusal(
                    .wrongState,
                    Phrase(
                        "an application is under way: withdraw or decline it, or finish training first",
                        "有未结束的报名或培训，请先撤回、放弃录取或完成培训"))
            }
            guard !application.state.wasAdmitted else { continue }
            if application.submittedMs != 0 { try reviews.forgetReview(.application, id, context) }
            try transaction.execute("DELETE FROM application_submission WHERE application = ?1", id)
            try transaction.execute("UPDATE application SET person_name = '' WHERE id = ?1", id)
            try transaction.execute("UPDATE application_place SET person_name = '' WHERE application = ?1", id)
        }
    }

    /// REC-8: returns whether a person was ever admitted in a round.
    func wasAdmitted(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.all("SELECT state FROM application WHERE person = ?1 ORDER BY id", person) {
            try $0.enumeration(0, ApplicationState.self).wasAdmitted
        }.contains(true)
    }
}
