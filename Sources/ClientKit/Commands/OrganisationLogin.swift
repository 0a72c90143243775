import Console
import Domain
import Messages

// ACC-7: logging in for an organisation, with its password and a code sent to one of its responsible people.
enum OrganisationLogin {
    static let isMeant: Parameter<Bool> = .flag(
        "organisation", Phrase("for an organisation, with its account", "以机构账号登录"))
    static let person: Parameter<String?> = .option(
        "person", "PERSON", Phrase("the responsible person who logs in, by id or name", "登录的负责人，编号或姓名"))
    static let sendsOnly: Parameter<Bool> = .flag("send-code", Phrase("only send the code", "仅发送验证码"))
    static let code: Parameter<String?> = .option(
        "code", "CODE", Phrase("that was sent before", "此前收到的短信验证码"))
    static let firstName: Parameter<String?> = .option(
        "person-name", "NAME", Phrase("of the first responsible person", "首位负责人姓名"))
    static let firstPhone: Parameter<String?> = .option(
        "person-phone", "NUMBER", Phrase("of the first responsible person", "首位负责人手机号"))
}

extension Desk {
    /// - Returns: nil if only the code was sent.
    func loginOrganisation(_ name: String, _ arguments: Arguments) throws -> LoginReply? {
        let opened = try open(name, try Passwords.current(arguments, interaction))
        interaction.say(Phrase(opened.organisationName))
        let people = try opened.mustAddPerson ? [first(opened, arguments)] : opened.people
        let person = try choose(people, arguments)
        if arguments[OrganisationLogin.sendsOnly] {
            try send(opened.ticket, person)
            return nil
        }
        var request = FinishOrganisationLoginRequest(ticket: opened.ticket, person: person.person)
        if let code = arguments[OrganisationLogin.code] {
            request.code = code
        } else {
            try send(opened.ticket, person)
            request.code = try askCode(opened.ticket, person)
        }
        if opened.mustChangePassword {
            interaction.say(Phrase("this is a first password: choose the organisation's own", "当前为初始密码，请为机构设置新密码"))
            request.newPassword = try Passwords.new(arguments, interaction)
        }
        return try accepted(
            &request,
            asking: [
                "code": { $0.code = try self.askCode(opened.ticket, person) },
                "new_password": { $0.newPassword = try Passwords.ask(self.interaction) },
            ]
        ) { request throws(ClientError) in try client.finishOrganisationLogin(request) }
    }

    private func askCode(_ ticket: [UInt8], _ person: Responsible) throws -> String {
        try askCode(sentTo: person.phone, insteadOf: "--code") { try send(ticket, person) }
    }

    private func open(_ name: String, _ password: String) throws -> OpenOrganisationLoginReply {
        do throws(ClientError) {
            return try client.openOrganisationLogin(name: name, password: password)
        } catch {
            throw error.commandFailure
        }
    }

    private func first(_ opened: OpenOrganisationLoginReply, _ arguments: Arguments) throws -> Responsible {
        interaction.say(Phrase("nobody is responsible yet: add the first person", "尚无负责人，请先添加一名负责人"))
        let name =
            try arguments[OrganisationLogin.firstName]
            ?? interaction.ask(Phrase("Name", "姓名"), insteadOf: "--person-name")
        let phone =
            try arguments[OrganisationLogin.firstPhone]
            ?? interaction.ask(Phrase("Mobile number", "手机号"), insteadOf: "--person-phone")
        var request = AddFirstResponsibleRequest(ticket: opened.ticket, name: name, phone: phone)
        let reply: AddFirstResponsibleReply = try accepted(
            .accountsAddFirstResponsible, &request,
            asking: [
                "name": { [interaction] in
                    $0.name = try interaction.askText(Phrase("Name", "姓名"), insteadOf: "--person-name")
                },
                "phone": { [interaction] in
                    $0.phone = try interaction.askText(Phrase("Mobile number", "手机号"), insteadOf: "--person-phone")
                },
            ])
        return reply.responsible ?? Responsible()
    }

    private func choose(_ people: [Responsible], _ arguments: Arguments) throws -> Responsible {
        if let text = arguments[OrganisationLogin.person] {
            let named = people.filter { String($0.person) == text || ComparedName($0.name) == ComparedName(text) }
            guard named.count == 1 else {
                throw CommandFailure(
                    .usage, name: "not_responsible",
                    named.isEmpty
                        ? Phrase("\(text) is not responsible for it", "\(text) 不是该机构的负责人")
                        : Phrase("more than one is called \(text): give the id", "名为“\(text)”的负责人不止一人，请给出编号"))
            }
            return named[0]
        }
        if people.count == 1 { return people[0] }
        let index = try interaction.choose(
            Phrase("Who logs in", "选择登录的负责人"),
            people.map { ("\($0.person)", Phrase("\($0.name)  \($0.phone)")) }, insteadOf: "--person")
        return people[index]
    }

    private func send(_ ticket: [UInt8], _ person: Responsible) throws {
        do throws(ClientError) {
            try saySent { () throws(ClientError) in
                try client.sendOrganisationCode(ticket: ticket, person: person.person)
            }
        } catch {
            throw error.commandFailure
        }
    }
}

extension Client {
    fileprivate func openOrganisationLogin(
        name: String, password: String
    ) throws(ClientError) -> OpenOrganisationLoginReply {
        session = []
        return try call(
            .accountsOpenOrganisationLogin,
            OpenOrganisationLoginRequest(name: name, password: password, solution: try solved()))
    }

    fileprivate func sendOrganisationCode(
        ticket: [UInt8], person: UInt64
    ) throws(ClientError) -> SendSmsCodeReply {
        try call(
            .accountsSendOrganisationCode,
            SendOrganisationCodeRequest(ticket: ticket, person: person, solution: try solved()))
    }

    fileprivate func finishOrganisationLogin(
        _ request: FinishOrganisationLoginRequest
    ) throws(ClientError) -> LoginReply {
        try keep(call(.accountsFinishOrganisationLogin, request))
    }
}
