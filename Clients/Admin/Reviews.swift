import ClientKit
import Console
import Messages

extension Command {
    /// REC-6: lists waiting reviews, decides on many at once, and shows a review's history.
    static var review: Command {
        Command("review", Phrase("what waits for your decision", "审核"), commands: [list, .decide, history])
    }

    private static var list: Command {
        let state: Parameter<Choice<ReviewState>?> = .option(
            "state", "STATE", Phrase("in this state; else those waiting", "仅此状态，默认待审核"))
        let kind: Parameter<Choice<ReviewKind>?> = .optionalArgument(
            "KIND", Phrase("what is reviewed; else every kind, the first of each", "审核类型，默认全部类型，各列开头部分"))
        return Command(
            "list", Phrase("those that you may decide or have decided", "待审核或已审核列表"), kind, ReviewQuery.round,
            ReviewQuery.container, state, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            guard let kind = arguments[kind]?.value else {
                try desk.listEveryKind(arguments, state: arguments[state]?.value)
                return .ok
            }
            let query = try ReviewQuery(kind, arguments, state: arguments[state]?.value, desk)
            try desk.list(arguments, reviewTable, .reviewsListReviews) { after, limit in
                query.request(after: after, limit: limit)
            } rows: { (reply: ListReviewsReply, table) in
                for review in reply.reviews { table.add(review) }
                return (reply.reviews.count, reply.next)
            }
            return .ok
        }
    }

    private static var history: Command {
        let subject: Parameter<UInt64> = .argument("ID", Phrase("of what was reviewed", "编号"))
        return Command(
            "history", Phrase("every step: who, when, and the reason", "审核记录：何人、何时、原因"), ReviewQuery.kind, subject,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .reviewSteps, .reviewsReviewHistory) { after, limit in
                ReviewHistoryRequest(
                    kind: arguments[ReviewQuery.kind].value, subject: arguments[subject],
                    after: UInt32(clamping: after), limit: limit)
            } rows: { (reply: ReviewHistoryReply, table) in
                for step in reply.steps { table.add(step) }
                return (reply.steps.count, UInt64(reply.next))
            }
            return .ok
        }
    }
}

extension Desk {
    /// Lists what waits of every kind that the caller may decide. Where there is more of one, the command that shows it is named.
    fileprivate func listEveryKind(_ arguments: Arguments, state: ReviewState?) throws {
        var table = Table(
            .init("kind", Phrase("Kind", "类型")), .init("id", Phrase("Id", "编号"), .right),
            .init("name", Phrase("Name", "姓名")), .init("title", Phrase("What", "内容")),
            .init("state", Phrase("State", "状态")), .init("submitted_ms", Phrase("Submitted", "提交时间")))
        var more: [ReviewKind] = []
        for kind in ReviewKind.allCases {
            let query = try ReviewQuery(kind, arguments, state: state, self)
            do throws(CommandFailure) {
                let reply: ListReviewsReply = try call(
                    .reviewsListReviews, query.request(after: 0, limit: arguments[Paging.limit]))
                for review in reply.reviews {
                    table.add(
                        .init(kind), .init(review.subject), .init(review.personName), .init(review.title),
                        .init(review.state), Shown.moment(review.submittedMs))
                }
                if reply.next != 0 { more.append(kind) }
            } catch {
                // A kind that the caller may not decide has nothing for them to see.
                guard error.name == "not_allowed" else { throw error }
            }
        }
        try interaction.show(table)
        for kind in more {
            let word = Choice(kind).argument
            interaction.say(
                Phrase(
                    "there is more: rollcall-admin review list \(word) --all",
                    "还有更多：rollcall-admin review list \(word) --all"))
        }
    }
}

extension Table {
    fileprivate static var reviewSteps: Table {
        Table(
            .init("at_ms", Phrase("Time", "时间")), .init("action", Phrase("Step", "操作")),
            .init("level", Phrase("Level", "级别")), .init("organisation", Phrase("By", "机构")),
            .init("actor", Phrase("Who", "操作人")), .init("reason", Phrase("Reason", "原因"), .exact))
    }

    fileprivate mutating func add(_ step: ReviewStep) {
        add(
            Shown.moment(step.atMs), .init(step.action), .init(step.level), .init(step.organisationName),
            .init(step.actorName), .init(step.reason))
    }
}

/// Selects the reviews of a command.
struct ReviewQuery {
    static let kind: Parameter<Choice<ReviewKind>> = .argument("KIND", Phrase("what is reviewed", "审核类型"))
    static let round = Name<RoundRegister>.option("round", Phrase("applications of this round", "仅此招录批次的报名"))
    static let container = Name<OrganisationRegister>.option("in", Phrase("of this base or unit", "仅此基地或单位"))

    let kind: ReviewKind
    let container: UInt64
    let state: ReviewState?

    init(_ kind: ReviewKind, _ arguments: Arguments, state: ReviewState?, _ desk: Desk) throws {
        self.kind = kind
        container =
            try arguments[Self.round] == nil ? desk.id(arguments[Self.container]) : desk.id(arguments[Self.round])
        self.state = state
    }

    func request(after: UInt64, limit: UInt32) -> ListReviewsRequest {
        ListReviewsRequest(kind: kind, container: container, state: state, after: after, limit: limit)
    }
}

var reviewTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "姓名")),
        .init("title", Phrase("What", "内容")), .init("state", Phrase("State", "状态")),
        .init("level", Phrase("Level", "级别")), .init("submitted_ms", Phrase("Submitted", "提交时间")),
        .init("reason", Phrase("Reason", "原因"), .exact))
}

extension Table {
    mutating func add(_ review: Review) {
        add(
            .init(review.subject), .init(review.personName), .init(review.title), .init(review.state),
            .init(review.level), Shown.moment(review.submittedMs), .init(review.reason))
    }
}
