import ClientKit
import Console
import Messages

extension Command {
    static var accounts: Command {
        Command("accounts", Phrase("people who administrate", "管理人员账号"), commands: [add])
    }

    private static var add: Command {
        let name: Parameter<String> = .argument("ACCOUNT", Phrase("account name: a–z 0–9 . _ -", "账号：a–z 0–9 . _ -"))
        let person: Parameter<String> = .argument("PERSON", Phrase("the person's name", "姓名"))
        let phone: Parameter<String?> = .option("phone", "NUMBER", Phrase("mobile number", "手机号"))
        let roles: Parameter<[GrantSpec]> = .options(
            "role", "ROLE[@ORG]", Phrase("a role: base-admin@17, platform-admin", "角色：base-admin@17、platform-admin"))
        return Command(
            "add", Phrase("add an account with roles; prints its first password", "新增账号并授予角色，输出初始密码"),
            name, person, phone, roles
        ) { arguments, desk in
            let reply: CreateAccountReply = try desk.call(
                .accountsCreateAccount,
                CreateAccountRequest(
                    name: arguments[name], personName: arguments[person], phone: arguments[phone] ?? "",
                    roles: arguments[roles].map { RoleGrant(role: $0.role, organisation: $0.organisation) }))
            try desk.interaction.show(
                [
                    "person": JSON(reply.person), "account": .string(arguments[name]),
                    "initial_password": .string(reply.initialPassword),
                ],
                text: "\(reply.person)  \(arguments[name])  \(reply.initialPassword)")
            desk.interaction.say(
                Phrase(
                    "The person's id, the account, its first password; the password is shown once.",
                    "依次为人员编号、账号、初始密码；密码只显示一次。"))
            return .ok
        }
    }
}
