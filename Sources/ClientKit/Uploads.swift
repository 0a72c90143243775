import Crypto
package import Messages
import Wire

// Uploading a file, and the job that processes its rows.
extension Client {
    private static let chunk = 64 << 10
    /// The time limit for a whole file; the server has the same.
    private static let fileMs: UInt64 = 120_000
    /// How long the server delays an answer that has nothing new.
    private static let quietMs: UInt32 = 10_000

    /// Uploads a file, which the server stores.
    /// - Parameters:
    ///   - request: without size and digest.
    ///   - sent: called with the number of bytes sent so far.
    /// - Returns: the id of the job.
    package func upload(
        _ file: [UInt8], _ request: UploadRequest, sent: (Int) -> Void = { _ in }
    ) throws(ClientError) -> UInt64 {
        var request = request
        request.size = UInt64(file.count)
        request.digest = Digest.file(file)
        let items = stride(from: 0, to: file.count, by: Self.chunk).map { start in
            UploadChunk(bytes: Array(file[start..<min(start + Self.chunk, file.count)]))
        }
        let reply: UploadReply = try upload(.uploadsUpload, request, items: items, waitMs: Self.fileMs) { count in
            sent(min(count * Self.chunk, file.count))
        }
        return reply.job
    }

    /// Waits until a job has ended, without a time limit.
    /// - Parameter progress: called now and then.
    /// - Returns: the job with its rejected rows.
    package func outcome(
        of job: UInt64, progress: (UploadJob) -> Void = { _ in }
    ) throws(ClientError) -> GetJobReply {
        var seen: UInt64 = 0
        while true {
            let reply: GetJobReply = try call(
                .uploadsGetJob, GetJobRequest(job: job, seen: seen, waitMs: Self.quietMs))
            guard let state = reply.job else { throw .badReply(.uploadsGetJob) }
            progress(state)
            guard !state.isOver else {
                return try call(.uploadsGetJob, GetJobRequest(job: job, withBad: true))
            }
            seen = state.revision
        }
    }

    /// Downloads a file of a job that has ended, piece by piece.
    package func file(_ file: JobFile, of job: UInt64, each: ([UInt8]) -> Void) throws(ClientError) {
        try items(.uploadsGetJobFile, GetJobFileRequest(job: job, file: file)) {
            (chunk: JobFileChunk) throws(ClientError) in each(chunk.bytes)
        }
    }
}

extension UploadJob {
    /// Whether nothing more happens by itself. What has not arrived waits for its sender.
    package var isOver: Bool { state != .waiting && state != .running }
}
