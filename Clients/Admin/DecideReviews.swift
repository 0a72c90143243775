import ClientKit
import Console
import Messages

extension Command {
    static var decide: Command {
        let approve: Parameter<Bool> = .flag("approve", Phrase("approve them", "审核通过"))
        let reject: Parameter<String?> = .option("reject", "REASON", Phrase("reject them", "审核不通过，须填写原因"))
        let back: Parameter<String?> = .option(
            "return", "REASON", Phrase("return them for revision", "退回修改，须填写原因"))
        let ids: Parameter<IdList?> = .option("ids", "1,2,3", Phrase("these", "仅这些编号"))
        let every: Parameter<Bool> = .flag("all", Phrase("all that wait", "全部待审核"))
        return Command(
            "decide", Phrase("decide many at once; asks for what is not given", "批量审核；未给出的内容会询问"), ReviewQuery.kind,
            approve,
            reject, back, ids, every, ReviewQuery.round, ReviewQuery.container
        ) { arguments, desk in
            let given =
                (arguments[approve] ? [AskedDecision(action: .approve, reason: "")] : [])
                + [(ReviewAction.reject, arguments[reject]), (.return, arguments[back])].compactMap { action, reason in
                    reason.map { AskedDecision(action: action, reason: $0) }
                }
            guard given.count <= 1, arguments[ids] == nil || !arguments[every] else {
                throw CommandFailure(
                    .usage, name: "usage",
                    Phrase(
                        "one of --approve, --reject and --return, and one of --ids and --all",
                        "--approve、--reject、--return 只能选一个，--ids、--all 只能选一个"))
            }
            var jury = Jury(
                desk: desk, query: try ReviewQuery(arguments[ReviewQuery.kind].value, arguments, state: nil, desk))
            let subjects = try arguments[ids].map(\.ids) ?? jury.waiting(all: arguments[every])
            guard !subjects.isEmpty else {
                desk.interaction.say(
                    jury.isListEmpty
                        ? Phrase("nothing to decide", "没有需要审核的记录") : Phrase("nothing was marked", "未选择任何记录"))
                return .ok
            }
            let decision = try given.first ?? jury.ask(subjects.count)
            return try jury.decide(subjects, decision)
        }
    }
}

extension Desk {
    /// Returns what a reviewer may read of a subject besides its row: of an application what was submitted.
    fileprivate func details(of kind: ReviewKind, _ subject: UInt64) throws -> [Phrase] {
        guard kind == .application else { return [] }
        let reply: GetSubmissionReply = try call(
            .recruitmentGetSubmission, GetSubmissionRequest(application: subject))
        return reply.fields.filter { !$0.submitted.isEmpty }.map { field in
            let (submitted, today) = (field.shown(field.submitted), field.shown(field.today))
            let isSame = field.today == field.submitted
            return Phrase(
                "\(field.label): \(submitted.en)" + (isSame ? "" : " → \(today.en)"),
                "\(field.label)：\(submitted.zh)" + (isSame ? "" : " → \(today.zh)"))
        }
    }
}

struct AskedDecision {
    let action: ReviewAction
    let reason: String
}

/// Reviews that wait for a decision, and the decisions on them.
private struct Jury {
    /// The most subjects in one call.
    private static let most = 1000

    let desk: Desk
    let query: ReviewQuery
    /// The listed reviews by subject, to describe the outcomes.
    private var known: [UInt64: Review] = [:]

    var isListEmpty: Bool { known.isEmpty }

    init(desk: Desk, query: ReviewQuery) {
        self.desk = desk
        self.query = query
    }

    /// Returns the waiting subjects: all, or those a person selects.
    mutating func waiting(all: Bool) throws -> [UInt64] {
        var table = reviewTable
        var subjects: [UInt64] = []
        var after: UInt64 = 0
        repeat {
            let reply: ListReviewsReply = try desk.call(
                .reviewsListReviews, query.request(after: after, limit: 500))
            for review in reply.reviews {
                table.add(review)
                known[review.subject] = review
                subjects.append(review.subject)
            }
            after = reply.next
        } while after != 0
        if all || subjects.isEmpty { return subjects }
        let kind = query.kind
        return try desk.interaction.select(
            table, Phrase("Which", "选择要审核的记录"), insteadOf: "--ids / --all",
            details: { [desk] in try desk.details(of: kind, subjects[$0]) }
        ).map { subjects[$0] }
    }

    /// Asks for the action, its reason and a confirmation.
    func ask(_ count: Int) throws -> AskedDecision {
        let choices: [(action: ReviewAction, name: String, meaning: Phrase)] = [
            (.approve, "approve", Phrase("", "审核通过")), (.reject, "reject", Phrase("", "审核不通过")),
            (.return, "return", Phrase("for revision", "退回修改")),
        ]
        let chosen = choices[
            try desk.interaction.choose(
                Phrase("Decision", "操作"), choices.map { ($0.name, $0.meaning) },
                insteadOf: "--approve / --reject / --return")]
        let reason =
            chosen.action == .approve
            ? "" : try desk.interaction.askText(Phrase("Reason", "原因"), insteadOf: "--\(chosen.name)")
        let question = Phrase("\(chosen.name) \(count)?", "\(chosen.meaning.zh) \(count) 条，确定吗？")
        guard try desk.interaction.confirm(question, insteadOf: "--\(chosen.name)") else {
            throw CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))
        }
        return AskedDecision(action: chosen.action, reason: reason)
    }

    /// Decides on the subjects and shows the outcomes; the exit code tells whether any failed.
    func decide(_ subjects: [UInt64], _ decision: AskedDecision) throws -> ExitCode {
        var table = Table(
            .init("id", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "姓名")),
            .init("state", Phrase("State", "状态")), .init("level", Phrase("Level", "级别")),
            .init("error", Phrase("Refused", "未处理原因"), .exact))
        let progress = desk.interaction.progress(Phrase("deciding", "正在审核"), of: subjects.count)
        defer { progress.finish() }
        var failed = 0
        for start in stride(from: 0, to: subjects.count, by: Self.most) {
            let part = subjects[start..<min(start + Self.most, subjects.count)]
            let reply: DecideReviewsReply = try desk.call(
                .reviewsDecideReviews,
                DecideReviewsRequest(
                    kind: query.kind, subjects: Array(part), action: decision.action, reason: decision.reason))
            for outcome in reply.outcomes {
                let error: Table.Cell =
                    outcome.failure.map { .init(Phrase($0.text), json: .string($0.name)) } ?? .empty
                table.add(
                    .init(outcome.subject), .init(known[outcome.subject]?.personName ?? ""), .init(outcome.state),
                    .init(outcome.level), error)
                if outcome.failure != nil { failed += 1 }
            }
            progress.update(start + part.count)
        }
        try desk.interaction.show(table)
        let done = subjects.count - failed
        desk.interaction.say(Phrase("\(done) decided, \(failed) refused", "已处理 \(done) 条，未处理 \(failed) 条"))
        if failed == 0 { return .ok }
        return done == 0 ? .refused : .incomplete
    }
}
