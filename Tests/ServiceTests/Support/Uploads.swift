import Crypto
import Messages
import Wire

/// An upload whose job has ended, with its reports.
struct Uploaded: Equatable {
    var job: UploadJob
    var bad: [BadRow] = []
    var mendFile: [UInt8] = []
    var accountsFile: [UInt8] = []

    var rows: UInt32 { job.rows }
    var added: UInt32 { job.added }
    var changed: UInt32 { job.changed }
    var unchanged: UInt32 { job.unchanged }
    var badCount: UInt32 { job.badCount }
    var landed: Bool { job.landed }
    var encoding: String { job.encoding }
}

extension Client {
    /// Sends a file in pieces, by default a roster, and returns its job.
    func send(
        _ file: [UInt8], to target: UInt64, kind: UploadKind? = .roster, dryRun: Bool = false,
        allOrNothing: Bool = false, key: [UInt8]? = nil, digest: [UInt8]? = nil, piece: Int = 1000
    ) throws -> UInt64 {
        let stream = beginUpload(
            file, to: target, kind: kind, dryRun: dryRun, allOrNothing: allOrNothing, key: key, digest: digest,
            piece: piece)
        // Only as far as the answer: the job has hardly begun.
        while answer(stream)?.isOver != true, server.executor.work() {}
        guard let reply = answer(stream) else { throw Missing(what: "an answer to the upload") }
        if let failure = reply.failure { throw Refusal(method: .uploadsUpload, failure: failure) }
        return try UploadReply(serialized: reply.message).job
    }

    func beginUpload(
        _ file: [UInt8], to target: UInt64, kind: UploadKind? = .roster, dryRun: Bool = false,
        allOrNothing: Bool = false, key: [UInt8]? = nil, digest: [UInt8]? = nil, piece: Int = 1000
    ) -> UInt32 {
        let request = UploadRequest(
            kind: kind, target: target, fileName: "file.csv", size: UInt64(file.count),
            digest: digest ?? Digest.file(file), dryRun: dryRun, allOrNothing: allOrNothing)
        let stream = begin(.uploadsUpload, request.serialized(), key: key)
        send(
            stride(from: 0, to: file.count, by: piece).map {
                UploadChunk(bytes: Array(file[$0..<min($0 + piece, file.count)])).serialized()
            }, on: stream)
        return stream
    }

    /// The same, until the job has ended. Throws a failed job's error.
    func upload(
        _ file: [UInt8], to target: UInt64, kind: UploadKind? = .roster, dryRun: Bool = false,
        allOrNothing: Bool = false, key: [UInt8]? = nil, digest: [UInt8]? = nil, piece: Int = 1000
    ) throws -> Uploaded {
        let job = try send(
            file, to: target, kind: kind, dryRun: dryRun, allOrNothing: allOrNothing, key: key, digest: digest,
            piece: piece)
        settle()
        let uploaded = try uploaded(job)
        if let failure = uploaded.job.failure { throw Refusal(method: .uploadsUpload, failure: failure) }
        return uploaded
    }

    /// Returns a job in its present state.
    func job(_ id: UInt64, withBad: Bool = false) throws -> GetJobReply {
        let stream = begin(.uploadsGetJob, GetJobRequest(job: id, withBad: withBad).serialized())
        guard let reply = answer(stream) else { throw Missing(what: "an answer about the job") }
        if let failure = reply.failure { throw Refusal(method: .uploadsGetJob, failure: failure) }
        return try GetJobReply(serialized: reply.message)
    }

    func uploaded(_ id: UInt64) throws -> Uploaded {
        let reply = try job(id, withBad: true)
        var uploaded = Uploaded(job: reply.job ?? UploadJob(), bad: reply.bad)
        if uploaded.badCount > 0 { uploaded.mendFile = try file(.mend, of: id) }
        if uploaded.job.hasAccounts { uploaded.accountsFile = try file(.accounts, of: id) }
        return uploaded
    }

    func file(_ file: JobFile, of job: UInt64) throws -> [UInt8] {
        try items(.uploadsGetJobFile, GetJobFileRequest(job: job, file: file), of: JobFileChunk.self).flatMap(\.bytes)
    }
}
