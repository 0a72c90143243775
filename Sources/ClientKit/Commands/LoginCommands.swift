package import Console
import Messages

extension Command {
    /// The login commands of every program for people.
    package static var session: [Command] { [connect, login, logout, whoAmI, password] }

    private static var login: Command {
        let name: Parameter<String> = .argument(
            "NAME", Phrase("account name, phone or ID number", "账号、手机号或身份证号"))
        return Command(
            "login", Phrase("log in, and stay so for a week", "登录，有效期一周"), name, Passwords.file, Passwords.newFile,
            OrganisationLogin.isMeant, OrganisationLogin.person, OrganisationLogin.sendsOnly, OrganisationLogin.code,
            OrganisationLogin.firstName, OrganisationLogin.firstPhone
        ) { arguments, desk in
            if arguments[OrganisationLogin.isMeant] {
                guard let reply = try desk.loginOrganisation(arguments[name], arguments) else { return .ok }
                try desk.home.keep(session: desk.client.session)
                try desk.show(reply)
                return .ok
            }
            let password = try Passwords.current(arguments, desk.interaction)
            var reply: LoginReply
            do throws(ClientError) {
                reply = try desk.client.login(name: arguments[name], password: password)
            } catch {
                throw error.loginFailure(of: arguments[name])
            }
            try desk.home.keep(session: desk.client.session)
            if reply.mustChangePassword {
                desk.interaction.say(Phrase("this is a first password: choose your own", "当前为初始密码，请设置新密码"))
                try desk.changePassword(from: password, to: try Passwords.new(arguments, desk.interaction))
                reply = try desk.call(.accountsWhoAmI, WhoAmIRequest())
            }
            try desk.show(reply)
            return .ok
        }
    }

    private static var logout: Command {
        Command("logout", Phrase("end the session", "退出登录")) { arguments, desk in
            guard try !desk.home.session().isEmpty else { return .ok }
            do throws(ClientError) {
                let _: LogoutReply = try desk.client.call(.accountsLogout, LogoutRequest())
            } catch {
                // The session has expired already, which is the desired result.
                guard case .refused(let failure) = error, failure.code == .sessionExpired else {
                    throw error.commandFailure
                }
            }
            try desk.home.forgetSession()
            return .ok
        }
    }

    private static var whoAmI: Command {
        Command("whoami", Phrase("who is logged in", "查看当前登录账号")) { arguments, desk in
            try desk.show(try desk.call(.accountsWhoAmI, WhoAmIRequest()) as LoginReply)
            return .ok
        }
    }

    private static var password: Command {
        let isOrganisations: Parameter<Bool> = .flag(
            "organisation", Phrase("of the organisation one is logged in for", "修改当前登录机构的密码"))
        return Command(
            "password", Phrase("change the password", "修改密码"), Passwords.file, Passwords.newFile, isOrganisations
        ) { arguments, desk in
            let old = try Passwords.current(arguments, desk.interaction)
            let new = try Passwords.new(arguments, desk.interaction)
            if arguments[isOrganisations] {
                let _: ChangeOrganisationPasswordReply = try desk.call(
                    .accountsChangeOrganisationPassword,
                    ChangeOrganisationPasswordRequest(oldPassword: old, newPassword: new))
            } else {
                try desk.changePassword(from: old, to: new)
            }
            desk.interaction.say(Phrase("changed; other sessions have ended", "密码已修改，其他会话已失效"))
            return .ok
        }
    }
}

extension ClientError {
    /// Says how an organisation logs in, of every name that could be its account's and is no phone or ID number: the server
    /// tells nobody of what kind an account is, or whether there is one.
    fileprivate func loginFailure(of name: String) -> CommandFailure {
        let failure = commandFailure
        guard case .refused(let refusal) = self, refusal.code == .wrongCredentials, name.first?.isLetter == true else {
            return failure
        }
        return CommandFailure(
            failure.exitCode, name: failure.name, failure.message,
            hint: Phrase("an organisation logs in with --organisation", "机构账号须加 --organisation"),
            next: Phrase("login --organisation \(name)"))
    }
}

extension Desk {
    /// Asks again for a new password that is refused.
    fileprivate func changePassword(from old: String, to new: String) throws {
        var request = ChangePasswordRequest(oldPassword: old, newPassword: new)
        let _: ChangePasswordReply = try accepted(
            .accountsChangePassword, &request,
            asking: ["new_password": { [interaction] in $0.newPassword = try Passwords.ask(interaction) }])
    }

    fileprivate func show(_ reply: LoginReply) throws {
        let roles = reply.roles.map { grant in
            let role = Role.written(grant.role.identifier)
            let place = grant.organisation == 0 ? "" : "@\(grant.organisation)"
            return Phrase(role + place, (grant.role?.phrase.zh ?? role) + place)
        }
        let organisations = reply.roles.map(\.organisationName).filter { !$0.isEmpty }
        try interaction.show(
            [
                "person": JSON(reply.person?.id ?? 0), "name": .string(reply.person?.name ?? ""),
                "phone": .string(reply.person?.phone ?? ""), "roles": .array(roles.map { .string($0.en) }),
                "must_change_password": .bool(reply.mustChangePassword), "expires_ms": .integer(reply.expiresMs),
                "phone_bound": .bool(reply.phoneBound), "organisation": JSON(reply.organisation),
                "participant_number": .string(reply.person?.participantNumber ?? ""),
            ],
            text: ([reply.person?.name ?? "", reply.person?.phone ?? ""] + roles.map(interaction.text) + organisations)
                .filter { !$0.isEmpty }.joined(separator: "  "))
        if reply.mustChangePassword {
            let command = "\(interaction.program) password"
            interaction.warn(Phrase("change the first password with: \(command)", "请修改初始密码：\(command)"))
        }
    }
}
