import Messages
import Testing
import Wire

// The calls of those responsible for staff accounts.

extension Client {
    func staff(_ find: String = "", of organisation: UInt64 = 0, limit: UInt32 = 0) throws -> [StaffAccount] {
        var found: [StaffAccount] = []
        var after: UInt64 = 0
        repeat {
            let page: ListAccountsReply = try call(
                .accountsListAccounts,
                ListAccountsRequest(find: find, organisation: organisation, after: after, limit: limit))
            found += page.accounts
            after = page.next
        } while after != 0
        return found
    }

    func staffAccount(_ whose: AccountChoice) throws -> StaffAccount {
        let reply: GetAccountReply = try call(.accountsGetAccount, GetAccountRequest(whose: whose))
        return try #require(reply.account)
    }

    @discardableResult
    func grant(_ whose: AccountChoice, _ role: Role, over organisation: UInt64 = 0) throws -> StaffAccount {
        let reply: GetAccountReply = try call(
            .accountsGrantRole,
            GrantRoleRequest(whose: whose, role: RoleGrant(role: role, organisation: organisation)))
        return try #require(reply.account)
    }

    @discardableResult
    func revoke(
        _ whose: AccountChoice, _ role: Role, over organisation: UInt64 = 0, reason: String = "调离"
    ) throws -> StaffAccount {
        let reply: GetAccountReply = try call(
            .accountsRevokeRole,
            RevokeRoleRequest(whose: whose, role: RoleGrant(role: role, organisation: organisation), reason: reason))
        return try #require(reply.account)
    }

    @discardableResult
    func disable(_ whose: AccountChoice, reason: String = "离职") throws -> StaffAccount {
        let reply: GetAccountReply = try call(
            .accountsDisableAccount, DisableAccountRequest(whose: whose, reason: reason))
        return try #require(reply.account)
    }

    @discardableResult
    func enable(_ whose: AccountChoice) throws -> StaffAccount {
        let reply: GetAccountReply = try call(.accountsEnableAccount, EnableAccountRequest(whose: whose))
        return try #require(reply.account)
    }

    /// The new first password.
    func resetPassword(_ whose: AccountChoice) throws -> String {
        let reply: ResetPasswordReply = try call(.accountsResetPassword, ResetPasswordRequest(whose: whose))
        return reply.initialPassword
    }

    func inviteAgain(_ offering: UInt64, _ numbers: [String] = []) throws -> InviteAgainReply {
        try call(.accountsInviteAgain, InviteAgainRequest(offering: offering, numbers: numbers))
    }

    func whoAmI() throws -> LoginReply { try call(.accountsWhoAmI, WhoAmIRequest()) }
}

extension World {
    /// An account that an administrator made, by name.
    @discardableResult
    func employ(_ account: String, _ roles: (Role, UInt64)..., phone: String = "") throws -> UInt64 {
        let reply: CreateAccountReply = try client("admin").call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: account, personName: "职员", phone: phone,
                roles: roles.map { RoleGrant(role: $0.0, organisation: $0.1) }))
        return reply.person
    }
}

extension World {
    /// A call of every audited method of staff accounts, in a possible order.
    func staffCalls() throws -> [(Method, Client, any Message)] {
        let (admin, keeper) = (try client("admin"), try client("keeper"))
        try employ("employee", (.examiner, made.base))
        let whose = AccountChoice(account: "employee")
        let role = RoleGrant(role: .instructor, organisation: made.base)
        return [
            (.accountsGrantRole, keeper, GrantRoleRequest(whose: whose, role: role)),
            (.accountsRevokeRole, keeper, RevokeRoleRequest(whose: whose, role: role, reason: "调离")),
            (.accountsDisableAccount, admin, DisableAccountRequest(whose: whose, reason: "离职")),
            (.accountsEnableAccount, admin, EnableAccountRequest(whose: whose)),
            (.accountsResetPassword, keeper, ResetPasswordRequest(whose: whose)),
            (.accountsInviteAgain, keeper, InviteAgainRequest(offering: made.offering)),
        ]
    }
}
