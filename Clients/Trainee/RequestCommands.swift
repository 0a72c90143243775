import ClientKit
import Console
import Messages

extension Command {
    /// Decisions that a person asks for with a reason alone.
    static var requests: Command {
        Command(
            "requests", Phrase("ask for a decision, and see what became of it", "提交申请，查看审核结果"),
            commands: [ask, show])
    }

    private static let kind: Parameter<Choice<ReviewKind>> = .argument("KIND", Phrase("what is asked for", "申请类型"))
    private static let subject: Parameter<UInt64> = .argument("ID", Phrase("of what it is about", "所涉及事项的编号"))

    private static var ask: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("ask", Phrase("ask, once", "提交申请（每项一次）"), kind, subject, reason) { arguments, desk in
            let reply: AskReviewReply = try desk.call(
                .reviewsAsk,
                AskReviewRequest(
                    kind: arguments[kind].value, subject: arguments[subject], reason: arguments[reason]))
            if let review = reply.review { try desk.show(review) }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("what became of it", "查看审核结果"), kind, subject) { arguments, desk in
            let reply: ReviewHistoryReply = try desk.call(
                .reviewsReviewHistory,
                ReviewHistoryRequest(kind: arguments[kind].value, subject: arguments[subject]))
            if let review = reply.review { try desk.show(review) }
            return .ok
        }
    }
}

extension Desk {
    fileprivate func show(_ review: Review) throws {
        var table = Table(
            .init("title", Phrase("What", "内容")), .init("state", Phrase("State", "状态")),
            .init("level", Phrase("Level", "审核级别")), .init("submitted_ms", Phrase("Submitted", "提交时间")),
            .init("reason", Phrase("Reason", "原因")))
        table.add(
            .init(review.title), .init(review.state), .init(review.level), Shown.moment(review.submittedMs),
            .init(review.reason))
        try interaction.show(table)
    }
}
