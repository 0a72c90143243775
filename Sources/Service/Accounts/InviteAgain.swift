import Application
import Domain
import Messages
import Storage

/// Somebody on a roster, as far as an invitation goes.
struct InvitedTrainee {
    let person: UInt64
    let number: String
    let name: String
    /// Nil for a trainee without one.
    let account: String?
    let mustChange: Bool
}

extension Accounts {
    /// The trainees of an offering with these numbers, or all.
    /// - Throws: `notOnRoster` with the position of a number that nobody has, for the text may be a phone.
    func invitedRoster(_ offering: UInt64, _ numbers: [String], _ context: WriteContext) throws -> [InvitedTrainee] {
        let offering = try OfferingRecord(offering, context.transaction)
        try context.call.requireAuthority(over: offering, context.transaction)
        let wanted = Set(numbers)
        let rows = try context.transaction.all(
            """
            SELECT r.person, r.number, p.name, a.name, a.must_change FROM roster r JOIN person p ON p.id = r.person
            LEFT JOIN account a ON a.person = r.person WHERE r.offering = ?1 ORDER BY r.person
            """, offering.id
        ) {
            InvitedTrainee(
                person: $0.id(0), number: $0.text(1), name: $0.text(2), account: $0.textOrNil(3),
                mustChange: !$0.isNull(4) && $0.bool(4))
        }
        let known = Set(rows.map(\.number))
        if let missing = numbers.firstIndex(where: { !known.contains($0) }) {
            throw Refusal(.notOnRoster, field: "numbers \(missing + 1)")
        }
        return wanted.isEmpty ? rows : rows.filter { wanted.contains($0.number) }
    }

    /// ACC-12e: makes new first passwords for an offering's trainees, because the earlier ones were lost. Trainees who have
    /// replaced theirs are left out; those of them who were named are listed with the reason.
    func inviteAgain(_ request: InviteAgainRequest, _ context: WriteContext) throws -> InviteAgainReply {
        let roster = try invitedRoster(request.offering, request.numbers, context)
        var reply = InviteAgainReply()
        for trainee in roster {
            if let refusal = try refusal(ofAgain: trainee, context.transaction) {
                guard !request.numbers.isEmpty else { continue }
                let failure = refusal.message(locale: context.call.options.locale)
                reply.refused.append(NotInvited(number: trainee.number, failure: failure))
                continue
            }
            let password = try people.initialPassword(context)
            try Self.setFirstPassword(password.record, of: trainee.person, context.transaction)
            try sessions.endSessions(of: trainee.person, context)
            reply.invitations.append(
                Invitation(
                    number: trainee.number, personName: trainee.name, account: trainee.account ?? "",
                    initialPassword: password.text))
        }
        context.auditDetail = "\(reply.invitations.count) first passwords again of offering \(request.offering)"
        return reply
    }

    /// The reason that a trainee gets no new first password; nil for one who does.
    private func refusal(ofAgain trainee: InvitedTrainee, _ snapshot: Snapshot) throws -> Refusal? {
        guard trainee.account != nil else {
            return Refusal(.wrongState, Phrase("has no account yet: invite without --again", "尚无账号：请不加 --again 邀请"))
        }
        guard trainee.mustChange else {
            return Refusal(
                .wrongState,
                Phrase(
                    "has chosen a password; a lost one is recovered by phone: rollcall recover PHONE",
                    "已设置密码；忘记密码可凭手机号找回：rollcall recover 手机号"))
        }
        // Whoever may invite is not therefore responsible for staff who learn here too.
        guard try !isStaff(trainee.person, snapshot) else {
            return Refusal(
                .notAllowed,
                Phrase(
                    "has a role: rollcall-admin accounts reset-password ACCOUNT gives a new one",
                    "该人员有管理角色：请用 rollcall-admin accounts reset-password 账号"))
        }
        return nil
    }
}
