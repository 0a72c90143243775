import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// Makes first passwords for trainees, once, as a list to hand out.
    static var invite: Command {
        let offering: Parameter<UInt64> = .argument("OFFERING", Phrase("whose roster", "期次编号"))
        let numbers: Parameter<[String]> = .options("number", "NUMBER", Phrase("only this participant", "仅此学员编号"))
        let out: Parameter<String?> = .option(
            "out", "FILE", Phrase("write a CSV that only you can read", "写入仅本人可读的 CSV 文件"))
        return Command(
            "invite", Phrase("first passwords for a roster's trainees", "为名单学员生成初始密码"), offering, numbers, out
        ) { arguments, desk in
            if let path = arguments[out], try PrivateFile.read(path) != nil {
                // The passwords in it are stored nowhere else.
                throw CommandFailure(
                    .usage, name: "file_exists", Phrase("\(path) exists already", "\(path) 已存在"))
            }
            let reply: InviteReply = try desk.call(
                .accountsInvite, InviteRequest(offering: arguments[offering], numbers: arguments[numbers]))
            if let path = arguments[out] {
                var writer = DelimitedWriter(digits: .guarded)
                writer.append(
                    [
                        Phrase("Number", "编号"), Phrase("Name", "姓名"), Phrase("Account", "账号"),
                        Phrase("First password", "初始密码"),
                    ].map(desk.interaction.text))
                for one in reply.invitations {
                    writer.append([one.number, one.personName, one.account, one.initialPassword])
                }
                try PrivateFile.write(writer.take(), to: path)
                try desk.interaction.show(
                    [
                        "file": .string(path), "invited": JSON(reply.invitations.count),
                        "already": JSON(reply.already),
                    ], text: path)
            } else {
                var table = Table(
                    .init("number", Phrase("Number", "编号"), .exact), .init("name", Phrase("Name", "姓名")),
                    .init("account", Phrase("Account", "账号"), .exact),
                    .init("initial_password", Phrase("First password", "初始密码"), .exact))
                for one in reply.invitations {
                    table.add(
                        .init(one.number), .init(one.personName), .init(one.account), .init(one.initialPassword))
                }
                try desk.interaction.show(table)
            }
            desk.interaction.say(
                Phrase(
                    "\(reply.invitations.count) invited, \(reply.already) had an account. Passwords are shown once.",
                    "已生成 \(reply.invitations.count) 个，\(reply.already) 人已有账号。密码只显示一次。"))
            return .ok
        }
    }
}
