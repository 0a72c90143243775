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
        let numbers: Parameter<[String]> = .options(
            "number", "NUMBER", Phrase("only this participant, or the name", "仅此学员编号或姓名"))
        let out: Parameter<String?> = .option(
            "out", "FILE", Phrase("an .xlsx or CSV that only you can read", "写入仅本人可读的 .xlsx 或 CSV 文件"))
        return Command(
            "invite", Phrase("first passwords for a roster's trainees", "为名单学员生成初始密码"), offering, again, numbers,
            out
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let chosen = try arguments[numbers].map { try desk.number(of: $0, on: id) }
            let named = chosen.map { " --number \($0)" }.joined()
            let repeated = "invite \(id) --again\(named)"
            let list = try arguments[out].map { path in
                try PasswordList(
                    path, for: named.isEmpty ? Int(try desk.offering(id).rosterSize) : chosen.count,
                    repeated)
            }
            if arguments[again] {
                let reply: InviteAgainReply = try desk.call(
                    .accountsInviteAgain, InviteAgainRequest(offering: id, numbers: chosen))
                try desk.hand(
                    reply.invitations, JSON.Member("refused", JSON(reply.refused.count)), to: list,
                    Phrase(
                        "\(reply.invitations.count) invited again. Passwords are shown once.",
                        "已重新生成 \(reply.invitations.count) 个。密码只显示一次。"))
                for one in reply.refused { desk.interaction.warn(Phrase("\(one.number): \(one.failure?.text ?? "")")) }
                guard !reply.refused.isEmpty else { return .ok }
                return reply.invitations.isEmpty ? .refused : .incomplete
            }
            let reply: InviteReply = try desk.call(
                .accountsInvite, InviteRequest(offering: id, numbers: chosen))
            try desk.hand(
                reply.invitations, JSON.Member("already", JSON(reply.already)), to: list,
                Phrase(
                    "\(reply.invitations.count) invited, \(reply.already) had an account. Passwords are shown once.",
                    "已生成 \(reply.invitations.count) 个，\(reply.already) 人已有账号。密码只显示一次。"))
            if reply.already > 0 {
                // Of one person, lest everybody's are made anew.
                let command = "rollcall-admin \(repeated)"
                let (en, zh) = named.isEmpty ? (" --number NUMBER", " --number 编号") : ("", "")
                desk.interaction.say(
                    Phrase(
                        "a lost first password is made again with: \(command)\(en)", "初始密码遗失时按编号重新生成：\(command)\(zh)"))
            }
            return .ok
        }
    }
}

/// A file for first passwords, which are stored nowhere else. It is opened, and has its room, before any is made: making them voids
/// the former ones.
private struct PasswordList {
    let path: String
    private let file: ListFile
    private let repeated: String

    /// A row with the longest name, number and account, in bytes.
    private static let row = 512

    /// - Parameters:
    ///   - count: the most people in it.
    ///   - repeated: the command that makes the passwords again, without the program.
    init(_ path: String, for count: Int, _ repeated: String) throws {
        try PrivateFile.requireAbsent(path, hint: Phrase("name another file with --out", "请用 --out 指定其他文件"))
        (self.path, self.repeated) = (path, repeated)
        file = try ListFile(path)
        try file.reserve((count + 64) * Self.row)
    }

    func write(_ invitations: [Invitation], _ interaction: Interaction) throws {
        do throws(CommandFailure) {
            let heading = [
                Phrase("Number", "编号"), Phrase("Name", "姓名"), Phrase("Account", "账号"), Phrase("First password", "初始密码"),
            ]
            try file.append(heading.map { .text(interaction.text($0)) })
            for one in invitations {
                try file.append([one.number, one.personName, one.account, one.initialPassword].map { .text($0) })
            }
            try file.finish()
        } catch {
            throw CommandFailure(
                error.exitCode, name: error.name, error.message,
                hint: Phrase(
                    "The passwords were made and are lost. When the file can be written, make them again:",
                    "初始密码已生成但未能保存。待文件可写后请重新生成："),
                next: Phrase("\(repeated) --out FILE", "\(repeated) --out 文件"))
        }
    }
}

extension Desk {
    /// Shows first passwords, or writes them to a file and shows its name and the counts.
    fileprivate func hand(
        _ invitations: [Invitation], _ others: JSON.Member, to list: PasswordList?, _ summary: Phrase
    ) throws {
        if let list {
            try list.write(invitations, interaction)
            let path = list.path
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
