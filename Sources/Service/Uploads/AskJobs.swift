import Application
import Domain
import Messages
import Storage
import Threads
import Wire

// BAT-3b: a job belongs to its sender; platform administrators may see and cancel it; only the sender may read its
// rows' data.
extension Uploads {
    func getJob(_ request: GetJobRequest, _ exchange: Exchange) throws -> any CallStream {
        let question = JobQuestion(request, self, exchange)
        question.ask(mayWait: true)
        return question
    }

    fileprivate func answer(_ request: GetJobRequest, _ context: ReadContext) throws -> GetJobReply {
        let job = try visibleJob(request.job, context.call, context.snapshot)
        let isOwn = try context.call.person().id == job.person
        return GetJobReply(
            job: job.message, bad: request.withBad && isOwn ? try badRows(of: job.id, context.snapshot) : [])
    }

    func listJobs(_ request: ListJobsRequest, _ context: ReadContext) throws -> ListJobsReply {
        let person = try context.call.person()
        if request.everybody, !context.call.caller.holds(anyOf: [.platformAdmin]) { throw Refusal(.notAllowed) }
        let page = try listPage(request.limit, by: \.id) { limit in
            try JobRecord.list(
                of: request.everybody ? nil : person.id, before: before(request.after), limit, context.snapshot)
        }
        return ListJobsReply(jobs: page.elements.map(\.message), next: page.next ?? 0)
    }

    /// Cancels a job between two slices; applied rows remain.
    func cancelJob(_ request: CancelJobRequest, _ exchange: Exchange) throws -> any CallStream {
        JobCommand(request, exchange) { [self] context in try cancel(request, exchange.application, context) }
    }

    private func cancel(
        _ request: CancelJobRequest, _ application: Application, _ context: WriteContext
    ) throws -> CancelJobReply {
        var job = try visibleJob(request.job, context.call, context.transaction)
        guard !job.isFinished else {
            throw Refusal(.wrongState, field: "job", Phrase("the job has ended", "任务已结束"))
        }
        let isArriving = job.state == .arriving
        job.finish(.cancelled, now: context.now)
        try job.save(context.transaction)
        context.auditDetail = job.summary + ", cancelled"
        context.afterCommit { [self, job] in
            jobs.progressed(job.id, revision: job.revision, isLast: true, now: job.finishedMs)
            if isArriving { JobWork(job.id, self, application).discard() }
        }
        return CancelJobReply(job: job.message)
    }

    /// Deletes first passwords here, after the sender has saved the file.
    func forgetAccounts(_ request: ForgetAccountsRequest, _ context: WriteContext) throws -> ForgetAccountsReply {
        var job = try ownJob(request.job, context.call, context.transaction)
        context.auditDetail = "job \(job.id): \(job.accounts) first passwords"
        job.accounts = 0
        try job.save(context.transaction)
        try context.transaction.execute("UPDATE upload_part SET accounts_sealed = NULL WHERE job = ?1", job.id)
        return ForgetAccountsReply()
    }

    func visibleJob(_ id: UInt64, _ call: Call, _ snapshot: Snapshot) throws -> JobRecord {
        let person = try call.person().id
        guard let job = try JobRecord.find(id, snapshot),
            job.person == person || call.caller.holds(anyOf: [.platformAdmin])
        else { throw Refusal(.notFound, field: "job") }
        return job
    }

    /// - Throws: `wrongState` until it has finished.
    func ownJob(_ id: UInt64, _ call: Call, _ snapshot: Snapshot) throws -> JobRecord {
        guard let job = try JobRecord.find(id, snapshot), job.person == (try call.person().id) else {
            throw Refusal(.notFound, field: "job")
        }
        guard job.isFinished else {
            throw Refusal(.wrongState, field: "job", Phrase("the job has not ended", "任务尚未结束"))
        }
        return job
    }
}

/// A command after which jobs go on.
final class JobCommand: CallStream, Sendable {
    private let exchange: Exchange

    init(
        _ request: some Message, _ exchange: Exchange,
        _ handler: @escaping @Sendable (WriteContext) throws -> some Message
    ) {
        self.exchange = exchange
        exchange.command(request.serialized()) {
            try handler($0).serialized()
        } done: {
            exchange.answer($0)
        }
    }

    func item(_ bytes: [UInt8], ended: Bool) {}

    func writable() {}

    func cancelled() {}

    var isOver: Bool { exchange.call.isOver }
}

/// A question about a job, which may wait for its next step.
private final class JobQuestion: CallStream, Sendable {
    private static let longestMs: UInt32 = 10_000

    private let waiter = Locked<UInt64?>(nil)
    private let request: GetJobRequest
    private let uploads: Uploads
    private let exchange: Exchange

    init(_ request: GetJobRequest, _ uploads: Uploads, _ exchange: Exchange) {
        self.request = request
        self.uploads = uploads
        self.exchange = exchange
    }

    func ask(mayWait: Bool) {
        exchange.application.read(exchange.call) { [self] context in
            try uploads.answer(request, context)
        } done: { [self] result in
            if case .success(let reply) = result, mayWait, request.waitMs > 0, reply.job?.revision == request.seen,
                waits()
            {
                return
            }
            exchange.answer(result.map { $0.serialized() })
        }
    }

    private func waits() -> Bool {
        let now = exchange.application.ports.now()
        let place = uploads.jobs.wait(
            for: request.job, seen: request.seen, from: now,
            until: now + Int64(min(request.waitMs, Self.longestMs))
        ) { [self] in ask(mayWait: false) }
        guard let place else { return false }
        waiter.withLock { $0 = place }
        if isOver { uploads.jobs.leave(place) }
        return true
    }

    func item(_ bytes: [UInt8], ended: Bool) {}

    func writable() {}

    func cancelled() {
        if let place = waiter.withLock({ $0 }) { uploads.jobs.leave(place) }
    }

    var isOver: Bool { exchange.call.isOver }
}
