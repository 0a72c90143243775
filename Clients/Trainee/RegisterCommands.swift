import ClientKit
import Console
import Messages

extension Command {
    /// ACC-1, ACC-11d: registers an account.
    static var register: Command {
        let byPhone: Parameter<Bool> = .flag(
            "by-phone", Phrase("with a phone alone; verify your identity later", "仅用手机注册，稍后实名认证"))
        let name: Parameter<String?> = .option("name", "NAME", Phrase("your name", "姓名"))
        let account: Parameter<String?> = .option("account", "NAME", Phrase("account name: a–z 0–9 . _ -", "账号"))
        let phone: Parameter<String?> = .option("phone", "NUMBER", Phrase("mobile number", "手机号"))
        let agree: Parameter<Bool> = .flag("agree", Phrase("to the privacy text", "同意隐私政策"))
        return Command(
            "register", Phrase("make an account; asks for what is not given", "注册账号；未给出的内容会询问"), byPhone, name, account,
            phone, SmsCodeOption.code, agree, Passwords.newFile
        ) { arguments, desk in
            let interaction = desk.interaction
            let terms: TermsReply = try desk.call(.accountsTerms, TermsRequest())
            if !arguments[agree] {
                let place = terms.privacyAddress.isEmpty ? "" : " (\(terms.privacyAddress))"
                let question = Phrase(
                    "Do you agree to privacy text \(terms.privacyVersion)\(place)?",
                    "是否同意隐私政策 \(terms.privacyVersion)\(place)？")
                guard try interaction.confirm(question, insteadOf: "--agree") else {
                    throw CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))
                }
            }
            var request = RegisterRequest(privacyVersion: terms.privacyVersion)
            if !arguments[byPhone] {
                request.ticket = try desk.ticket(name: arguments[name])
                request.account =
                    try arguments[account] ?? interaction.ask(Phrase("Account", "账号"), insteadOf: "--account")
            } else {
                request.account = arguments[account] ?? ""
            }
            request.password = try Passwords.new(arguments, interaction)
            request.phone = try desk.phone(arguments[phone], isSent: arguments[SmsCodeOption.code] != nil)
            request.code =
                try arguments[SmsCodeOption.code]
                ?? desk.askCode(.register, to: request.phone, insteadOf: "--code")
            let reply: RegisterReply = try desk.accepted(
                .accountsRegister, &request,
                asking: [
                    "account": {
                        $0.account = try interaction.askText(Phrase("Account", "账号"), insteadOf: "--account")
                    },
                    "password": { $0.password = try Passwords.ask(interaction) },
                    "phone": {
                        $0.phone = try desk.phone(nil, isSent: false)
                        $0.code = try desk.askCode(.register, to: $0.phone, insteadOf: "--code")
                    },
                    "code": { $0.code = try desk.askCode(.register, to: $0.phone, insteadOf: "--code") },
                ])
            try interaction.show(
                ["person": JSON(reply.person), "account": .string(reply.account)], text: reply.account)
            interaction.say(Phrase("registered: log in with your phone or account", "注册成功，请用手机号或账号登录"))
            return .ok
        }
    }

    /// ACC-11e: closes the account.
    static var closeAccount: Command {
        let yes: Parameter<Bool> = .flag("yes", Phrase("without asking", "不再询问"))
        return Command(
            "close-account", Phrase("close your account; your credits stay", "注销账号，学分保留"), Passwords.file, yes
        ) { arguments, desk in
            let password = try Passwords.current(arguments, desk.interaction)
            let question = Phrase("Close your account for good?", "确定永久注销账号吗？")
            guard try arguments[yes] || desk.interaction.confirm(question, insteadOf: "--yes") else {
                throw CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))
            }
            let _: CloseAccountReply = try desk.call(
                .accountsCloseAccount, CloseAccountRequest(password: password))
            try desk.home.forgetSession()
            desk.interaction.say(Phrase("closed", "账号已注销"))
            return .ok
        }
    }
}

extension Desk {
    /// Makes the first step: submits name and ID number for the check.
    fileprivate func ticket(name: String?) throws -> [UInt8] {
        let askName = { [interaction] in try interaction.ask(Phrase("Name", "姓名"), insteadOf: "--name") }
        // Not an option, because every user of the machine can read a command line.
        let askNumber = { [interaction] in
            try interaction.ask(Phrase("ID number", "身份证号"), insteadOf: nil)
        }
        var request = BeginRegistrationRequest(personName: try name ?? askName(), idNumber: try askNumber())
        let reply: BeginRegistrationReply = try accepted(
            &request,
            asking: [
                "person_name": { $0.personName = try askName() }, "id_number": { $0.idNumber = try askNumber() },
            ]
        ) { request throws(ClientError) in
            var request = request
            request.solution = try client.solved()
            return try client.call(.accountsBeginRegistration, request)
        }
        return reply.ticket
    }

    /// Returns the phone, or asks for it, and sends a code to it.
    /// - Parameter isSent: true for a phone that has a code already.
    fileprivate func phone(_ given: String?, isSent: Bool) throws -> String {
        let ask = { [interaction] in try interaction.ask(Phrase("Phone", "手机号"), insteadOf: "--phone") }
        var request = SendSmsCodeRequest(phone: try given ?? ask())
        guard !isSent else { return request.phone }
        try accepted(&request, asking: ["phone": { $0.phone = try ask() }]) { request throws(ClientError) in
            try saySent { () throws(ClientError) in try client.sendCode(.register, to: request.phone) }
        }
        return request.phone
    }
}
