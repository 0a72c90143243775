import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-8a: a draft is what it is said to be; programme and project stay.
    func changeOffering(_ request: ChangeOfferingRequest, _ context: WriteContext) throws -> OfferingReply {
        guard let given = request.offering else { throw Refusal(.invalid, field: "offering") }
        let transaction = context.transaction
        let record = try OfferingRecord(given.id, transaction)
        try context.call.requireAuthority(over: record.base, transaction)
        guard record.state == .draft else {
            throw Refusal(
                .wrongState, field: "offering",
                "it has been submitted and stays as it was: cancel it (offerings cancel) and create another",
                zh: "该期次已提交，不能再修改：请取消（offerings cancel）后重新创建")
        }
        if given.base != record.base {
            try requireBase(given.base, transaction)
            try context.call.requireAuthority(over: given.base, transaction)
        }
        let offering = try valid(given, project: record.project, programme: record.programme, transaction)
        try transaction.execute(
            """
            UPDATE offering SET base = ?2, title = ?3, pass_mark_hundredths = ?4, code_period_s = ?5, revision = ?6
            WHERE id = ?1
            """, record.id, given.base, offering.title, offering.passMark, offering.codePeriodSeconds,
            OfferingRevision.new(context))
        try deletePlan(of: record.id, transaction)
        try insertPlan(of: offering, record.id, transaction)
        let changed = try OfferingRecord(record.id, transaction)
        context.auditDetail = "offering \(record.id): \(record.summary) → \(changed.summary)"
        return OfferingReply(offering: try changed.message(transaction))
    }
}

extension OfferingRecord {
    /// For the audit log.
    var summary: String {
        "\(title), base \(base), " + dates.map { "\($0.day) \($0.hours)" }.joined(separator: ", ")
            + "; " + windows.map { "\($0)" }.joined(separator: ", ")
    }
}
