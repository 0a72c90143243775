import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// Makes first passwords for trainees, once, as a list to hand out.
    static var invite: Command {
        let offering = Name<OfferingRegister>.positional
        let again: Parameter<Bool> = .flag(
            "again", Phrase("new ones for trainees who have not replaced theirs", "为尚未使用初始密码的学员重新生成"))
        let numbers: Parameter<[String]> = .options("number", "NUMBER", Phrase("only this participant", "仅此学员编号"))
        let out: Parameter<String?> = .option(
            "out", "FILE", Phrase("an .xlsx or CSV that only you can read", "写入仅本人可读的 .xlsx 或 CSV 文件"))
        return Command(
            "invite", Phrase("first passwords for a roster's trainees", "为名单学员生成初始密码"), offering, again, numbers,
            out
        ) { arguments, desk in
            // The passwords in it are stored nowhere else.
            if let path = arguments[out] {
                try PrivateFile.requireAbsent(
                    path, hint: Phrase("name another file with --out", "请用 --out 指定其他文件"))
            }
            if arguments[again] {
                let reply: InviteAgainReply = try desk.call(
                    .accountsInviteAgain,
                    InviteAgainRequest(offering: try desk.id(arguments[offering]), numbers: arguments[numbers]))
                try desk.hand(
                    reply.invitations, JSON.Member("refused", JSON(reply.refused.count)), to: arguments[out],
                    Phrase(
                        "\(reply.invitations.count) invited again. Passwords are shown once.",
                        "已重新生成 \(reply.invitations.count) 个。密码只显示一次。"))
                for one in reply.refused { desk.interaction.warn(Phrase("\(one.number): \(one.failure?.text ?? "")")) }
                guard !reply.refused.isEmpty else { return .ok }
                return reply.invitations.isEmpty ? .refused : .incomplete
            }
            let reply: InviteReply = try desk.call(
                .accountsInvite, InviteRequest(offering: try desk.id(arguments[offering]), numbers: arguments[numbers]))
            try desk.hand(
                reply.invitations, JSON.Member("already", JSON(reply.already)), to: arguments[out],
                Phrase(
                    "\(reply.invitations.count) invited, \(reply.already) had an account. Passwords are shown once.",
                    "已生成 \(reply.invitations.count) 个，\(reply.already) 人已有账号。密码只显示一次。"))
            if reply.already > 0 {
                let named = arguments[numbers].map { " --number \($0)" }.joined()
                let command = "rollcall-admin invite \(try desk.id(arguments[offering])) --again\(named)"
                desk.interaction.say(
                    Phrase("lost first passwords are made again with: \(command)", "初始密码遗失时请运行：\(command)"))
            }
            return .ok
        }
    }
}

extension Desk {
    /// Shows first passwords, or writes them to a file and shows its name and the counts.
    fileprivate func hand(
        _ invitations: [Invitation], _ others: JSON.Member, to path: String?, _ summary: Phrase
    ) throws {
        if let path {
            let file = try ListFile(path)
            try file.append(
                [
                    Phrase("Number", "编号"), Phrase("Name", "姓名"), Phrase("Account", "账号"),
                    Phrase("First password", "初始密码"),
                ].map { .text(interaction.text($0)) })
            for one in invitations {
                try file.append([one.number, one.personName, one.account, one.initialPassword].map { .text($0) })
            }
            try file.finish()
            try interaction.show(
                .object([
                    JSON.Member("file", .string(path)), JSON.Member("invited", JSON(invitations.count)), others,
                ]), text: path)
        } else if !invitations.isEmpty {
            var table = Table(
                .init("number", Phrase("Number", "编号"), .exact), .init("name", Phrase("Name", "姓名")),
                .init("account", Phrase("Account", "账号"), .exact),
                .init("initial_password", Phrase("First password", "初始密码"), .exact))
            for one in invitations {
                table.add(.init(one.number), .init(one.personName), .init(one.account), .init(one.initialPassword))
            }
            try interaction.show(table)
        }
        interaction.say(summary)
    }
}
