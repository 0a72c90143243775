import ClientKit
import Messages

/// NOT-1: notices for visitors who have not logged in.
struct ProvinceNotices {
    private let office: Office

    init(_ office: Office) { self.office = office }

    func prepare(commission: UInt64) throws {
        func publish(_ kind: NoticeKind, _ title: String, _ body: String, by organisation: UInt64 = 0) throws -> UInt64
        {
            let reply: NoticeReply = try office.client.call(
                .noticesPublishNotice,
                PublishNoticeRequest(kind: kind, organisation: organisation, title: title, body: body))
            return reply.notice?.id ?? 0
        }
        let round = try publish(
            .training, "县级医疗技术人员培训招录开始报名", "请符合条件的人员登录系统，完善个人信息后报名。", by: commission)
        let guide = try publish(.guide, "报名办事指南", "注册账号、完善个人信息四部分内容，再选择招录批次报名。")
        _ = try publish(.exam, "理论考核安排", "考核时间另行通知。")
        let _: HomeNoticesReply = try office.client.call(
            .noticesFeatureNotices, FeatureNoticesRequest(notices: [round, guide]))
    }
}
