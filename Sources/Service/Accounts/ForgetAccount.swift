import Application
import Domain
import Messages
import Storage

extension Accounts {
    /// ACC-11e: deletes the account with its roles, links and codes. Marks that its person gave still count.
    func forgetAccount(of person: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        try transaction.execute(.deleteAccount, person)
        try transaction.execute(
            """
            INSERT INTO former_examiner (base, person, until_ms) SELECT DISTINCT organisation, person, CAST(?2 AS BIGINT)
            FROM role_grant WHERE person = ?1 AND role IN (?3, ?4, ?5)
            ON CONFLICT (base, person) DO UPDATE SET until_ms = ?2
            """, person, context.now, Role.examiner.rawValue, Role.baseAdmin.rawValue, Role.examBaseAdmin.rawValue)
        let bases = try transaction.all(
            "SELECT DISTINCT organisation FROM role_grant WHERE person = ?1 ORDER BY organisation", person
        ) { $0.id(0) }
        try transaction.execute("DELETE FROM role_grant WHERE person = ?1", person)
        for base in bases { try terminals.publishExaminers(of: base, context) }
        try transaction.execute(.deleteResponsiblePerson, person)
        try transaction.execute("DELETE FROM outside_link WHERE person = ?1", person)
        try transaction.execute("DELETE FROM known_source WHERE person = ?1", person)
        for change in try transaction.all(
            "SELECT id FROM phone_change WHERE person = ?1 ORDER BY id", person, body: { $0.id(0) })
        {
            try reviews.forgetReview(.phoneChange, change, context)
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

    /// Returns whether decisions were made in the person's name.
    func isStaff(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM role_grant WHERE person = ?1", person)
            || snapshot.exists("SELECT 1 FROM responsible_person WHERE person = ?1", person)
    }
}
