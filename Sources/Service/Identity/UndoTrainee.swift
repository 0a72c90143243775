import Application
import Domain
import Messages
import Storage

/// The rows that adding a trainee has made.
struct MadeTrainee {
    let person: UInt64
    let isNew: Bool
    let hasNewAccount: Bool
    /// The id of the membership that was asked for; 0 for none.
    let membership: UInt64
}

extension Identities {
    /// ACC-9a: takes back what adding a trainee has made, while nobody has used it: the membership is still asked for, nobody has
    /// logged in, and nothing else names the person.
    /// - Throws: ``Refusal`` `wrongState`.
    func undoTrainee(_ made: MadeTrainee, unit: UInt64, _ context: WriteContext) throws {
        let (transaction, person) = (context.transaction, made.person)
        if made.membership != 0, let known = try MembershipRecord(unit: unit, person: person, transaction),
            known.id == made.membership
        {
            guard known.state == .asked else {
                throw Refusal(
                    .wrongState, field: "job", "the unit has decided about this membership", zh: "单位已对此人员作出决定")
            }
            try reviews.forgetReview(.membership, known.id, context)
            try transaction.execute("DELETE FROM membership WHERE unit = ?1 AND person = ?2", unit, person)
        }
        guard made.isNew || made.hasNewAccount else { return }
        if let reason = try use(of: person, transaction) { throw Refusal(.wrongState, field: "job", reason) }
        if made.hasNewAccount {
            let mustChange = try transaction.first("SELECT must_change FROM account WHERE person = ?1", person) {
                $0.bool(0)
            }
            guard mustChange != false else {
                throw Refusal(.wrongState, field: "job", "somebody uses this account", zh: "该账号已被使用")
            }
            try sessions.endSessions(of: person, context)
            try transaction.execute(.deleteAccount, person)
        }
        if made.isNew {
            try notices.forgetMessages(of: person, transaction)
            try transaction.execute("DELETE FROM person WHERE id = ?1", person)
        }
    }

    /// Returns what else names a person, in words; nil for nothing.
    private func use(of person: UInt64, _ snapshot: Snapshot) throws -> Phrase? {
        if try snapshot.exists(.personIsOnAnyRoster, person) {
            return Phrase("this person is on a roster", "此人已在名单中")
        }
        if try snapshot.exists("SELECT 1 FROM membership WHERE person = ?1", person) {
            return Phrase("this person belongs to another unit too", "此人还属于其他单位")
        }
        let isNamed = try snapshot.exists(
            """
            SELECT 1 FROM role_grant WHERE person = ?1
            UNION ALL SELECT 1 FROM responsible_person WHERE person = ?1
            UNION ALL SELECT 1 FROM certificate WHERE person = ?1
            UNION ALL SELECT 1 FROM award WHERE person = ?1
            UNION ALL SELECT 1 FROM entitlement WHERE person = ?1
            UNION ALL SELECT 1 FROM application WHERE person = ?1
            UNION ALL SELECT 1 FROM instructor WHERE person = ?1
            UNION ALL SELECT 1 FROM exam_examiner WHERE person = ?1
            UNION ALL SELECT 1 FROM walk_in WHERE person = ?1
            UNION ALL SELECT 1 FROM person_alias WHERE joined = ?1
            UNION ALL SELECT 1 FROM person_alias WHERE kept = ?1
            UNION ALL SELECT 1 FROM roster_change WHERE person = ?1
            UNION ALL SELECT 1 FROM identity_claim WHERE person = ?1
            """, person)
        return isNamed ? Phrase("other records name this person", "此人已有其他记录") : nil
    }
}
