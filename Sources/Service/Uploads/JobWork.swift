package import Application
import Crypto
import Domain
import Messages
package import Storage
import Threads

extension Uploads {
    /// Starts as many jobs as may run at once.
    func workOnJobs(_ application: Application) {
        while let job = jobs.next() { JobWork(job, self, application).begin() }
    }

    /// Returns the uploads that a previous process left. Call it before anybody is served.
    package func leftUploads(_ snapshot: Snapshot) throws -> LeftUploads {
        let unfinished = try JobRecord.unfinished(snapshot)
        let kept = Set(unfinished.map(\.id))
        let files = try snapshot.all("SELECT DISTINCT job FROM upload_piece ORDER BY job") { $0.id(0) }
        return LeftUploads(unfinished: unfinished, files: files.filter { !kept.contains($0) })
    }

    package func takeUp(_ left: LeftUploads, _ application: Application) {
        for job in left.unfinished {
            jobs.add(
                job.id, of: job.person, revision: job.revision,
                arrivesUntilMs: job.state == .arriving ? job.createdMs + Self.arrivalMs : nil)
        }
        for job in left.files { JobWork(job, self, application).discard() }
        workOnJobs(application)
    }

    /// Drives uploads and their waiting callers. Call about every second.
    package func tick(_ application: Application) {
        let now = application.ports.now()
        sheetSlots.expire(now: now)
        jobs.tick(now: now)
        for job in jobs.overdue(now: now) { abandon(job, application) }
        workOnJobs(application)
    }
}

package struct LeftUploads: Sendable {
    let unfinished: [JobRecord]
    /// The files of jobs that have finished, or never started.
    let files: [UInt64]
}

/// The file of a job on its way from the database to rows.
private final class FileReading {
    /// How long the other files of the server wait.
    private static let stepNs: UInt64 = 10_000_000

    private let record: JobRecord
    private let wanted: [UInt8]?
    private let format: UploadFormat
    private let scratch: Scratch
    private let file: ScratchFile
    private var digest: DigestStream? = .ofFile()
    private var steps: SheetSteps?

    init(_ record: JobRecord, _ wanted: [UInt8]?, _ format: UploadFormat, _ scratch: @escaping Scratch) throws {
        (self.record, self.wanted, self.format, self.scratch) = (record, wanted, format, scratch)
        file = try scratch()
    }

    func append(_ bytes: [UInt8]) throws {
        if wanted != nil { digest?.update(bytes) }
        try file.append(bytes)
    }

    /// - Returns: the sheet once all is read.
    func readOn() throws -> OpenSheet? {
        let until = MonotonicClock.nowNs() + Self.stepNs
        let steps = try steps ?? begin()
        self.steps = steps
        repeat {
            if let sheet = try steps.step() { return sheet }
        } while MonotonicClock.nowNs() < until
        return nil
    }

    private func begin() throws -> SheetSteps {
        if let wanted, let digest = digest.take(), digest.finish() != wanted {
            throw Refusal(
                .invalid, field: "digest", Phrase("the file did not arrive as it was sent", "文件传输不完整，请重新上传"))
        }
        let today = ZoneRule.china.day(of: Instant(record.createdMs))
        return try format.open(file, today, record.language, scratch)
    }
}

/// Runs one job, one step after another. The next step starts when the one before is durable, so that a killed server
/// loses and repeats nothing.
final class JobWork: Sendable {
    private let job: UInt64
    private let uploads: Uploads
    private let application: Application
    private let lines = Locked(LineTable())

    init(_ job: UInt64, _ uploads: Uploads, _ application: Application) {
        self.job = job
        self.uploads = uploads
        self.application = application
    }

    private struct Opened: Sendable {
        let sheet: OpenSheet
        /// The rows of the next slice: as many as delay everybody else for a millisecond, including their commit.
        var slice = 8

        mutating func pace(tookNs: UInt64) {
            slice = min(max(1, slice * 700_000 / Int(max(tookNs, 1))), slice * 2, 128)
        }
    }

    private struct Waiting: Sendable {
        let record: JobRecord
        /// The digest that the file must have; nil for one that was compared before it was kept.
        let digest: [UInt8]?
    }

    func begin() {
        application.executor.read(for: nil) { [job] snapshot in
            try JobRecord.find(job, snapshot).map { record in
                Waiting(
                    record: record,
                    digest: try snapshot.first("SELECT digest FROM upload_arrival WHERE job = ?1", job) { $0.bytes(0) })
            }
        } done: { [self] (result: Result<Waiting?, any Error>) in
            switch result {
            case .failure(let error): failed(error)
            // Its sender is gone, or has cancelled it.
            case .success(nil): discard()
            case .success(let waiting?) where waiting.record.isFinished: discard()
            case .success(let waiting?) where waiting.record.undoes != 0: undo()
            case .success(let waiting?): read(waiting)
            }
        }
    }

    private func read(_ waiting: Waiting) {
        let ports = application.ports
        let scratch: Scratch = { try ScratchFile(in: ports.scratchFolder, key: ports.random(SealingKey.keySize)) }
        do {
            collect(
                Locked(
                    try FileReading(waiting.record, waiting.digest, uploads.format(of: waiting.record.kind), scratch)))
        } catch {
            failed(error)
        }
    }

    /// Brings the file out of the database, some pieces at a time, and then reads it.
    private func collect(_ reading: Locked<FileReading>, after number: Int = -1) {
        application.executor.read(for: nil) { [job] snapshot in
            try snapshot.all(
                "SELECT number, sealed FROM upload_piece WHERE job = ?1 AND number > ?2 ORDER BY number LIMIT ?3", job,
                number, Self.piecesAtOnce
            ) { Piece(number: $0.int(0), sealed: $0.bytes(1)) }
        } done: { [self] (result: Result<[Piece], any Error>) in
            switch result {
            case .failure(let error): failed(error)
            case .success(let pieces):
                guard let last = pieces.last else { return open(reading) }
                application.executor.slow(in: .files, for: nil, line: job) { [self] in
                    for piece in pieces {
                        let bytes = try uploads.decrypt(piece: piece.sealed, piece.number, of: job)
                        try reading.withLock { try $0.append(bytes) }
                    }
                } done: { [self] (result: Result<Void, any Error>) in
                    switch result {
                    case .failure(let error): failed(error)
                    case .success: collect(reading, after: last.number)
                    }
                }
            }
        }
    }

    private struct Piece: Sendable {
        let number: Int
        let sealed: [UInt8]
    }

    private static let piecesAtOnce = 16

    private func open(_ reading: Locked<FileReading>) {
        application.executor.slow(in: .files, for: nil, line: job) {
            try reading.withLock { try $0.readOn() }
        } done: { [self] (result: Result<OpenSheet?, any Error>) in
            switch result {
            case .failure(let error): failed(error)
            case .success(nil): open(reading)
            case .success(let sheet?): step(Opened(sheet: sheet), remembered: 0)
            }
        }
    }

    /// - Parameter remembered: the rows of earlier slices, perhaps of another process, that the book knows of.
    private func step(_ opened: Opened, remembered: Int) {
        let sheet = opened.sheet
        guard sheet.isAtHand(remembered..<min(remembered + opened.slice, sheet.count)) else {
            return application.executor.slow(in: .files, for: nil, line: job) {
                try sheet.fetch(remembered)
            } done: { [self] (result: Result<Void, any Error>) in
                switch result {
                case .failure(let error): failed(error)
                case .success: judge(opened, remembered: remembered)
                }
            }
        }
        judge(opened, remembered: remembered)
    }

    private func judge(_ opened: Opened, remembered: Int) {
        application.workOn { [self] in
            try uploads.sender(of: job, $0)
        } _: { [self] context in
            var book = LineBook(lines)
            let beganNs = MonotonicClock.nowNs()
            let step = try uploads.advance(
                job, opened.sheet, slice: opened.slice, remembered: remembered, &book, context)
            return (step, book, MonotonicClock.nowNs() - beganNs)
        } done: { [self] (result: Result<(JobStep, LineBook, tookNs: UInt64), any Error>) in
            switch result {
            case .failure(let back as TakenBack): takeBack(back, opened)
            case .failure(let error): failed(error)
            case .success((let step, let book, let tookNs)):
                book.settle()
                noteProgress(step)
                guard !step.isLast else { return discard() }
                var opened = opened
                opened.pace(tookNs: tookNs)
                self.step(opened, remembered: step.remembered)
            }
        }
    }

    private func takeBack(_ back: TakenBack, _ opened: Opened) {
        application.workOn { [self] in
            try uploads.sender(of: job, $0)
        } _: { [self] context in
            try uploads.takeBack(job, back, opened.sheet, slice: opened.slice, context)
        } done: { [self] (result: Result<JobStep, any Error>) in
            switch result {
            case .failure(let error): failed(error)
            case .success(let step):
                noteProgress(step)
                discard()
            }
        }
    }

    /// Takes back the rows of another job, slice after slice.
    private func undo() {
        application.workOn { [self] in
            try uploads.sender(of: job, $0)
        } _: { [self] context in
            try uploads.undoSlice(job, context)
        } done: { [self] (result: Result<JobStep, any Error>) in
            switch result {
            case .failure(let error): failed(error)
            case .success(let step):
                noteProgress(step)
                if step.isLast { discard() } else { undo() }
            }
        }
    }

    private func noteProgress(_ step: JobStep) {
        uploads.jobs.progressed(
            job, revision: step.revision, isLast: step.isLast, now: application.ports.now())
    }

    private func failed(_ error: any Error) {
        if case .stopped? = error as? LaneError { return }
        let refused = application.refused(error, uploads.bareCall(locale: "en"))
        // The error is not the file's.
        guard refused.code != .busy else { return uploads.jobs.pause(job) }
        application.workOn { [self] in
            uploads.bareCall(try JobRecord.find(job, $0))
        } _: { [self] context in
            try uploads.fail(job, refused, context)
        } done: { [self] (result: Result<JobStep, any Error>) in
            switch result {
            case .success(let step):
                noteProgress(step)
                discard()
            case .failure(let error):
                application.ports.log(LogLine(.error, "an upload cannot end", [("error", "\(error)")]))
                uploads.jobs.pause(job)
            }
        }
    }

    /// Deletes the file, which is no longer needed, in slices.
    func discard() {
        application.executor.writeInBackground { [job] transaction in
            try transaction.execute(.deleteArrival, job)
            return try transaction.execute(
                """
                DELETE FROM upload_piece WHERE job = ?1 AND number IN
                (SELECT number FROM upload_piece WHERE job = ?1 ORDER BY number LIMIT ?2)
                """, job, Uploads.piecesASlice)
        } done: { [self] (result: Result<Int, any Error>) in
            switch result {
            case .success(Uploads.piecesASlice): discard()
            case .success:
                uploads.jobs.finished(job)
                uploads.workOnJobs(application)
            // The next process deletes it.
            case .failure(LaneError.stopped): break
            case .failure(let error):
                application.ports.log(LogLine(.warning, "a file is left over", [("error", "\(error)")]))
                uploads.jobs.pause(job)
            }
        }
    }
}
