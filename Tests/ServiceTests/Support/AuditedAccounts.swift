import Messages
import Wire

extension World {
    /// A call of every audited method of accounts that somebody makes for themselves, ready to be made in this order.
    func accountCalls() throws -> [(Method, Client, any Message)] {
        let member = try newcomer()
        clock.advance(minutes: 1)
        let old = try code(Newcomer.phone, .oldPhone, member)
        let new = try code(Newcomer.other, .newPhone, member)
        let third = "13911110003"
        let asked = try code("13911110004", .newPhone, member)
        let stranger = server.connect()
        let registered = try code(third, .register, stranger)
        let recovered = try code("13800000001", .recover, stranger)
        let sessions: ListSessionsReply = try member.call(.accountsListSessions, ListSessionsRequest())
        let extra = server.connect()
        try extra.login(Newcomer.phone)
        let both: ListSessionsReply = try member.call(.accountsListSessions, ListSessionsRequest())
        let known = Set(sessions.sessions.map(\.id))
        let revoked = both.sessions.first { !known.contains($0.id) }?.id ?? 0
        return [
            (
                .accountsAskPhoneChange, member,
                AskPhoneChangeRequest(phone: "13911110004", code: asked, reason: "旧号停用")
            ),
            (.accountsChangePhone, member, ChangePhoneRequest(oldCode: old, phone: Newcomer.other, code: new)),
            (.accountsLinkOutside, member, LinkOutsideRequest(provider: "dev", code: try openidCode("openid-1"))),
            (.accountsUnlinkOutside, member, UnlinkOutsideRequest(provider: "dev")),
            (.accountsRevokeSession, member, RevokeSessionRequest(session: revoked)),
            (.accountsListSmsOutbox, try client("admin"), ListSmsOutboxRequest()),
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
