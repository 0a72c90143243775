import ClientKit
import Console
import Messages

extension Command {
    /// ACC-12: the accounts of staff.
    static var accounts: Command {
        Command(
            "accounts", Phrase("people who administrate", "管理人员账号"),
            commands: [
                listAccounts, showAccount, addAccount, grantRole, revokeRole, disableAccount, enableAccount,
                resetPassword,
            ])
    }

    private static var addAccount: Command {
        let name: Parameter<String> = .argument("ACCOUNT", Phrase("account name: a–z 0–9 . _ -", "账号：a–z 0–9 . _ -"))
        let person: Parameter<String> = .argument("PERSON", Phrase("the person's name", "姓名"))
        let phone: Parameter<String?> = .option("phone", "NUMBER", Phrase("mobile number", "手机号"))
        let roles: Parameter<[GrantSpec]> = .options(
            "role", "ROLE[@ORG]",
            Phrase("a role, and of which organisation by id or name: examiner@17", "角色及机构的编号或名称，如 考官@17"))
        return Command(
            "add", Phrase("add an account with roles; prints its first password", "新增账号并授予角色，输出初始密码"),
            name, person, phone, roles
        ) { arguments, desk in
            let request = CreateAccountRequest(
                name: arguments[name], personName: arguments[person], phone: arguments[phone] ?? "",
                roles: try arguments[roles].map(desk.grant))
            let reply: CreateAccountReply
            do throws(ClientError) {
                reply = try desk.client.call(.accountsCreateAccount, request)
            } catch {
                // Beside the person's name it is called by what it names.
                guard case .refused(var failure) = error, failure.field == "name" else { throw error.commandFailure }
                failure.field = "account"
                throw ClientError.refused(failure).commandFailure
            }
            try desk.showFirstPassword(reply.initialPassword, account: arguments[name], person: reply.person)
            return .ok
        }
    }

    private static var listAccounts: Command {
        let find: Parameter<String> = .option(
            "find", "TEXT", Phrase("part of the account or the person's name", "账号或姓名的一部分"), default: "")
        let organisation = Name<OrganisationRegister>.option(
            "organisation",
            Phrase("only with a role over it; platform administrators may leave it out", "在此机构有角色；平台管理员可省略"))
        return Command(
            "list", Phrase("accounts that have a role", "查看有角色的账号"), find, organisation, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, accountTable, .accountsListAccounts) { after, limit in
                ListAccountsRequest(
                    find: arguments[find], organisation: try desk.id(arguments[organisation]), after: after,
                    limit: limit)
            } rows: { (reply: ListAccountsReply, table) in
                for account in reply.accounts { table.add(account) }
                return (reply.accounts.count, reply.next)
            }
            return .ok
        }
    }

    private static var showAccount: Command {
        Command("show", Phrase("one account", "查看一个账号"), whose) { arguments, desk in
            try desk.showAccount(try desk.call(.accountsGetAccount, GetAccountRequest(whose: arguments[whose].message)))
        }
    }

    private static var grantRole: Command {
        Command("grant", Phrase("give a role; the person is told", "授予角色，并告知本人"), whose, role) { arguments, desk in
            try desk.showAccount(
                try desk.call(
                    .accountsGrantRole,
                    GrantRoleRequest(whose: arguments[whose].message, role: try desk.grant(arguments[role]))
                ))
        }
    }

    private static var revokeRole: Command {
        Command(
            "revoke", Phrase("take a role, at once; the person is told", "立即撤销角色，并告知本人"), whose, role, reason
        ) { arguments, desk in
            try desk.showAccount(
                try desk.call(
                    .accountsRevokeRole,
                    RevokeRoleRequest(
                        whose: arguments[whose].message, role: try desk.grant(arguments[role]),
                        reason: arguments[reason])))
        }
    }

    private static var disableAccount: Command {
        Command(
            "disable", Phrase("lock it; its sessions end at once", "停用账号，其会话立即失效"), whose, reason
        ) { arguments, desk in
            try desk.showAccount(
                try desk.call(
                    .accountsDisableAccount,
                    DisableAccountRequest(whose: arguments[whose].message, reason: arguments[reason])))
        }
    }

    private static var enableAccount: Command {
        Command("enable", Phrase("undo disable; its roles are what they were", "重新启用账号"), whose) { arguments, desk in
            try desk.showAccount(
                try desk.call(.accountsEnableAccount, EnableAccountRequest(whose: arguments[whose].message)))
        }
    }

    private static var resetPassword: Command {
        Command(
            "reset-password", Phrase("a new first password; the sessions end", "重置为新的初始密码，其会话立即失效"), whose
        ) { arguments, desk in
            let reply: ResetPasswordReply = try desk.call(
                .accountsResetPassword, ResetPasswordRequest(whose: arguments[whose].message))
            let account = reply.account ?? StaffAccount()
            try desk.showFirstPassword(reply.initialPassword, account: account.account, person: account.person)
            return .ok
        }
    }

    private static let whose: Parameter<AccountSpec> = .argument(
        "ACCOUNT", Phrase("its name, or the person's id", "账号或人员编号"))
    private static let role: Parameter<GrantSpec> = .required(
        "role", "ROLE[@ORG]",
        Phrase("a role, and of which organisation by id or name: examiner@17", "角色及机构的编号或名称，如 考官@17"))
    private static let reason: Parameter<String> = .required(
        "reason", "TEXT", Phrase("why; the person is told", "原因，将告知本人"))
}

/// An account, by its name or by its person's id.
private struct AccountSpec: ArgumentValue {
    let argument: String

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        self.argument = argument
    }
    static var expectation: Phrase { Phrase("an account name or a person's id", "账号或人员编号") }

    /// An account name has a letter, an id has none.
    var message: AccountChoice {
        UInt64(argument).map { AccountChoice(person: $0) } ?? AccountChoice(account: argument)
    }
}

private var accountTable: Table {
    Table(
        .init("person", Phrase("Person", "人员"), .right), .init("account", Phrase("Account", "账号"), .exact),
        .init("name", Phrase("Name", "姓名")), .init("roles", Phrase("Roles", "角色")),
        .init("disabled_ms", Phrase("Disabled", "停用时间")), .init("last_login_ms", Phrase("Last login", "最近登录")),
        .init("must_change_password", Phrase("First password", "初始密码"), .unshown))
}

extension Table {
    fileprivate mutating func add(_ account: StaffAccount) {
        let roles = account.roles.map { grant in
            let role = Phrase(grant.role?.name ?? "?", grant.role?.phrase.zh ?? "?")
            let place = grant.organisation == 0 ? "" : "@\(grant.organisation) \(grant.organisationName)"
            return Phrase(role.en + place, role.zh + place)
        }
        add(
            .init(account.person), .init(account.account), .init(account.name),
            .init(
                Phrase(roles.map(\.en).joined(separator: ", "), roles.map(\.zh).joined(separator: "、")),
                json: .array(roles.map { .string($0.en) })),
            Shown.moment(account.disabledMs), Shown.moment(account.lastLoginMs),
            Shown.flag(account.mustChangePassword))
    }
}

extension Desk {
    fileprivate func showAccount(_ reply: GetAccountReply) throws -> ExitCode {
        var table = accountTable
        if let account = reply.account { table.add(account) }
        try interaction.show(table)
        return .ok
    }

    fileprivate func showFirstPassword(_ password: String, account: String, person: UInt64) throws {
        try interaction.show(
            ["person": JSON(person), "account": .string(account), "initial_password": .string(password)],
            text: "\(person)  \(account)  \(password)")
        interaction.say(
            Phrase(
                "The person's id, the account, its first password; the password is shown once.",
                "依次为人员编号、账号、初始密码；密码只显示一次。"))
    }
}
