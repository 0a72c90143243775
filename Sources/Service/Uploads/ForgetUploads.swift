import Application
import Domain
import Messages
import Storage

extension Uploads {
    private static let jobsOfOnePerson = 100
    private static let expiredAtOnce = 20

    /// Deletes expired jobs, a few per call, because each may hold megabytes.
    func expireJobs(_ transaction: Transaction, now: Int64) throws {
        let due = try transaction.all(
            "SELECT id FROM upload_job WHERE finished_ms > 0 AND finished_ms <= ?1 ORDER BY finished_ms, id LIMIT ?2",
            now - JobRecord.keptMs, Self.expiredAtOnce
        ) { $0.id(0) }
        for job in due { try deleteJob(job, transaction) }
    }

    /// Deletes a person's oldest jobs, so that a hundred remain with the next one.
    func dropOldJobs(of person: UInt64, _ transaction: Transaction) throws {
        let latest = try transaction.all(
            "SELECT id FROM upload_job WHERE person = ?1 ORDER BY id DESC LIMIT ?2", person, Self.jobsOfOnePerson
        ) { $0.id(0) }
        guard latest.count == Self.jobsOfOnePerson, let kept = latest.last else { return }
        let old = try transaction.all(
            "SELECT id FROM upload_job WHERE person = ?1 AND id <= ?2 AND finished_ms > 0 ORDER BY id", person, kept
        ) { $0.id(0) }
        for job in old { try deleteJob(job, transaction) }
    }

    /// ACC-11e: deletes a person's jobs. The file of an unfinished job is deleted by its worker.
    func forgetUploads(of person: UInt64, _ transaction: Transaction) throws {
        // Nobody works on these, who would delete their files.
        try transaction.execute(
            """
            DELETE FROM upload_piece WHERE job IN (SELECT id FROM upload_job WHERE person = ?1 AND state = ?2)
            """, person, JobState.arriving.rawValue)
        let jobs = try transaction.all("SELECT id FROM upload_job WHERE person = ?1 ORDER BY id", person) { $0.id(0) }
        for job in jobs { try deleteJob(job, transaction) }
    }

    private func deleteJob(_ job: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM upload_part WHERE job = ?1", job)
        try transaction.execute("DELETE FROM upload_effect WHERE job = ?1", job)
        try transaction.execute(.deleteArrival, job)
        try transaction.execute("DELETE FROM upload_job WHERE id = ?1", job)
    }
}
