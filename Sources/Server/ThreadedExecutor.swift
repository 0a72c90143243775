import Application
import Messages
import Storage
import Threads

/// The server's threads: one writer lane, a few snapshot readers, and a few workers for each kind of slow work.
struct ThreadedExecutor: Executor {
    let writer: WriterLane
    let readers: ReaderPool
    /// One thread for questions that may decode a whole offering: a second caller with the same question finds the
    /// result cached, and nobody else waits behind them.
    let surveys: ReaderPool
    /// A low-priority thread for anonymous callers' questions and authentication.
    let strangers: ReaderPool
    let hashing = WorkerPool(name: "hashing", threads: 2, capacity: 256)
    /// These threads mostly wait for other services.
    let gateways = WorkerPool(name: "gateway", threads: 4, capacity: 256)
    let deliveries = WorkerPool(name: "delivery", threads: OutboxPump.atOnce, capacity: 64)
    let files = WorkerPool(name: "files", threads: 1, capacity: 64)

    init(writer: WriterLane, readers: ReaderPool, surveys: ReaderPool, strangers: ReaderPool) {
        self.writer = writer
        self.readers = readers
        self.surveys = surveys
        self.strangers = strangers
    }

    /// The numbers of jobs that wait, by queue.
    var waiting: [(queue: String, count: Int)] {
        [
            ("writer", writer.waiting), ("reader", readers.waiting), ("survey", surveys.waiting),
            ("stranger", strangers.waiting), ("hashing", hashing.waiting), ("gateway", gateways.waiting),
            ("delivery", deliveries.waiting), ("file", files.waiting),
        ]
    }

    func write(_ command: WriteCommand) { writer.submit(command) }

    func read<Result: Sendable>(
        for call: Call?, _ query: @escaping @Sendable (Snapshot) throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        guard let call else { return readers.submit(query, completion: done) }
        let isStranger = call.origin.rank == .anonymous
        let pool = isStranger ? strangers : call.method.surveysOffering ? surveys : readers
        pool.submit(from: call.origin, while: { !call.isOver }, query, completion: done)
    }

    func slow<Result: Sendable>(
        in pool: Pool, for call: Call?, line: UInt64?, _ work: @escaping @Sendable () throws -> Result,
        done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        let origin = call?.origin ?? .server
        let isTaken = workers(pool).submit(from: line.map(origin.inLine) ?? origin) {
            !(call?.isOver ?? false)
        } drop: {
            done(.failure(call?.isOver ?? false ? LaneError.givenUp : LaneError.stopped))
        } run: {
            done(Swift.Result(catching: work))
        }
        if !isTaken { done(.failure(LaneError.overloaded)) }
    }

    /// Refuses slow work and drops what waits for a worker.
    func dropWaiting() {
        for pool in Pool.allCases { workers(pool).refuse() }
    }

    /// Drops queued work and waits for running work, except for gateways' answers.
    func stop() {
        dropWaiting()
        writer.stop()
        readers.stop()
        surveys.stop()
        strangers.stop()
        hashing.join()
        files.join()
    }

    private func workers(_ pool: Pool) -> WorkerPool {
        switch pool {
        case .hashing: hashing
        case .gateways: gateways
        case .deliveries: deliveries
        case .files: files
        }
    }
}

extension Messages.Method {
    /// True if the first call after a restart decodes every batch of an offering.
    fileprivate var surveysOffering: Bool {
        switch self {
        case .attendanceListScans, .attendanceAnalyse, .attendanceSuggestWindow, .attendanceMyAttendance,
            .worklistListWork, .worklistShowWork, .worklistDecideWork,
            .attendanceVenueCode, .examsListScores, .examsListQuarantinedMarks, .creditsListEligible, .creditsExport:
            true
        default: false
        }
    }
}
