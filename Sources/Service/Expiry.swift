import Application
import Domain
package import Storage
import Threads

extension Service {
    /// Deletes expired rows, so that failures cannot fill a table. Call periodically.
    package func expire(_ transaction: Transaction, now: Int64) throws {
        try transaction.execute("DELETE FROM session WHERE expires_ms <= ?1", now)
        try transaction.execute("DELETE FROM spent_once WHERE expires_ms <= ?1", now)
        try transaction.execute("DELETE FROM sms_code WHERE sent_ms <= ?1", now - SmsCode.lifeMs)
        let today = ZoneRule.china.day(of: Instant(now))
        try transaction.execute("DELETE FROM sms_count WHERE day < ?1", today.adding(-1).number)
        try transaction.execute("DELETE FROM sms_source WHERE used_until_ms <= ?1", now)
        try outbox.expire(transaction, now: now)
        try transaction.execute("DELETE FROM login_failure WHERE last_ms <= ?1", now - LoginThrottle.lockMs)
        try transaction.execute("DELETE FROM login_budget WHERE used_until_ms <= ?1", now)
        try uploads.expireJobs(transaction, now: now)
        try transaction.execute("DELETE FROM known_source WHERE last_ms <= ?1", now - KnownSource.lifeMs)
        // If the transaction is rolled back, the next round reads the batches again.
        let behind = try journal.readDeferred(behind: lastDeferred.withLock { $0 }, transaction)
        lastDeferred.withLock { $0 = behind }
    }
}
