import ClientKit
import Console
import Messages

extension Command {
    /// A person's requests, and those that need a reason alone.
    static var requests: Command {
        Command(
            "requests", Phrase("ask for a decision, and see what became of it", "提交申请，查看审核结果"),
            commands: [ask, list, show, withdraw])
    }

    private static let kind: Parameter<Choice<ReviewKind>> = .argument("KIND", Phrase("what is asked for", "申请类型"))
    private static let subject: Parameter<UInt64> = .argument("ID", Phrase("of what it is about", "所涉及事项的编号"))

    private static var ask: Command {
        let kind: Parameter<Choice<ReviewKind>> = .argument(
            "KIND", Phrase("waiver: that a booking does not count; others have their own command", "免计申请；其他类型有专门的命令"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command(
            "ask", Phrase("ask; again after it was rejected or taken back", "提交申请，未通过或撤回后可重新提交"), kind, subject, reason
        ) { arguments, desk in
            let reply: AskReviewReply = try desk.call(
                .reviewsAsk,
                AskReviewRequest(
                    kind: arguments[kind].value, subject: arguments[subject], reason: arguments[reason]))
            try desk.show(reply.review)
            return .ok
        }
    }

    private static var list: Command {
        let kind: Parameter<Choice<ReviewKind>?> = .optionalArgument(
            "KIND", Phrase("what is reviewed; else every kind, the first of them", "审核类型，默认全部类型，列出开头部分"))
        return Command(
            "list", Phrase("what you have submitted, and its state", "我提交的申请及审核状态"), kind, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            guard let kind = arguments[kind]?.value else {
                try desk.listFirstRequests(atMost: arguments[Paging.limit])
                return .ok
            }
            try desk.list(arguments, .requests, .reviewsMyReviews) { after, limit in
                MyReviewsRequest(kind: kind, after: after, limit: limit)
            } rows: { (reply: ListReviewsReply, table) in
                for review in reply.reviews { table.add(review) }
                return (reply.reviews.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("what became of it", "查看审核结果"), kind, subject) { arguments, desk in
            let reply: ReviewHistoryReply = try desk.call(
                .reviewsReviewHistory,
                ReviewHistoryRequest(kind: arguments[kind].value, subject: arguments[subject]))
            try desk.show(reply.review)
            return .ok
        }
    }

    private static var withdraw: Command {
        Command("withdraw", Phrase("take back what waits", "撤回待审核的申请"), kind, subject) { arguments, desk in
            let reply: AskReviewReply = try desk.call(
                .reviewsWithdrawReview,
                WithdrawReviewRequest(kind: arguments[kind].value, subject: arguments[subject]))
            try desk.show(reply.review)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func show(_ review: Review?) throws {
        var table = Table.requests
        if let review { table.add(review) }
        try interaction.show(table)
    }

    fileprivate func listFirstRequests(atMost limit: UInt32) throws {
        let reply: ListReviewsReply = try call(.reviewsMyReviews, MyReviewsRequest(limit: limit))
        var table = Table.requests
        for review in reply.reviews { table.add(review) }
        try interaction.show(table)
        guard reply.next != 0, let last = reply.reviews.last?.kind else { return }
        let word = Choice(last).argument
        interaction.say(
            Phrase(
                "there is more: rollcall requests list \(word) --all", "还有更多：rollcall requests list \(word) --all"))
    }
}

extension Table {
    fileprivate static var requests: Table {
        Table(
            .init("kind", Phrase("Kind", "类型")), .init("id", Phrase("Id", "编号"), .right),
            .init("title", Phrase("What", "内容")), .init("state", Phrase("State", "状态")),
            .init("level", Phrase("Level", "审核级别")), .init("submitted_ms", Phrase("Submitted", "提交时间")),
            .init("reason", Phrase("Reason", "原因"), .exact))
    }

    fileprivate mutating func add(_ review: Review) {
        add(
            .init(review.kind), .init(review.subject), .init(review.title), .init(review.state), .init(review.level),
            Shown.moment(review.submittedMs), .init(review.reason))
    }
}
