import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

/// The results of a row that landed.
struct Landed {
    /// The cells of a created account; none for a row that made none.
    var account: [String] = []
    /// The ids of what was written, as its kind understands them, to take it back; nil for a row that cannot be.
    var effect: [UInt64]?
}

/// The changes of one row, as ids.
struct RowEffect: Sendable, Equatable {
    let line: Int
    let ids: [UInt64]
}

/// Whether rows of a kind can be taken back.
enum Undoing<Target>: Sendable {
    /// Says why not.
    case never(Phrase)
    /// Takes back what a row has written. Throws ``Refusal`` where something depends on it, or somebody has changed it since.
    case byRow(@Sendable (_ ids: [UInt64], _ reason: String, Target, WriteContext) throws -> Void)
}

// BAT-3: a whole upload is taken back, the last row first, in a job of its own.
extension Uploads {
    func undoJob(_ request: UndoJobRequest, _ exchange: Exchange) throws -> any CallStream {
        JobCommand(request, exchange) { [self] context in try beginUndo(request, exchange.application, context) }
    }

    private func beginUndo(
        _ request: UndoJobRequest, _ application: Application, _ context: WriteContext
    ) throws -> UndoJobReply {
        let transaction = context.transaction
        var job = try visibleJob(request.job, context.call, transaction)
        let reason = try ReviewDecision.reason(request.reason)
        let format = format(of: job.kind)
        guard context.call.caller.holds(anyOf: format.roles) else { throw Refusal(.notAllowed) }
        try format.check(job.target, context.call.asUpload, transaction)
        guard job.isFinished else {
            throw Refusal(.wrongState, field: "job", Phrase("the job has not ended", "任务尚未结束"))
        }
        if let never = format.neverUndone { throw Refusal(.wrongState, field: "job", never) }
        guard job.effects > 0 else {
            throw Refusal(
                .wrongState, field: "job", "nothing that it has written is left to be taken back", zh: "该任务没有可撤回的内容")
        }
        guard !jobs.isUnfinished(job.undoneBy) else {
            throw Refusal(
                .wrongState, field: "job", "job \(job.undoneBy) takes it back at this moment",
                zh: "任务 \(job.undoneBy) 正在撤回")
        }
        let person = try context.call.person()
        guard jobs.hasRoom(for: person.id) else { throw Self.noRoom }
        let organisation = try transaction.first(.organisationOfSession, person.session) { $0.id(0) }
        let undo = JobRecord(
            id: try transaction.newID(), person: person.id, organisation: organisation ?? 0,
            address: context.call.peer.address, locale: context.call.options.locale, kind: job.kind, target: job.target,
            fileName: job.fileName, isDry: false, isAllOrNothing: false, createdMs: context.now, undoes: job.id,
            reason: reason, state: .waiting, rows: job.effects)
        try dropOldJobs(of: person.id, transaction)
        try undo.insert(transaction)
        job.undoneBy = undo.id
        try job.save(transaction)
        context.auditDetail = "job \(undo.id): undoes job \(job.id): \(reason)"
        context.afterCommit { [self] in
            jobs.add(undo.id, of: undo.person, revision: undo.revision)
            workOnJobs(application)
        }
        return UndoJobReply(job: undo.id)
    }

    /// Takes back the rows of one slice of the other job, the last first.
    func undoSlice(_ id: UInt64, _ context: WriteContext) throws -> JobStep {
        let transaction = context.transaction
        guard var undo = try JobRecord.find(id, transaction), !undo.isFinished else { return JobStep(nil) }
        guard var job = try JobRecord.find(undo.undoes, transaction) else { throw Refusal(.notFound, field: "job") }
        let format = format(of: job.kind)
        undo.state = .running
        let part = try transaction.first(
            "SELECT number, sealed FROM upload_effect WHERE job = ?1 AND number < ?2 ORDER BY number DESC LIMIT 1",
            job.id,
            undo.cursor
        ) { (number: $0.int(0), sealed: $0.bytes(1)) }
        if let part {
            var (kept, bad): ([RowEffect], [BadRow]) = ([], [])
            for effect in try effects(part.sealed, part.number, of: job.id).reversed() {
                let result = try context.part { try format.undo(effect.ids, undo.reason, job.target, context) }
                switch result {
                case .success: undo.changed += 1
                case .failure(let refusal as Refusal):
                    kept.insert(effect, at: 0)
                    bad.append(BadRow(line: UInt32(effect.line), reason: refusal.reason.text(in: undo.language)))
                case .failure(let error): throw error
                }
                undo.done += 1
            }
            try store(kept, of: job.id, part: part.number, context)
            try keep(bad, of: undo, part: undo.done, context)
            undo.bad += bad.count
            if undo.changed > 0 { undo.landed = true }
            undo.cursor = part.number
            job.effects -= undo.changed - (try JobRecord.find(id, transaction)?.changed ?? 0)
            try job.save(transaction)
        }
        let isLast = try part.map { part in
            try !transaction.exists("SELECT 1 FROM upload_effect WHERE job = ?1 AND number < ?2", job.id, part.number)
        }
        // The two jobs say what the commands of the rows have said.
        context.auditDetail = ""
        if isLast ?? true {
            undo.finish(.done, now: context.now)
            context.auditDetail = undo.summary
        }
        try undo.save(transaction)
        return JobStep(undo)
    }

    /// Stores what rows have written, in place of what was stored of them.
    func store(_ effects: [RowEffect], of job: UInt64, part number: Int, _ context: WriteContext) throws {
        try context.transaction.execute("DELETE FROM upload_effect WHERE job = ?1 AND number = ?2", job, number)
        guard !effects.isEmpty else { return }
        var writer = ByteWriter()
        for effect in effects {
            writer.writeVarint(UInt64(effect.line))
            writer.writeVarint(UInt64(effect.ids.count))
            for id in effect.ids { writer.writeVarint(id) }
        }
        try context.transaction.execute(
            "INSERT INTO upload_effect (job, number, sealed) VALUES (?1, ?2, ?3)", job, number,
            secrets.atRest.seal(
                writer.bytes, nonce: context.random(SealingKey.nonceSize), .atRest,
                place("upload_effect.sealed", job, number)))
    }

    private func effects(_ sealed: [UInt8], _ number: Int, of job: UInt64) throws -> [RowEffect] {
        let bytes = try secrets.atRest.open(sealed, .atRest, place("upload_effect.sealed", job, number))
        var reader = ByteReader(bytes.span)
        var effects: [RowEffect] = []
        while !reader.isAtEnd {
            let line = Int(try reader.readVarint())
            var ids: [UInt64] = []
            for _ in 0..<(try reader.readVarint()) { ids.append(try reader.readVarint()) }
            effects.append(RowEffect(line: line, ids: ids))
        }
        return effects
    }
}

/// Something has happened since to what a row has written.
func changedSince(_ english: String, zh chinese: String) -> Refusal {
    Refusal(.wrongState, field: "job", english, zh: chinese)
}

extension Call {
    /// The same caller with the roles that an upload allows.
    fileprivate var asUpload: Call {
        Call(method: .uploadsUpload, options: options, caller: caller, peer: peer, now: 0)
    }
}
