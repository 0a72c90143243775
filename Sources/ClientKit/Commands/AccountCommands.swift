package import Console
import Messages

// ACC-4, ACC-5c, ACC-6b, ACC-11a: commands for one's own account.
extension Command {
    /// The commands of `rollcall` and `rollcall-admin` for one's own account.
    package static var account: [Command] { [sendCode, recover, phone, sessions] }

    private static var sendCode: Command {
        let purpose: Parameter<Choice<SmsPurpose>> = .argument("PURPOSE", Phrase("what it is for", "用途"))
        let phone: Parameter<String?> = .optionalArgument(
            "PHONE", Phrase("where to; your own for old-phone", "手机号；“原手机”发往已绑定的手机"))
        return Command(
            "send-code", Phrase("send a code by text message", "发送短信验证码"), purpose, phone
        ) { arguments, desk in
            try desk.sendCode(arguments[purpose].value, to: arguments[phone] ?? "")
            return .ok
        }
    }

    private static var recover: Command {
        let phone: Parameter<String> = .argument("PHONE", Phrase("the phone of the account", "账号绑定的手机号"))
        return Command(
            "recover", Phrase("a new password, by a code to your phone", "用短信验证码重设密码"), phone, SmsCodeOption.code,
            Passwords.newFile
        ) { arguments, desk in
            let code = try desk.code(arguments[SmsCodeOption.code], .recover, to: arguments[phone], insteadOf: "--code")
            var request = RecoverPasswordRequest(
                phone: arguments[phone], code: code, newPassword: try Passwords.new(arguments, desk.interaction))
            let _: RecoverPasswordReply = try desk.accepted(
                .accountsRecoverPassword, &request,
                asking: [
                    "code": { $0.code = try desk.askCode(.recover, to: $0.phone, insteadOf: "--code") },
                    "new_password": { $0.newPassword = try Passwords.ask(desk.interaction) },
                ])
            desk.interaction.say(Phrase("changed; every session has ended: log in", "密码已重设，所有会话已失效，请重新登录"))
            return .ok
        }
    }

    private static var phone: Command {
        let phone: Parameter<String> = .argument("PHONE", Phrase("the new number", "新手机号"))
        let old: Parameter<String?> = .option(
            "old-code", "CODE", Phrase("the code sent to the old phone", "发往原手机的验证码"))
        let first: Parameter<Bool> = .flag("first", Phrase("no phone is bound yet", "尚未绑定手机"))
        let lost: Parameter<String?> = .option(
            "lost", "REASON",
            Phrase("the old one is out of reach: ask a reviewer, and say why", "原手机已无法使用：申请由审核员更换，并说明原因"))
        return Command(
            "phone", Phrase("bind another phone, by codes to the old and the new", "绑定或更换手机，凭新旧手机验证码"), phone, old,
            SmsCodeOption.code, first, lost
        ) { arguments, desk in
            if let reason = arguments[lost] {
                let code = try desk.code(
                    arguments[SmsCodeOption.code], .newPhone, to: arguments[phone], insteadOf: "--code")
                let reply: AskPhoneChangeReply = try desk.call(
                    .accountsAskPhoneChange,
                    AskPhoneChangeRequest(phone: arguments[phone], code: code, reason: reason))
                try desk.interaction.show(["change": JSON(reply.change)], text: "\(reply.change)")
                desk.interaction.say(Phrase("a reviewer decides", "已提交，等待审核员审核"))
                return .ok
            }
            let oldCode =
                arguments[first] ? "" : try desk.code(arguments[old], .oldPhone, to: "", insteadOf: "--old-code")
            let code = try desk.code(
                arguments[SmsCodeOption.code], .newPhone, to: arguments[phone], insteadOf: "--code")
            let reply: ChangePhoneReply = try desk.call(
                .accountsChangePhone,
                ChangePhoneRequest(oldCode: oldCode, phone: arguments[phone], code: code))
            try desk.interaction.show(["phone": .string(reply.phone)], text: reply.phone)
            return .ok
        }
    }

    private static var sessions: Command {
        Command("sessions", Phrase("where you are logged in", "登录会话"), commands: [listSessions, revokeSession])
    }

    private static var listSessions: Command {
        Command("list", Phrase("the newest first", "会话列表，最新在前")) { _, desk in
            let reply: ListSessionsReply = try desk.call(.accountsListSessions, ListSessionsRequest())
            var table = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("created_ms", Phrase("Logged in", "登录时间")),
                .init("last_used_ms", Phrase("Last used", "最近使用")), .init("address", Phrase("From", "来源")),
                .init("is_this", Phrase("This one", "当前")))
            for session in reply.sessions {
                table.add(
                    .init(session.id), Shown.moment(session.createdMs), Shown.moment(session.lastUsedMs),
                    .init(session.address), Shown.flag(session.isThis))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var revokeSession: Command {
        let id: Parameter<UInt64> = .argument("SESSION", Phrase("its id", "会话编号"))
        return Command("revoke", Phrase("end a session", "使会话失效"), id) { arguments, desk in
            let _: RevokeSessionReply = try desk.call(
                .accountsRevokeSession, RevokeSessionRequest(session: arguments[id]))
            desk.interaction.say(Phrase("ended", "会话已失效"))
            return .ok
        }
    }
}

/// The option for a code from a text message that was received earlier.
package enum SmsCodeOption {
    package static let code: Parameter<String?> = .option(
        "code", "CODE", Phrase("the code, when it was sent before", "已收到的短信验证码"))
}
