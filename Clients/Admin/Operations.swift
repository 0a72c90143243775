import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// ACC-4d: the outbox of text messages.
    static var sms: Command {
        Command("sms", Phrase("text messages", "短信"), commands: [texts])
    }

    private static var texts: Command {
        Command(
            "outbox", Phrase("the newest first; with texts while no provider sends them", "短信发件箱，最新在前；未接入服务商时显示内容"),
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("at_ms", Phrase("Time", "时间")),
                .init("phone", Phrase("Phone", "手机号"), .exact), .init("state", Phrase("State", "状态")),
                .init("failure", Phrase("Failure", "失败原因")), .init("text", Phrase("Text", "内容"), .exact))
            try desk.list(arguments, table, .accountsListSmsOutbox) { after, limit in
                ListSmsOutboxRequest(after: after, limit: limit)
            } rows: { (reply: ListSmsOutboxReply, table) in
                for entry in reply.entries {
                    table.add(
                        .init(entry.id), Shown.moment(entry.atMs), .init(entry.phone), .init(entry.state),
                        .init(entry.failure), .init(entry.text))
                }
                return (reply.entries.count, reply.next)
            }
            return .ok
        }
    }

    /// ACC-10: audit entries.
    static var audit: Command {
        let method: Parameter<String?> = .option(
            "method", "NAME", Phrase("of this method, as the list names it", "仅此操作，名称如结果所列"))
        let person: Parameter<Int64> = .option("person", "ID", Phrase("by this person", "仅此人员"), default: 0)
        let from: Parameter<Day?> = .option("from", "DAY", Phrase("from this day on", "起始日期"))
        let to: Parameter<Day?> = .option("to", "DAY", Phrase("up to this day", "截止日期"))
        return Command(
            "audit", Phrase("who did what, and when; the newest first", "审计记录，最新在前"), method, person, from, to,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("at_ms", Phrase("Time", "时间")),
                .init("caller", Phrase("Who", "操作人")), .init("method", Phrase("What", "操作")),
                .init("refused", Phrase("Refused", "未处理原因")), .init("detail", Phrase("Detail", "详情")),
                .init("address", Phrase("From", "来源"), .unshown), .init("outcome", Phrase("Outcome", "结果"), .unshown))
            let name = try arguments[method].map(Self.method) ?? ""
            try desk.list(arguments, table, .accountsListAudit) { after, limit in
                ListAuditRequest(
                    method: name, caller: arguments[person],
                    fromMs: arguments[from].map { ZoneRule.china.instant($0, minute: 0).milliseconds } ?? 0,
                    toMs: arguments[to].map { ZoneRule.china.instant($0.adding(1), minute: 0).milliseconds } ?? 0,
                    after: after, limit: limit)
            } rows: { (reply: ListAuditReply, table) in
                for entry in reply.entries {
                    let who = entry.callerName.isEmpty ? String(entry.caller) : entry.callerName
                    table.add(
                        .init(entry.id), Shown.moment(entry.atMs), .init(Phrase(who), json: JSON(entry.caller)),
                        .init(AuditedNames.phrase(entry.method), json: .string(entry.method)), .refused(entry.outcome),
                        .init(entry.detail), .init(entry.address),
                        .init(entry.outcome))
                }
                return (reply.entries.count, reply.next)
            }
            return .ok
        }
    }
}

extension Command {
    /// Returns the protocol's name of a method that is named by it or as the list has it, in either language.
    fileprivate static func method(_ text: String) throws(CommandFailure) -> String {
        let found = Method.allCases.first { method in
            let phrase = AuditedNames.phrase(method.name)
            return [method.name, phrase.en, phrase.zh].contains(text)
        }
        guard let found else {
            throw CommandFailure(
                .usage, name: "usage", Phrase("there is no method “\(text)”", "没有操作“\(text)”"), next: Phrase("audit"))
        }
        return found.name
    }
}

extension Table.Cell {
    /// Why a call was refused; empty for one that was not.
    fileprivate static func refused(_ code: some BinaryInteger) -> Table.Cell {
        guard code != 0 else { return .empty }
        guard let error = ErrorCode.allCases.first(where: { $0.rawValue == code }) else {
            return .init(Phrase("\(code)"), json: .null)
        }
        return .init(error.rule.text, json: .string(error.name))
    }
}
