import ClientKit
import Console
import Messages

extension Command {
    /// NOT-1: notices and guides.
    static var notices: Command {
        Command(
            "notices", Phrase("what anybody may read: notices and guides", "通知公告与办事指南"),
            commands: [publish, edit, lead, withdraw, feature, list, history])
    }

    private static let id = Name<NoticeRegister>.positional
    private static let body: Parameter<String?> = .option(
        "body", "FILE", Phrase("the text; else standard input to its end", "正文文件，默认读取标准输入"))

    private static var publish: Command {
        let kind: Parameter<Choice<NoticeKind>> = .argument("KIND", Phrase("what it is", "类型"))
        let title: Parameter<String> = .argument("TITLE", Phrase("its title", "标题"))
        let organisation = Name<OrganisationRegister>.option(
            "for", Phrase("of this organisation; else the platform's", "发布机构，默认平台"))
        return Command(
            "publish", Phrase("publish a notice or guide", "发布通知或指南"), kind, title, body, organisation
        ) { arguments, desk in
            let reply: NoticeReply = try desk.call(
                .noticesPublishNotice,
                PublishNoticeRequest(
                    kind: arguments[kind].value, organisation: try desk.id(arguments[organisation]),
                    title: arguments[title],
                    body: try desk.text(arguments[body])))
            try desk.showRow(reply.notice)
            return .ok
        }
    }

    private static var edit: Command {
        let title: Parameter<String?> = .option("title", "TITLE", Phrase("its new title", "新标题"))
        let keeps: Parameter<Bool> = .flag("keep-body", Phrase("change the title alone", "只改标题"))
        return Command("edit", Phrase("change the text of a notice", "修改通知"), id, title, body, keeps) {
            arguments, desk in
            let found: NoticeReply = try desk.call(
                .noticesGetNotice, GetNoticeRequest(notice: try desk.id(arguments[id])))
            guard let notice = found.notice else { throw ClientError.badReply(.noticesGetNotice).commandFailure }
            let reply: NoticeReply = try desk.call(
                .noticesEditNotice,
                EditNoticeRequest(
                    notice: notice.id, revision: notice.revision, title: arguments[title] ?? notice.title,
                    body: arguments[keeps] ? notice.body : try desk.text(arguments[body])))
            try desk.showRow(reply.notice)
            return .ok
        }
    }

    /// PRJ-7a.
    private static var lead: Command {
        let offering = Name<OfferingRegister>.option(
            "to", Phrase("what is ordered from it; none unless given", "报名的期次，不填则取消关联"))
        return Command("lead", Phrase("let a training notice lead to its offering", "设置培训通知对应的期次"), id, offering) {
            arguments, desk in
            let reply: NoticeReply = try desk.call(
                .projectsLinkNotice,
                LinkNoticeRequest(notice: try desk.id(arguments[id]), offering: try desk.id(arguments[offering])))
            try desk.showRow(reply.notice)
            return .ok
        }
    }

    private static var withdraw: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("withdraw", Phrase("take a notice back", "撤回通知"), id, reason) { arguments, desk in
            let reply: NoticeReply = try desk.call(
                .noticesWithdrawNotice,
                WithdrawNoticeRequest(notice: try desk.id(arguments[id]), reason: arguments[reason]))
            try desk.showRow(reply.notice)
            return .ok
        }
    }

    private static var feature: Command {
        let ids: Parameter<IdList?> = .option(
            "ids", "1,2,3", Phrase("these, in this order; none empties it", "按此顺序，不填则清空"))
        return Command("feature", Phrase("what the home list shows", "设置首页通知"), ids) { arguments, desk in
            let reply: HomeNoticesReply = try desk.call(
                .noticesFeatureNotices, FeatureNoticesRequest(notices: arguments[ids]?.ids ?? []))
            var table = Table.notices
            for notice in reply.notices { table.add(notice) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        let organisation = Name<OrganisationRegister>.option(
            "for", Phrase("of this organisation; else the platform's", "发布机构，默认平台"))
        let state: Parameter<Choice<NoticeState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "list", Phrase("yours, withdrawn ones too", "本机构通知，含已撤回"), organisation, state, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .notices, .noticesListManagedNotices) { after, limit in
                ListManagedNoticesRequest(
                    organisation: try desk.id(arguments[organisation]), state: arguments[state]?.value,
                    after: after, limit: limit)
            } rows: { (reply: ListNoticesReply, table) in
                for notice in reply.notices { table.add(notice) }
                return (reply.notices.count, reply.next)
            }
            return .ok
        }
    }

    private static var history: Command {
        Command(
            "history", Phrase("its texts, and who changed them", "通知修订记录"), id, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("revision", Phrase("Revision", "版次"), .right), .init("at_ms", Phrase("Time", "时间")),
                .init("editor", Phrase("By", "修改人")), .init("title", Phrase("Title", "标题")),
                .init("reason", Phrase("Reason", "原因"), .exact))
            try desk.list(arguments, table, .noticesNoticeHistory) { after, limit in
                NoticeHistoryRequest(
                    notice: try desk.id(arguments[id]), after: UInt32(clamping: after), limit: min(limit, 20))
            } rows: { (reply: NoticeHistoryReply, table) in
                for one in reply.revisions {
                    table.add(
                        .init(one.revision), Shown.moment(one.atMs), .init(one.editorName), .init(one.title),
                        .init(one.reason))
                }
                return (reply.revisions.count, UInt64(reply.next))
            }
            return .ok
        }
    }
}

extension Desk {
    fileprivate func showRow(_ notice: Notice?) throws {
        var table = Table.notices
        if let notice { table.add(notice) }
        try interaction.show(table)
    }

    /// Reads a file, or standard input to its end.
    fileprivate func text(_ path: String?) throws -> String {
        if let path { return try PrivateFile.text(PrivateFile.readExisting(path), of: path) }
        var lines: [String] = []
        while let line = try interaction.nextLine() { lines.append(line) }
        return lines.joined(separator: "\n")
    }
}
