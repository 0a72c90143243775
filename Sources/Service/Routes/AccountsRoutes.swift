import Application
import Messages

extension Service {
    func route(_ method: AccountsMethod) -> Route {
        switch method {
        case .login:
            .slow(
                line: \.subject.line, load: accounts.loadLogin, work: accounts.checkLogin, commit: accounts.finishLogin)
        case .resumeSession: .checked(accounts.resumeSession)
        case .logout: .write(accounts.logout)
        case .whoAmI: .lookUp(accounts.whoAmI)
        case .changePassword:
            .slow(load: accounts.loadPasswordChange, work: accounts.hashPasswordChange, commit: accounts.changePassword)
        case .createAccount: .write(accounts.createAccount)
        case .invite: .write(accounts.invite)
        case .inviteAgain: .write(accounts.inviteAgain)
        case .listAccounts: .read(accounts.listAccounts)
        case .getAccount: .read(accounts.getAccount)
        case .grantRole: .write(accounts.grantRole)
        case .revokeRole: .write(accounts.revokeRole)
        case .disableAccount: .write(accounts.disableAccount)
        case .enableAccount: .write(accounts.enableAccount)
        case .resetPassword: .write(accounts.resetPassword)
        case .terms: .read(accounts.terms)
        case .getChallenge: .read(accounts.getChallenge)
        case .sendSmsCode:
            .checked(first: { [accounts] in try accounts.checkSolution($0.solution, $1) }, accounts.sendSmsCode)
        case .beginRegistration:
            .checked(first: { [accounts] in try accounts.checkSolution($0.solution, $1) }, accounts.beginRegistration)
        case .register:
            .slow(
                load: accounts.loadRegistration, ask: accounts.askAboutRegistration, work: accounts.hashRegistration,
                commit: accounts.register)
        case .recoverPassword:
            .slow(load: accounts.loadRecovery, work: accounts.hashRecovery, commit: accounts.recoverPassword)
        case .listSessions: .read(sessions.listSessions)
        case .revokeSession: .write(sessions.revokeSession)
        case .changePhone: .write(accounts.changePhone)
        case .askPhoneChange: .write(accounts.askPhoneChange)
        case .linkOutside:
            .slow(in: .gateways, load: accounts.loadLink, work: accounts.askProvider, commit: accounts.linkOutside)
        case .unlinkOutside: .write(accounts.unlinkOutside)
        case .listLinks: .read(accounts.listLinks)
        case .loginOutside:
            .slow(
                in: .gateways, load: accounts.loadOutsideLogin, work: accounts.askProvider,
                commit: accounts.loginOutside)
        case .closeAccount:
            .slow(load: forgetting.loadClosing, work: forgetting.checkClosing, commit: closeAccount)
        case .listSmsOutbox: .recorded(accounts.listSmsOutbox)
        case .listAudit: .read(accounts.listAudit)
        case .createOrganisationAccount: .write(accounts.createOrganisationAccount)
        case .openOrganisationLogin:
            .slow(
                line: \.subject.line, load: accounts.loadOrganisationLogin, work: accounts.checkOrganisationLogin,
                commit: accounts.openOrganisationLogin)
        case .addFirstResponsible:
            .checked(
                first: { [accounts] in _ = try accounts.organisationAccount(ticket: $0.ticket, $1.snapshot, now: $1.now)
                },
                accounts.addFirstResponsible)
        case .sendOrganisationCode:
            .checked(
                first: { [accounts] in try accounts.checkSolution($0.solution, $1) }, accounts.sendOrganisationCode)
        case .finishOrganisationLogin:
            .slow(
                load: accounts.loadOrganisationFinish, work: accounts.hashOrganisationFinish,
                commit: accounts.finishOrganisationLogin)
        case .listResponsible: .read(accounts.listResponsible)
        case .addResponsible: .write(accounts.addResponsible)
        case .removeResponsible: .write(accounts.removeResponsible)
        case .changeResponsible: .write(accounts.changeResponsible)
        case .changeOrganisationPassword:
            .slow(
                load: accounts.loadOrganisationPassword, work: accounts.hashOrganisationPassword,
                commit: accounts.changeOrganisationPassword)
        }
    }
}
