package import Application
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
        for job in left.unfinished { jobs.add(job.id, of: job.person, revision: job.revision) }
        for job in left.files { JobWork(job, self, application).discard() }
        workOnJobs(application)
    }

    /// Drives uploads and their waiting callers. Call about every second.
    package func tick(_ application: Application) {
        let now = application.ports.now()
        sheetSlots.expire(now: now)
        jobs.tick(now: now)
        workOnJobs(application)
    }
}

package struct LeftUploads: Sendable {
    let unfinished: [JobRecord]
    /// The files of jobs that have finished, or never started.
    let files: [UInt64]
}

/// Runs one job, one step after another. The next step starts when the one before is durable, so that a killed server
/// loses and repeats nothing.
final class JobWork: Sendable {
    private let job: UInt64
    private let uploads: Uploads
    private let application: Application
    private let lines = Locked<[String: Int]>([:])

    init(_ job: UInt64, _ uploads: Uploads, _ application: Application) {
        self.job = job
        self.uploads = uploads
        self.application = application
    }

    private struct Waiting: Sendable {
        let record: JobRecord
        let pieces: [[UInt8]]
    }

    private struct Opened: Sendable {
        let sheet: OpenSheet
        /// The rows of the next slice: as many as delay everybody else for a millisecond, including their commit.
        var slice = 8

        mutating func pace(tookNs: UInt64) {
            slice = min(max(1, slice * 700_000 / Int(max(tookNs, 1))), slice * 2, 128)
        }
    }

    func begin() {
        application.executor.read(for: nil) { [job] snapshot in
            try JobRecord.find(job, snapshot).map { record in
                Waiting(
                    record: record,
                    pieces: try snapshot.all("SELECT sealed FROM upload_piece WHERE job = ?1 ORDER BY number", job) {
                        $0.bytes(0)
                    })
            }
        } done: { [self] (result: Result<Waiting?, any Error>) in
            switch result {
            case .failure(let error): failed(error)
            // Its sender is gone, or has cancelled it.
            case .success(nil): discard()
            case .success(let waiting?) where waiting.record.isFinished: discard()
            case .success(let waiting?): open(waiting)
            }
        }
    }

    private func open(_ waiting: Waiting) {
        application.executor.slow(in: .files, for: nil, line: nil) { [self] in
            var file: [UInt8] = []
            for (number, sealed) in waiting.pieces.enumerated() {
                file += try uploads.decrypt(piece: sealed, number, of: job)
            }
            let format = uploads.format(of: waiting.record.kind)
            let today = ZoneRule.china.day(of: Instant(waiting.record.createdMs))
            return Opened(sheet: try format.open(file, today, waiting.record.language))
        } done: { [self] (result: Result<Opened, any Error>) in
            switch result {
            case .failure(let error): failed(error)
            case .success(let opened): step(opened, remembered: 0)
            }
        }
    }

    /// - Parameter remembered: the rows of earlier slices, perhaps of another process, that the book knows of.
    private func step(_ opened: Opened, remembered: Int) {
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
            try transaction.execute(
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
