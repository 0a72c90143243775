import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-7a: lets a training notice lead to an offering, or to none.
    func linkNotice(_ request: LinkNoticeRequest, _ context: WriteContext) throws -> NoticeReply {
        let transaction = context.transaction
        let notice = try NoticeRecord(request.notice, transaction)
        try context.call.requirePublisher(for: notice.organisation, transaction)
        guard notice.state == .published else { throw Refusal(.wrongState, field: "notice") }
        if request.offering != 0 {
            guard notice.kind == .training else {
                throw Refusal(
                    .invalid, field: "notice", "a training notice leads to an offering", zh: "仅培训通知可关联期次")
            }
            try OfferingRecord(request.offering, transaction).requireHeld()
        }
        try notices.lead(notice.id, to: request.offering, transaction)
        context.auditDetail = "notice \(notice.id): offering \(notice.offering) → \(request.offering)"
        return NoticeReply(notice: try NoticeRecord(notice.id, transaction).message(transaction))
    }
}
