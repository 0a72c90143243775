import Application
import Domain
import Messages
import Storage
import Wire

extension Uploads {
    private static let sheetLimit = 8 << 20
    private static let fileNameLimit = 255

    /// BAT-3: receives a file in pieces. Accepts it whole or not at all, and stores it; a job processes its rows.
    func upload(_ request: UploadRequest, _ exchange: Exchange) throws -> any CallStream {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        let format = format(of: kind)
        guard exchange.call.caller.holds(anyOf: format.roles) else { throw Refusal(.notAllowed) }
        let promise = try FilePromise(size: request.size, digest: request.digest, limit: Self.sheetLimit)
        let person = try exchange.call.person().id
        guard jobs.hasRoom(for: person) else { throw Self.noRoom }
        return try PromisedFile(promise, of: person, in: sheetSlots, exchange) {
            try UploadChunk(serialized: $0).bytes
        } take: { [self] file, done in
            exchange.known(request.serialized()) { context in
                try format.check(request.target, context.call, context.snapshot)
            } done: { [self] known in
                switch known {
                case .failure(let refused): done(.failure(refused))
                case .success(let reply?): done(.success(reply))
                case .success(nil): keep(file, kind, request, format, exchange, done)
                }
            }
        }
    }

    /// Stores the file in slices, between which other commands run, and then its job.
    private func keep(
        _ file: [UInt8], _ kind: UploadKind, _ request: UploadRequest, _ format: UploadFormat, _ exchange: Exchange,
        _ done: @escaping PromisedFile.Answer
    ) {
        let application = exchange.application
        stage(file, from: 0, job: nil, application) { [self] staged in
            switch staged {
            case .failure(let error): done(.failure(application.refused(error, exchange.call)))
            case .success(let job):
                exchange.command(request.serialized()) { [self] context in
                    try format.check(request.target, context.call, context.transaction)
                    return try begin(job, kind, request, application, context).serialized()
                } done: { [self] result in
                    // The file has no job: the call was refused, or answered before.
                    if !jobs.isUnfinished(job) { JobWork(job, self, application).discard() }
                    done(result)
                }
            }
        }
    }

    private func stage(
        _ file: [UInt8], from first: Int, job: UInt64?, _ application: Application,
        done: @escaping @Sendable (Result<UInt64, any Error>) -> Void
    ) {
        let end = min(first + Self.piecesASlice, (file.count + Self.pieceSize - 1) / Self.pieceSize)
        application.executor.writeInBackground { [self] transaction in
            let job = try job ?? transaction.newID()
            for number in first..<max(first, end) {
                let start = number * Self.pieceSize
                let bytes = Array(file[start..<min(start + Self.pieceSize, file.count)])
                try insert(piece: bytes, number, of: job, application.ports.random, transaction)
            }
            return job
        } done: { [self] (result: Result<UInt64, any Error>) in
            if case .success(let job) = result, end * Self.pieceSize < file.count {
                return stage(file, from: end, job: job, application, done: done)
            }
            if case .failure = result, let job { JobWork(job, self, application).discard() }
            done(result)
        }
    }

    private func begin(
        _ id: UInt64, _ kind: UploadKind, _ request: UploadRequest, _ application: Application, _ context: WriteContext
    ) throws -> UploadReply {
        let record = try record(id, kind, request, .waiting, context)
        context.auditDetail = "job \(id): \(kind) \(request.target), \(request.size) bytes"
        context.afterCommit { [self] in
            jobs.add(id, of: record.person, revision: record.revision)
            workOnJobs(application)
        }
        return UploadReply(job: id)
    }

    /// Stores a new job.
    func record(
        _ id: UInt64, _ kind: UploadKind, _ request: UploadRequest, _ state: JobState, _ context: WriteContext
    ) throws -> JobRecord {
        let person = try context.call.person()
        let organisation = try context.transaction.first(.organisationOfSession, person.session) { $0.id(0) }
        let record = JobRecord(
            id: id, person: person.id, organisation: organisation ?? 0, address: context.call.peer.address,
            locale: context.call.options.locale, kind: kind, target: request.target,
            fileName: String(request.fileName.prefix(Self.fileNameLimit)), isDry: request.dryRun,
            isAllOrNothing: request.allOrNothing, createdMs: context.now, state: state)
        try dropOldJobs(of: person.id, context.transaction)
        try record.insert(context.transaction)
        return record
    }

    static let noRoom = Refusal(
        .busy, Phrase("earlier uploads are still being worked on", "之前上传的文件仍在处理中"), retryAfterMs: 5000)

    /// BAT-1: returns the template of a kind, in the caller's language.
    func template(_ request: TemplateRequest, _ context: ReadContext) throws -> TemplateReply {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        let format = format(of: kind)
        let language = Language(locale: context.call.options.locale)
        return TemplateReply(fileName: format.fileName.text(in: language) + ".csv", bytes: format.template(language))
    }
}
