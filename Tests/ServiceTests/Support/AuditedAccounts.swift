import Messages
import Wire

extension World {
    /// Calls every audited method of an organisation's login.
    private func officeCalls() throws -> [(Method, Client, any Message)] {
        let (base, unit) = (made.base, try client("admin").organisation(.unit, "负责单位"))
        let office = try office(base, "base-one").client
        let other = try office.addResponsible(base, Office.otherName, Office.otherPhone)
        let stranger = server.connect()
        let ticket = try stranger.open("base-one", Office.password).ticket
        let code = try code(ticket, other, stranger)
        let unitTicket = try stranger.open("unit-one", organisationAccount(unit, "unit-one")).ticket
        return [
            (
                .accountsCreateOrganisationAccount, try client("admin"),
                CreateOrganisationAccountRequest(organisation: made.otherBase, name: "base-two")
            ),
            (
                .accountsAddFirstResponsible, stranger,
                AddFirstResponsibleRequest(ticket: unitTicket, name: Office.name, phone: Office.phone)
            ),
            (
                .accountsFinishOrganisationLogin, server.connect(),
                FinishOrganisationLoginRequest(ticket: ticket, person: other, code: code)
            ),
            (
                .accountsAddResponsible, office,
                AddResponsibleRequest(organisation: base, name: "吴主任", phone: "13922220003")
            ),
            (
                .accountsChangeResponsible, office,
                ChangeResponsibleRequest(organisation: base, person: other, name: "陈主人")
            ),
            (
                .accountsRemoveResponsible, office,
                RemoveResponsibleRequest(organisation: base, person: other)
            ),
            (
                .accountsChangeOrganisationPassword, office,
                ChangeOrganisationPasswordRequest(oldPassword: Office.password, newPassword: Office.otherPassword)
            ),
        ]
    }

    /// A call of every audited method of accounts for oneself, in a possible order.
    func accountCalls() throws -> [(Method, Client, any Message)] {
        let member = try newcomer()
        clock.advance(minutes: 1)
        let old = try code(Newcomer.phone, .oldPhone, member)
        let new = try code(Newcomer.other, .newPhone, member)
        let third = "13911110003"
        let asked = try code("13911110004", .newPhone, member)
        let entries: ListOutboxEntriesReply = try client("admin").call(.outboxListEntries, ListOutboxEntriesRequest())
        let stranger = server.connect()
        let registered = try code(third, .register, stranger)
        let recovered = try code("13800000001", .recover, stranger)
        let sessions: ListSessionsReply = try member.call(.accountsListSessions, ListSessionsRequest())
        let extra = server.connect()
        try extra.login(Newcomer.phone)
        let both: ListSessionsReply = try member.call(.accountsListSessions, ListSessionsRequest())
        let known = Set(sessions.sessions.map(\.id))
        let revoked = both.sessions.first { !known.contains($0.id) }?.id ?? 0
        return try officeCalls() + staffCalls() + [
            (
                .accountsAskPhoneChange, member,
                AskPhoneChangeRequest(phone: "13911110004", code: asked, reason: "旧号停用")
            ),
            (.accountsChangePhone, member, ChangePhoneRequest(oldCode: old, phone: Newcomer.other, code: new)),
            (.accountsLinkOutside, member, LinkOutsideRequest(provider: "dev", code: try openidCode("openid-1"))),
            (.accountsUnlinkOutside, member, UnlinkOutsideRequest(provider: "dev")),
            (.accountsRevokeSession, member, RevokeSessionRequest(session: revoked)),
            (.accountsListSmsOutbox, try client("admin"), ListSmsOutboxRequest()),
            (.outboxRetryEntry, try client("admin"), RetryOutboxEntryRequest(entry: entries.entries[0].id)),
            (
                .outboxDropEntry, try client("admin"),
                DropOutboxEntryRequest(entry: entries.entries[1].id, reason: "写错号码")
            ),
            (
                .accountsRegister, stranger,
                RegisterRequest(
                    password: Newcomer.password, phone: third, code: registered, privacyVersion: "2026-10")
            ),
            (
                .accountsRecoverPassword, stranger,
                RecoverPasswordRequest(phone: "13800000001", code: recovered, newPassword: "meadow-lark-55")
            ),
            (.accountsCloseAccount, member, CloseAccountRequest(password: Newcomer.password)),
        ]
    }
}
