import Application
import Crypto
import Domain
import Messages
import Storage

// BAT-3f: a file that comes in calls of its own, each of which is durable before it is answered.
extension Uploads {
    private static let largest = 256 << 20
    private static let longestPiece = 60 << 10
    /// The most bytes of unfinished files of everybody.
    private static let mostInAll = 2 << 30
    static let arrivalMs: Int64 = 86_400_000

    func openUpload(_ request: UploadRequest, _ exchange: Exchange) throws -> any CallStream {
        JobCommand(request, exchange) { [self] context in try open(request, context) }
    }

    private func open(_ request: UploadRequest, _ context: WriteContext) throws -> OpenUploadReply {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        let (format, transaction) = (format(of: kind), context.transaction)
        guard context.call.caller.holds(anyOf: format.roles) else { throw Refusal(.notAllowed) }
        _ = try FilePromise(size: request.size, digest: request.digest, limit: Self.largest)
        guard request.size > 0, request.digest.count == Digest.size else { throw Refusal(.invalid, field: "size") }
        try format.check(request.target, context.call, transaction)
        let person = try context.call.person().id
        if let known = try unfinished(request, kind, of: person, transaction) {
            context.auditDetail = "job \(known.job): \(kind) \(request.target), \(known.received) bytes"
            return known
        }
        let held =
            try transaction.first("SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM upload_arrival") { $0.int(0) }
            ?? 0
        guard jobs.hasRoom(for: person), held + Int(request.size) <= Self.mostInAll else { throw Self.noRoom }
        let id = try transaction.newID()
        let record = try record(id, kind, request, .arriving, context)
        try transaction.execute(
            "INSERT INTO upload_arrival (job, size, digest, received) VALUES (?1, ?2, ?3, 0)", id, request.size,
            request.digest)
        context.auditDetail = "job \(id): \(kind) \(request.target), \(request.size) bytes"
        context.afterCommit { [jobs] in
            jobs.add(id, of: person, revision: record.revision, arrivesUntilMs: record.createdMs + Self.arrivalMs)
        }
        return OpenUploadReply(job: id, received: 0)
    }

    /// Returns the caller's unfinished job of the same file and purpose.
    private func unfinished(
        _ request: UploadRequest, _ kind: UploadKind, of person: UInt64, _ snapshot: Snapshot
    ) throws -> OpenUploadReply? {
        try snapshot.first(
            """
            SELECT j.id, a.received FROM upload_job j JOIN upload_arrival a ON a.job = j.id WHERE j.person = ?1
            AND j.finished_ms = 0 AND j.kind = ?2 AND j.target = ?3 AND j.dry_run = ?4 AND j.all_or_nothing = ?5
            AND a.size = ?6 AND a.digest = ?7 ORDER BY j.id LIMIT 1
            """, person, kind.rawValue, request.target, request.dryRun, request.allOrNothing, request.size,
            request.digest
        ) { OpenUploadReply(job: $0.id(0), received: $0.id(1)) }
    }

    func sendUpload(_ request: SendUploadRequest, _ exchange: Exchange) throws -> any CallStream {
        guard 1...Self.longestPiece ~= request.bytes.count else { throw Refusal(.invalid, field: "bytes") }
        return JobCommand(request, exchange) { [self] context in try receive(request, exchange.application, context) }
    }

    private func receive(
        _ request: SendUploadRequest, _ application: Application, _ context: WriteContext
    ) throws -> SendUploadReply {
        let transaction = context.transaction
        guard var job = try JobRecord.find(request.job, transaction), job.person == (try context.call.person().id)
        else {
            throw Refusal(.notFound, field: "job")
        }
        let arrival = try transaction.first(
            "SELECT size, received FROM upload_arrival WHERE job = ?1", job.id
        ) { (size: $0.int(0), received: $0.int(1)) }
        guard let arrival, !job.isFinished else {
            throw Refusal(.wrongState, field: "job", Phrase("the job has ended", "任务已结束"))
        }
        guard request.offset == UInt64(arrival.received), job.state == .arriving else {
            return SendUploadReply(received: UInt64(arrival.received))
        }
        let received = arrival.received + request.bytes.count
        guard received <= arrival.size else { throw Refusal(.invalid, field: "bytes") }
        try insert(piece: request.bytes, arrival.received, of: job.id, context.random, transaction)
        try transaction.execute("UPDATE upload_arrival SET received = ?2 WHERE job = ?1", job.id, received)
        if received == arrival.size {
            job.state = .waiting
            try job.save(transaction)
            context.afterCommit { [self, job] in
                jobs.add(job.id, of: job.person, revision: job.revision)
                workOnJobs(application)
            }
        }
        return SendUploadReply(received: UInt64(received))
    }

    /// Ends a job whose file has not arrived in time.
    func abandon(_ job: UInt64, _ application: Application) {
        application.workOn { [self] in
            bareCall(try JobRecord.find(job, $0))
        } _: { context in
            guard var record = try JobRecord.find(job, context.transaction), record.state == .arriving else { return }
            record.finish(.cancelled, now: context.now)
            try record.save(context.transaction)
            context.auditDetail = record.summary + ", cancelled"
        } done: { [self] (result: Result<Void, any Error>) in
            if case .success = result { JobWork(job, self, application).discard() }
        }
    }
}
