import Application
import Domain
import Messages
import Storage

enum KeptName {
    case nothing
    /// Of who has decided on others.
    case name
    /// A register must say whose an entry is.
    case nameAndNumber
}

// ACC-11e: what is forgotten of who closes an account. Ids stay everywhere: facts, credit, decisions and the audit name
// people by them. Text messages, and answers kept for repeated calls, are gone after a day, counts of codes after two.
extension Service {
    /// - Returns: what is kept of who the person was.
    func forget(_ person: UInt64, _ context: WriteContext) throws -> KeptName {
        let isStaff = try isStaff(person, context.transaction)
        try forgetAccount(of: person, context)
        try forgetIdentity(of: person, context)
        try forgetLeave(of: person, context)
        try forgetUploads(of: person, context.transaction)
        try forgetMessages(of: person, context.transaction)
        try forgetApplications(of: person, context)
        if try isRegistered(person, context.transaction) { return .nameAndNumber }
        try forgetNumber(of: person, context.transaction)
        if isStaff { return .name }
        try forgetName(of: person, context.transaction)
        return .nothing
    }

    private func forgetAccount(of person: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        try transaction.execute("DELETE FROM account WHERE person = ?1", person)
        // What they have marked goes on counting.
        try transaction.execute(
            """
            INSERT INTO former_examiner (base, person, until_ms) SELECT DISTINCT organisation, person, ?2
            FROM role_grant WHERE person = ?1 AND role IN (?3, ?4, ?5)
            ON CONFLICT (base, person) DO UPDATE SET until_ms = ?2
            """, person, context.now, Role.examiner.rawValue, Role.baseAdmin.rawValue, Role.examBaseAdmin.rawValue)
        try transaction.execute("DELETE FROM role_grant WHERE person = ?1", person)
        try transaction.execute("DELETE FROM responsible_person WHERE person = ?1", person)
        try transaction.execute("DELETE FROM outside_link WHERE person = ?1", person)
        try transaction.execute("DELETE FROM known_source WHERE person = ?1", person)
        for change in try subjects("SELECT id FROM phone_change WHERE person = ?1 ORDER BY id", person, transaction) {
            try forgetReview(.phoneChange, change, context)
        }
        try transaction.execute("DELETE FROM phone_change WHERE person = ?1", person)
        try transaction.execute(
            """
            DELETE FROM sms_code WHERE phone_hash IN
            (SELECT phone_hash FROM person WHERE id = ?1 AND phone_hash IS NOT NULL)
            """, person)
        try transaction.execute(
            """
            UPDATE person SET phone_sealed = NULL, phone_hash = NULL, phone_bound_ms = 0, unit = '', title = '',
            closed_ms = ?2 WHERE id = ?1
            """, person, context.now)
    }

    /// Decisions were made in their name.
    private func isStaff(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM role_grant WHERE person = ?1", person)
            || snapshot.exists("SELECT 1 FROM responsible_person WHERE person = ?1", person)
    }

    /// A register of training or credit says who took part.
    private func isRegistered(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM award WHERE person = ?1", person)
            || snapshot.exists("SELECT 1 FROM roster WHERE person = ?1", person)
            || wasAdmitted(person, snapshot)
    }

    /// The ids of what somebody submitted for review.
    func subjects(_ sql: SQL, _ person: UInt64, _ snapshot: Snapshot) throws -> [UInt64] {
        try snapshot.all(sql, person) { $0.id(0) }
    }
}
