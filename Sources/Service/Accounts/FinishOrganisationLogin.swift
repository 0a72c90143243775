import Application
import Crypto
import Domain
import Messages
import Storage

extension Accounts {
    struct OrganisationFinish: Sendable {
        let request: FinishOrganisationLoginRequest
        let account: OrganisationAccount
        let salt: [UInt8]
        let isCodeRight: Bool
        /// The record of the new password; nil if none was asked for, or the code was wrong.
        var record: [UInt8]?
    }

    /// ACC-7b, second step: sends a code, valid for this organisation only, to the phone of the chosen person.
    func sendOrganisationCode(
        _ request: SendOrganisationCodeRequest, _ context: WriteContext
    ) throws -> SendSmsCodeReply {
        try spend(request.solution, context)
        let account = try organisationAccount(ticket: request.ticket, context.transaction, now: context.now)
        let phone = try phone(ofResponsible: request.person, for: account.organisation, context.transaction)
        return try sendSmsCode(to: phone, for: .organisationLogin, of: account.organisation, context)
    }

    func loadOrganisationFinish(
        _ request: FinishOrganisationLoginRequest, _ context: ReadContext
    ) throws -> OrganisationFinish {
        let account = try organisationAccount(ticket: request.ticket, context.snapshot, now: context.now)
        let phone = try phone(ofResponsible: request.person, for: account.organisation, context.snapshot)
        if account.mustChange {
            guard !request.newPassword.isEmpty else { throw Refusal(.passwordChangeRequired, field: "new_password") }
            try Password.check(request.newPassword, known: [account.name, account.organisationName, phone.text])
        } else if !request.newPassword.isEmpty {
            throw Refusal(
                .invalid, field: "new_password", Phrase("only instead of a first password", "仅首次登录时设置新密码"))
        }
        let isCodeRight = try isRight(
            code: request.code, from: phone, for: .organisationLogin, of: account.organisation, context.snapshot,
            now: context.now)
        return OrganisationFinish(
            request: request, account: account, salt: context.random(PasswordHash.saltSize), isCodeRight: isCodeRight)
    }

    func hashOrganisationFinish(_ finish: OrganisationFinish) throws -> OrganisationFinish {
        guard finish.isCodeRight, finish.account.mustChange else { return finish }
        let password = Array(finish.request.newPassword.utf8)
        guard try !PasswordHash(record: finish.account.password).matches(password) else {
            throw Refusal(
                .weakPassword, field: "new_password", Phrase("the same as the old one", "新密码不能与旧密码相同"))
        }
        var finish = finish
        finish.record = try PasswordHash(password: password, salt: finish.salt).record
        return finish
    }

    func finishOrganisationLogin(_ finish: OrganisationFinish, _ context: WriteContext) throws -> LoginReply {
        let transaction = context.transaction
        let account = try organisationAccount(ticket: finish.request.ticket, transaction, now: context.now)
        let (organisation, person) = (account.organisation, finish.request.person)
        let phone = try phone(ofResponsible: person, for: organisation, transaction)
        context.auditDetail = "person \(person) for organisation \(organisation)"
        if let refused = try refusal(
            ofCode: finish.request.code, from: phone, for: .organisationLogin, of: organisation, context)
        {
            context.refuseAfterCommit(refused)
            return LoginReply()
        }
        guard finish.isCodeRight, (finish.record != nil) == account.mustChange else { throw Refusal(.staleContext) }
        if let record = finish.record {
            try transaction.execute(.setOrganisationPassword, organisation, record, false)
            try sessions.endSessions(for: organisation, context)
            context.auditDetail += ", password chosen"
        }
        // The code proves the phone, whether it was proven before or not.
        if try boundPhone(of: person, transaction) == nil { try bind(phone, to: person, context) }
        return try openSession(
            for: SessionHolder(person: person, organisation: organisation, mustChange: false), context)
    }
}
