import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ACC-11e: forgets which notices a person has read. What was ordered and paid remains: it is the register of money.
    func forgetNotices(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM order_notice_opened WHERE person = ?1", person)
    }

    /// Whether the register of money has entries that name the person.
    func hasBought(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM entitlement WHERE person = ?1", person)
            || snapshot.exists("SELECT 1 FROM course_order WHERE person = ?1", person)
    }
}
